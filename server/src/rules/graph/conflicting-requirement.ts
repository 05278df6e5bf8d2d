import { BINDING, PULLING } from '../../units/relation-kinds.ts';
import type { GraphRule } from '../unit-rule.ts';
import { atEdge } from './edge-place.ts';

export const conflictingRequirement: GraphRule = {
  id: 'conflicting-requirement',
  scope: 'graph',
  docs: {
    what: 'A unit that conflicts with what it requires or wants itself.',
    severities: ['warning', 'info'],
    why: 'The other would have to be started and stopped at once: systemd refuses the start when it is required, and does not start it when it is wanted.',
    bad: '[Unit]\nRequires=web.service\nConflicts=web.service',
    good: '[Unit]\nRequires=web.service',
    manual: ['systemd.unit(5)'],
  },
  check(unit, graph, report) {
    if (!unit.name) return;
    const edges = graph.outgoing(unit.name.text);
    const conflicts = edges.filter(({ key }) => key === 'Conflicts');
    if (conflicts.length === 0) return;
    const pulling = edges.filter(({ key }) => PULLING.has(key)).reverse();
    const firstTo = new Map(pulling.map((edge) => [edge.to, edge]));
    for (const edge of conflicts) {
      const pulled = firstTo.get(edge.to);
      const place = pulled && atEdge(unit, edge);
      if (!place) continue;
      const bound = BINDING.has(pulled.key);
      const outcome = bound ? 'systemd refuses to start this unit' : 'systemd does not start the other';
      const message = `This unit conflicts with ${edge.to}, and starts it by ${pulled.key}=: ${outcome}. Remove one of the two.`;
      report({ ...place, severity: bound ? 'warning' : 'info', message });
    }
  },
};
