import { atAssignment, removal } from '../../engine/finding-place.ts';
import { firstLineIn } from '../../engine/judged-block.ts';
import { ownSectionOf } from '../../schema/kinds.ts';
import type { UnitRule } from '../unit-rule.ts';

export const triggerUnit: UnitRule = {
  id: 'trigger-unit',
  scope: 'unit',
  docs: {
    what: 'A second Unit= in a timer or path unit.',
    severities: ['warning'],
    why: 'Such a unit starts one other unit: the first Unit= counts, systemd warns of others and ignores them. A drop-in cannot replace it.',
    bad: '# example.timer\n[Timer]\nOnCalendar=daily\nUnit=backup.service\nUnit=cleanup.service',
    good: '# example.timer\n[Timer]\nOnCalendar=daily\nUnit=backup.service',
    manual: ['systemd.timer(5)', 'systemd.path(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'timer' && unit.kind !== 'path') return;
    const [first, ...others] = unit.runs(ownSectionOf(unit.kind), 'Unit');
    if (!first) return;
    const message = 'Only one unit can be triggered, the one named first; systemd warns and ignores this line.';
    for (const { place, indexes } of [{ place: first.place, indexes: first.indexes.slice(1) }, ...others]) {
      report.batch(place, 'warning', indexes, {
        spanOf: (index) => firstLineIn(place, index, place.source.tree.text),
        describe(index, outline) {
          const assignment = place.at(index);
          return { ...atAssignment(assignment), ...outline, message, fixes: [removal(assignment)] };
        },
      });
    }
  },
};
