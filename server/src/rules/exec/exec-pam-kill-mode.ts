import { atAssignment, rewriting } from '../../engine/finding-place.ts';
import { ownSectionOf } from '../../schema/kinds.ts';
import { since } from '../../values/changes.ts';
import type { UnitRule } from '../unit-rule.ts';

export const execPamKillMode: UnitRule = {
  id: 'exec-pam-kill-mode',
  scope: 'unit',
  docs: {
    what: 'PAMName= with a KillMode= that leaves processes behind.',
    severities: ['error'],
    why: 'The process that holds the PAM session has to be stopped too, so systemd refuses KillMode=process and KillMode=none.',
    bad: '[Service]\nExecStart=/usr/bin/example\nPAMName=login\nKillMode=process',
    good: '[Service]\nExecStart=/usr/bin/example\nPAMName=login\nKillMode=mixed',
    manual: ['systemd.exec(5)', 'systemd.kill(5)'],
  },
  check(unit, report) {
    const section = ownSectionOf(unit.kind);
    const mode = unit.last(section, 'KillMode');
    if (!mode || !unit.last(section, 'PAMName')) return;
    const allowed =
      unit.kind === 'service' || since(unit.version, 'mixed kill mode suits PAM everywhere')
        ? ['control-group', 'mixed']
        : ['control-group'];
    if (allowed.includes(mode.node.value.text)) return;
    const message = `With PAMName=, KillMode= has to be ${allowed.join(' or ')}; systemd refuses to load this unit.`;
    report({ ...atAssignment(mode), severity: 'error', message, fixes: [rewriting(mode, allowed.at(-1)!)] });
  },
};
