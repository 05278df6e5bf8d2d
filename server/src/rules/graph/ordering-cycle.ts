import { type Cycle, orderingCycle, type Wait } from '../../units/cycles.ts';
import { MOUNTS_FOR } from '../../units/relation-kinds.ts';
import type { Edge } from '../../units/unit-graph.ts';
import type { GraphRule } from '../unit-rule.ts';
import { atEdge } from './edge-place.ts';

export const orderingCycleRule: GraphRule = {
  id: 'ordering-cycle',
  scope: 'graph',
  docs: {
    what: 'Units that wait for each other in a circle when this one is started.',
    severities: ['warning'],
    why: 'Nothing can come first. systemd leaves one of them out of the start; where all of them are required it refuses the start.',
    bad: '# a.service\n[Unit]\nRequires=b.service\nAfter=b.service\n# b.service\n[Unit]\nAfter=a.service',
    good: '# a.service\n[Unit]\nRequires=b.service\nAfter=b.service',
    manual: ['systemd.unit(5)'],
  },
  check(unit, graph, report) {
    const { name } = unit;
    const cycle = name && orderingCycle(graph, name.text);
    if (!cycle) return;
    const place = cycle.waits.map(({ edge }) => atEdge(unit, edge)).find((found) => found !== undefined);
    if (place) report({ ...place, section: 'Unit', severity: 'warning', message: messageOf(cycle) });
  },
};

/** Units of a circle that are named; of a longer one the rest are counted. */
const MOST_NAMED = 8;

function messageOf({ waits, breakable }: Cycle): string {
  const named = waits.slice(0, MOST_NAMED);
  const left = waits.length - named.length;
  const rest = left === 0 ? [] : [`${left} more`];
  const circle = [...named.map(({ unit }) => unit), ...rest, waits[0]!.unit].join(' after ');
  const others = named.slice(1).map(described);
  const where = others.length === 0 ? '' : ` (${others.join('; ')})`;
  const outcome = breakable
    ? 'systemd leaves one of them out of the start to break it.'
    : 'All of them are required, so systemd refuses to start any.';
  return `Ordering cycle: ${circle}${where}. ${outcome} Remove one After= or Before=.`;
}

const described = ({ edge }: Wait): string => `${edge.file ? edge.from : 'by default'}: ${spelled(edge)}`;

function spelled({ from, key, to, file, at }: Edge): string {
  if (!file) return `${from} ${key}=${to}`;
  return `${key}=${MOUNTS_FOR.has(key) && at ? at.written : to}`;
}
