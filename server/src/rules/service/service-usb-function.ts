import { atAssignment } from '../../engine/finding-place.ts';
import type { JudgedAssignment } from '../../engine/judged-file.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { expanded } from '../expanded.ts';
import type { UnitRule } from '../unit-rule.ts';

const PAIR = ['USBFunctionDescriptors', 'USBFunctionStrings'] as const;

export const serviceUsbFunction: UnitRule = {
  id: 'service-usb-function',
  scope: 'unit',
  docs: {
    what: 'Only one of USBFunctionDescriptors= and USBFunctionStrings=.',
    severities: ['warning'],
    why: 'systemd sets up a USB FunctionFS endpoint from both, warns, and ignores one alone.',
    manual: ['systemd.service(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'service') return;
    for (const [key, other] of [PAIR, [PAIR[1], PAIR[0]] as const]) {
      const assignment = set(unit, key);
      if (!assignment || set(unit, other)) continue;
      const message = `${key}= has no effect without ${other}=; systemd warns and ignores it. Add the other one.`;
      report({ ...atAssignment(assignment), severity: 'warning', message });
    }
  },
};

/** The setting in force, unless its specifiers leave nothing of it. */
function set(unit: LoadedUnit, key: string): JudgedAssignment | undefined {
  const assignment = unit.last('Service', key);
  return assignment && expanded(assignment, unit) !== '' ? assignment : undefined;
}
