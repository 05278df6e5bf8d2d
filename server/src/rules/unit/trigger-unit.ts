import { ownSectionOf } from '../../schema/kinds.ts';
import { firstLineIn, type PlacedJudgement } from '../../units/judged-block.ts';
import { atAssignment, removal } from '../place.ts';
import type { Report, UnitRule } from '../rule.ts';

export const triggerUnit: UnitRule = {
  id: 'trigger-unit',
  scope: 'unit',
  docs: {
    what: 'A second Unit= in a timer or path unit.',
    why: 'Such a unit starts one other unit: the first Unit= counts, systemd warns of others and ignores them. A drop-in cannot replace it.',
    bad: '# example.timer\n[Timer]\nOnCalendar=daily\nUnit=backup.service\nUnit=cleanup.service',
    good: '# example.timer\n[Timer]\nOnCalendar=daily\nUnit=backup.service',
    manual: ['systemd.timer(5)', 'systemd.path(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'timer' && unit.kind !== 'path') return;
    let isFirst = true;
    for (const { place, indexes } of unit.runs(ownSectionOf(unit.kind), 'Unit')) {
      for (const index of indexes) {
        if (!isFirst) tellOfLine(place, index, report);
        isFirst = false;
      }
    }
  },
};

function tellOfLine(place: PlacedJudgement, index: number, report: Report): void {
  const { source } = place;
  const outline = { ...firstLineIn(place, index, source.tree.text), source, severity: 'warning' } as const;
  const message = 'Only one unit can be triggered, the one named first; systemd warns and ignores this line.';
  report.later(outline, () => {
    const assignment = place.at(index);
    return { ...atAssignment(assignment), ...outline, message, fixes: [removal(assignment)] };
  });
}
