import { atAssignment } from '../place.ts';
import type { UnitRule } from '../rule.ts';

const PAIR = ['USBFunctionDescriptors', 'USBFunctionStrings'] as const;

export const serviceUsbFunction: UnitRule = {
  id: 'service-usb-function',
  scope: 'unit',
  docs: {
    what: 'Only one of USBFunctionDescriptors= and USBFunctionStrings=.',
    why: 'systemd sets up a USB FunctionFS endpoint from both, warns, and ignores one alone.',
    manual: ['systemd.service(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'service') return;
    for (const [key, other] of [PAIR, [PAIR[1], PAIR[0]] as const]) {
      const assignment = unit.last('Service', key);
      if (!assignment || unit.last('Service', other)) continue;
      const message = `${key}= has no effect without ${other}=; systemd warns and ignores it. Add the other one.`;
      report({ ...atAssignment(assignment), severity: 'warning', message });
    }
  },
};
