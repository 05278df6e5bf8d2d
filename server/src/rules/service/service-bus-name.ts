import { atAssignment } from '../../engine/finding-place.ts';
import type { UnitRule } from '../unit-rule.ts';

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
