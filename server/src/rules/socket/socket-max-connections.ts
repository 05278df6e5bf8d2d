import { atAssignment, removal } from '../../engine/finding-place.ts';
import { since } from '../../values/changes.ts';
import type { UnitRule } from '../unit-rule.ts';

export const socketMaxConnections: UnitRule = {
  id: 'socket-max-connections',
  scope: 'unit',
  docs: {
    what: 'MaxConnections=0.',
    severities: ['error'],
    why: 'A socket that may have no connections is of no use; systemd refuses the unit. The default is 64.',
    bad: '[Socket]\nListenStream=7777\nAccept=yes\nMaxConnections=0',
    good: '[Socket]\nListenStream=7777\nAccept=yes\nMaxConnections=200',
    manual: ['systemd.socket(5)'],
  },
  check(unit, report) {
    const max = unit.last('Socket', 'MaxConnections');
    if (unit.kind !== 'socket' || !max || Number(max.node.value.text) !== 0) return;
    if (!since(unit.version, 'MaxConnections= counts without Accept=') && !unit.flag('Socket', 'Accept')) return;
    const message = 'MaxConnections= has to be at least 1; systemd refuses to load this unit.';
    report({ ...atAssignment(max), severity: 'error', message, fixes: [removal(max)] });
  },
};
