import { atAssignment } from '../../engine/finding-place.ts';
import { ownSectionOf } from '../../schema/kinds.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { parseBoolean } from '../../values/boolean.ts';
import type { UnitRule } from '../unit-rule.ts';

export const execPrivateUsers: UnitRule = {
  id: 'exec-private-users',
  scope: 'unit',
  docs: {
    what: 'PrivateUsers=managed with User=, Group=, DynamicUser= or PAMName=, or PrivateUsers= with UserNamespacePath=.',
    severities: ['error'],
    why: 'A unit has one user namespace and one owner of its processes; systemd refuses the unit.',
    bad: '[Service]\nExecStart=/usr/bin/example\nUser=example\nPrivateUsers=managed',
    good: '[Service]\nExecStart=/usr/bin/example\nUser=example\nPrivateUsers=self',
    manual: ['systemd.exec(5)'],
  },
  check(unit, report) {
    const section = ownSectionOf(unit.kind);
    const setting = unit.last(section, 'PrivateUsers');
    if (!setting || parseBoolean(setting.node.value.text) === false) return;
    const other = setting.node.value.text === 'managed' ? ownerOf(unit, section) : undefined;
    const rival = other ?? (unit.last(section, 'UserNamespacePath') && 'UserNamespacePath');
    if (!rival) return;
    const message = `PrivateUsers=${setting.node.value.text} does not go with ${rival}=; systemd refuses to load this unit. Remove one of them.`;
    report({ ...atAssignment(setting), severity: 'error', message });
  },
};

function ownerOf(unit: LoadedUnit, section: string): string | undefined {
  if (unit.flag(section, 'DynamicUser')) return 'DynamicUser';
  return ['User', 'Group', 'PAMName'].find((key) => unit.last(section, key));
}
