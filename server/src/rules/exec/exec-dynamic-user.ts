import { atAssignment, removal } from '../../engine/finding-place.ts';
import { ownSectionOf } from '../../schema/kinds.ts';
import { since } from '../../values/changes.ts';
import type { UnitRule } from '../unit-rule.ts';

export const execDynamicUser: UnitRule = {
  id: 'exec-dynamic-user',
  scope: 'unit',
  docs: {
    what: 'DynamicUser=yes in a unit of the user manager, or together with WorkingDirectory=~.',
    severities: ['error'],
    why: 'The user manager may not change users, and a dynamic user has no home directory. systemd refuses such a unit.',
    bad: '[Service]\nExecStart=/usr/bin/example\nDynamicUser=yes\nWorkingDirectory=~',
    good: '[Service]\nExecStart=/usr/bin/example\nDynamicUser=yes\nStateDirectory=example\nWorkingDirectory=%S/example',
    manual: ['systemd.exec(5)'],
  },
  check(unit, report) {
    const section = ownSectionOf(unit.kind);
    const dynamic = unit.last(section, 'DynamicUser');
    if (!since(unit.version, 'users have no dynamic users') || !dynamic || !unit.flag(section, 'DynamicUser')) return;
    if (unit.manager === 'user') {
      const message =
        'The user manager cannot make users: with DynamicUser=yes it refuses to load this unit. Remove the line.';
      report({ ...atAssignment(dynamic), severity: 'error', message, fixes: [removal(dynamic)] });
    }
    const directory = unit.last(section, 'WorkingDirectory');
    if (directory && /^-?~$/.test(directory.node.value.text)) {
      const message =
        'With DynamicUser=yes there is no home directory for WorkingDirectory=~; systemd refuses to load this unit. Use StateDirectory= and its path.';
      report({ ...atAssignment(directory), severity: 'error', message });
    }
  },
};
