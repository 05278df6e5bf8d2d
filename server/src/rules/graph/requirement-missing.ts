import { specialUnits } from '../../schema/special-units.ts';
import { parseUnitName, type UnitName } from '../../schema/unit-name.ts';
import { DEMANDING } from '../../units/relation-kinds.ts';
import type { GraphRule } from '../unit-rule.ts';
import { atEdge } from './edge-place.ts';

/** Units of these kinds come from the kernel, fstab or systemd itself, with no file of theirs to be found. */
const WITHOUT_FILES = ['device', 'mount', 'swap', 'slice', 'scope'];

export const requirementMissing: GraphRule = {
  id: 'requirement-missing',
  scope: 'graph',
  docs: {
    what: 'A unit that is required but masked, or cannot be found.',
    severities: ['info'],
    why: 'systemd refuses to start a unit when what it requires cannot be loaded. Wants= is for what may be missing.',
    bad: '[Unit]\nRequires=postgressql.service',
    good: '[Unit]\nRequires=postgresql.service',
    manual: ['systemd.unit(5)'],
  },
  check(unit, graph, report) {
    if (!unit.name) return;
    for (const edge of graph.outgoing(unit.name.text)) {
      const name = DEMANDING.has(edge.key) ? parseUnitName(edge.to) : undefined;
      const place = name && atEdge(unit, edge);
      if (!name || !place) continue;
      const state = graph.unit(edge.to)?.state;
      const masked = state === 'masked';
      if (state === 'loaded' || (!masked && !(graph.knowsMachine && hasFile(name)))) continue;
      const why = masked ? 'is masked' : 'cannot be found';
      const message = `${edge.to} ${why}; with ${edge.key}= systemd then refuses to start this unit. Use Wants= for what may be missing.`;
      report.lazily({ ...place, severity: 'info' }, () => ({ ...place, severity: 'info', message }));
    }
  },
};

const hasFile = ({ text, kind, instance }: UnitName): boolean =>
  !WITHOUT_FILES.includes(kind) && instance !== '' && !specialUnits().has(text);
