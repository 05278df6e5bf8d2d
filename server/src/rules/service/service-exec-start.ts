import { commandsOf, serviceType } from '../../units/service.ts';
import { atAssignment, atValue, rewriting } from '../place.ts';
import type { Fix, UnitRule } from '../rule.ts';

export const serviceExecStart: UnitRule = {
  id: 'service-exec-start',
  scope: 'unit',
  docs: {
    what: 'More than one command in ExecStart= of a service that is not of Type=oneshot.',
    why: 'The process of ExecStart= is the service; systemd refuses a unit with two of them. A drop-in that replaces the command resets it first with an empty ExecStart=.',
    bad: '[Service]\nExecStart=/usr/bin/example --prepare\nExecStart=/usr/bin/example',
    good: '[Service]\nExecStartPre=/usr/bin/example --prepare\nExecStart=/usr/bin/example',
    manual: ['systemd.service(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'service') return;
    const type = serviceType(unit);
    const [first, ...more] = commandsOf(unit, 'ExecStart');
    if (type === 'oneshot' || !first || more.length === 0) return;
    const own = unit.last('Service', 'Type');
    for (const { assignment, start, end } of more) {
      const sameLine = assignment === first.assignment;
      const advice = sameLine
        ? 'The semicolon starts a second command: write \\; to pass it on, or use Type=oneshot.'
        : 'Use Type=oneshot for several commands, or an empty ExecStart= before this one to replace the first.';
      const fixes: Fix[] = own && own.source === assignment.source ? [rewriting(own, 'oneshot')] : [];
      report({
        ...(sameLine ? atValue(assignment, start, end) : atAssignment(assignment)),
        severity: 'error',
        message: `A service of Type=${type} takes one ExecStart= command; systemd refuses to load this unit. ${advice}`,
        fixes,
        related: [{ ...first.assignment.node.textSpan, source: first.assignment.source, message: 'The first command' }],
      });
    }
  },
};
