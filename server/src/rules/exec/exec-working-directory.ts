import { atAssignment } from '../../engine/finding-place.ts';
import { ownSectionOf } from '../../schema/kinds.ts';
import { mountNamespaceCause } from '../../units/mount-namespace.ts';
import { since } from '../../values/changes.ts';
import type { UnitRule } from '../unit-rule.ts';

export const execWorkingDirectory: UnitRule = {
  id: 'exec-working-directory',
  scope: 'unit',
  docs: {
    what: 'A WorkingDirectory= below /proc, /sys or /dev together with settings that need a mount namespace.',
    severities: ['error'],
    why: 'systemd sets up these file systems anew for such processes, and refuses the unit.',
    bad: '[Service]\nExecStart=/usr/bin/example\nProtectSystem=strict\nWorkingDirectory=/sys/class',
    good: '[Service]\nExecStart=/usr/bin/example\nProtectSystem=strict\nWorkingDirectory=/',
    manual: ['systemd.exec(5)'],
  },
  check(unit, report) {
    const directory = unit.last(ownSectionOf(unit.kind), 'WorkingDirectory');
    if (
      !since(unit.version, 'work in /proc is refused') ||
      !directory ||
      !/^-?\/+(proc|sys|dev)(\/|$)/.test(directory.node.value.text)
    )
      return;
    const cause = mountNamespaceCause(unit);
    if (!cause) return;
    const message = `${cause.node.key}= gives the processes a mount namespace, where WorkingDirectory= cannot be below /proc, /sys or /dev; systemd refuses to load this unit.`;
    const related = [{ ...cause.node.textSpan, source: cause.source, message: 'This needs a mount namespace' }];
    report({ ...atAssignment(directory), severity: 'error', message, related });
  },
};
