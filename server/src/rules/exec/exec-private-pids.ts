import { atAssignment, removal } from '../../engine/finding-place.ts';
import { ownSectionOf } from '../../schema/kinds.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { serviceType } from '../../units/service-type.ts';
import { parseBoolean } from '../../values/boolean.ts';
import { since } from '../../values/changes.ts';
import type { UnitRule } from '../unit-rule.ts';

export const execPrivatePids: UnitRule = {
  id: 'exec-private-pids',
  scope: 'unit',
  docs: {
    what: 'PrivatePIDs=yes outside of services, in a service of Type=forking, or with PAMName=.',
    severities: ['error'],
    why: 'A PID namespace lives with the main process that systemd starts; systemd refuses combinations in which there is none.',
    bad: '[Service]\nType=forking\nExecStart=/usr/sbin/exampled\nPrivatePIDs=yes',
    good: '[Service]\nType=notify\nExecStart=/usr/sbin/exampled --foreground\nPrivatePIDs=yes',
    manual: ['systemd.exec(5)'],
  },
  check(unit, report) {
    const setting = unit.last(ownSectionOf(unit.kind), 'PrivatePIDs');
    if (!setting || parseBoolean(setting.node.value.text) === false) return;
    const reason = fault(unit);
    if (!reason) return;
    const message = `${reason}; systemd refuses to load this unit.`;
    report({ ...atAssignment(setting), severity: 'error', message, fixes: [removal(setting)] });
  },
};

function fault(unit: LoadedUnit): string | undefined {
  if (unit.kind !== 'service') return `PrivatePIDs= is for services, not for ${unit.kind} units`;
  if (serviceType(unit) === 'forking') return 'A service of Type=forking cannot have PrivatePIDs=yes';
  const withPam = since(unit.version, 'PrivatePIDs= does not go with PAM') && unit.last('Service', 'PAMName');
  return withPam ? 'PrivatePIDs=yes does not go with PAMName=' : undefined;
}
