import { atAssignment, rewriting } from '../../engine/finding-place.ts';
import type { JudgedAssignment } from '../../engine/judged-block.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { hasCommand, usesCredentials } from '../../units/service-type.ts';
import { since } from '../../values/changes.ts';
import type { UnitRule } from '../unit-rule.ts';
import { expanded } from '../unit-values.ts';

export const serviceBusName: UnitRule = {
  id: 'service-bus-name',
  scope: 'unit',
  docs: {
    what: 'Type=dbus without BusName=.',
    severities: ['error'],
    why: 'Such a service is up when its name appears on the bus; without the name systemd refuses the unit.',
    bad: '[Service]\nType=dbus\nExecStart=/usr/bin/example',
    good: '[Service]\nType=dbus\nBusName=org.example.Example\nExecStart=/usr/bin/example',
    manual: ['systemd.service(5)'],
  },
  check(unit, report) {
    const type = unit.last('Service', 'Type');
    if (unit.kind !== 'service' || unit.refused || type?.node.value.text !== 'dbus') return;
    if (unit.last('Service', 'BusName')) return;
    const message =
      'Type=dbus needs BusName=; systemd refuses to load this unit. Add the name the service takes on the bus.';
    report({ ...atAssignment(type), severity: 'error', message });
  },
};

export const serviceCredentials: UnitRule = {
  id: 'service-credentials',
  scope: 'unit',
  docs: {
    what: 'Type=simple together with ExecStartPost= and credentials.',
    severities: ['warning'],
    why: 'ExecStartPost= may run before the credentials of the main process are set up; systemd warns of the race. Type=exec waits for it.',
    bad: '[Service]\nType=simple\nExecStart=/usr/bin/example\nExecStartPost=/usr/bin/example --ping\nLoadCredential=token:/etc/example/token',
    good: '[Service]\nType=exec\nExecStart=/usr/bin/example\nExecStartPost=/usr/bin/example --ping\nLoadCredential=token:/etc/example/token',
    manual: ['systemd.service(5)', 'systemd.exec(5)'],
  },
  check(unit, report) {
    const type = unit.last('Service', 'Type');
    if (
      unit.kind !== 'service' ||
      !since(unit.version, 'credentials race with Type=simple') ||
      type?.node.value.text !== 'simple'
    )
      return;
    if (!hasCommand(unit, 'ExecStartPost') || !usesCredentials(unit)) return;
    const message =
      'With Type=simple, ExecStartPost= may run before the credentials are there; systemd warns of the race. Use Type=exec.';
    report({ ...atAssignment(type), severity: 'warning', message, fixes: [rewriting(type, 'exec', true)] });
  },
};

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
