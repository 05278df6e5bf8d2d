import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { atValue } from '../place.ts';
import type { UnitRule } from '../rule.ts';
import { type UnitWord, wordsOf } from '../unit/dependency-self.ts';

const TARGET = 'network-online.target';
const STARTING = ['Wants', 'Requires', 'BindsTo', 'Requisite', 'Upholds'];

export const networkOnline: UnitRule = {
  id: 'network-online',
  scope: 'unit',
  docs: {
    what: 'A unit that is ordered after network-online.target, and that nothing makes systemd start.',
    why: 'After= only orders. network-online.target is started when a unit wants it; without Wants= this one may start before the network is up.',
    bad: '[Unit]\nAfter=network-online.target',
    good: '[Unit]\nWants=network-online.target\nAfter=network-online.target',
    manual: ['systemd.special(7)'],
  },
  check(unit, report) {
    const after = naming(unit, 'After');
    if (!after || STARTING.some((key) => naming(unit, key))) return;
    const { place, index, word } = after;
    const assignment = place.at(index);
    const { start } = assignment.node.span;
    report({
      ...atValue(assignment, word.start, word.end),
      severity: 'hint',
      message: `After= does not start ${TARGET}; without Wants=${TARGET} it may never be reached, and this unit starts without a network.`,
      fixes: [{ title: `Add Wants=${TARGET}`, edits: [{ start, end: start, text: `Wants=${TARGET}\n` }] }],
    });
  },
};

function naming(unit: LoadedUnit, key: string): UnitWord | undefined {
  for (const found of wordsOf(unit, key, (value) => value.includes(TARGET)))
    if (found.word.text === TARGET) return found;
  return undefined;
}
