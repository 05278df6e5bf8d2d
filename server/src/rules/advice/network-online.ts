import type { Run } from '../../engine/effective-assignments.ts';
import { atValue, lineAbove } from '../../engine/finding-place.ts';
import { type LoadedUnit, memoizeRun } from '../../units/loaded-unit.ts';
import { wordsOfRun } from '../unit/unit-name-words.ts';
import type { UnitRule } from '../unit-rule.ts';

const TARGET = 'network-online.target';
const STARTING = ['Wants', 'Requires', 'BindsTo', 'Requisite', 'Upholds'];

export const networkOnline: UnitRule = {
  id: 'network-online',
  scope: 'unit',
  docs: {
    what: 'A unit that is ordered after network-online.target, and that nothing makes systemd start.',
    severities: ['hint'],
    why: 'After= only orders. network-online.target is started when a unit wants it; without Wants= this one may start before the network is up.',
    bad: '[Unit]\nAfter=network-online.target',
    good: '[Unit]\nWants=network-online.target\nAfter=network-online.target',
    manual: ['systemd.special(7)'],
  },
  check(unit, report) {
    const run = naming(unit, 'After');
    if (!run || STARTING.some((key) => naming(unit, key))) return;
    const { index, word } = targetIn(run)!;
    const assignment = run.place.at(index);
    report({
      ...atValue(assignment, word.start, word.end),
      severity: 'hint',
      message: `After= does not start ${TARGET}; without Wants=${TARGET} it may never be reached, and this unit starts without a network.`,
      fixes: [lineAbove(assignment, `Wants=${TARGET}`)],
    });
  },
};

const naming = (unit: LoadedUnit, key: string): Run | undefined => unit.runs('Unit', key).find(targetIn);

const targetIn = memoizeRun((run) =>
  [...wordsOfRun(run, (value) => value.includes(TARGET))].find(({ word }) => word.text === TARGET),
);
