import type { Run } from '../../engine/effective-assignments.ts';
import { atValue, lineAbove, lineBelow } from '../../engine/finding-place.ts';
import { type JudgedAssignment, valueSpanIn } from '../../engine/judged-block.ts';
import type { Finding } from '../../engine/rule.ts';
import { parseUnitName } from '../../schema/unit-name.ts';
import type { Word } from '../../syntax/words.ts';
import { type LoadedUnit, memoizeRun, memoizeRunInUnit } from '../../units/loaded-unit.ts';
import { isOwnName } from '../unit/dependencies.ts';
import type { UnitRule } from '../unit-rule.ts';
import { type RunWord, wordsOfRun } from '../unit-values.ts';

/** Kinds that come before services anyway, or that systemd itself orders. */
const ORDERED = ['slice', 'socket', 'target', 'mount', 'device', 'swap', 'timer', 'path'];

export const requiresWithoutAfter: UnitRule = {
  id: 'requires-without-after',
  scope: 'unit',
  docs: {
    what: 'A service that requires another one and is not ordered against it.',
    severities: ['hint'],
    why: 'Requires= says that both are started, not which first: without After= they start at the same time.',
    bad: '[Unit]\nRequires=postgresql.service',
    good: '[Unit]\nRequires=postgresql.service\nAfter=postgresql.service',
    manual: ['systemd.unit(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'service') return;
    const required = ['Requires', 'BindsTo', 'Requisite'].filter((key) => unit.runs('Unit', key).length > 0);
    if (required.length === 0) return;
    const ordered = new Set(['After', 'Before'].flatMap((key) => unit.runs('Unit', key).flatMap(namesOf)));
    for (const key of required) {
      for (const run of unit.runs('Unit', key)) {
        const { place } = run;
        const wanted = needingOrder(run, unit);
        const unordered = ordered.size === 0 ? wanted : wanted.filter(({ word }) => !ordered.has(word.text));
        report.batch(place, 'hint', unordered, {
          spanOf: ({ index, word }) => valueSpanIn(place, index, word),
          describe: ({ index, word }, outline) => ({ ...outline, ...told(place.at(index), word, key) }),
        });
      }
    }
  },
};

/** Names of units that systemd does not order by itself. */
const needingOrder = memoizeRunInUnit((run, unit): readonly RunWord[] =>
  [...wordsOfRun(run)].filter(({ word }) => {
    const name = parseUnitName(word.text);
    return name && !ORDERED.includes(name.kind) && !isOwnName(word.text, unit);
  }),
);

const namesOf = memoizeRun((run): readonly string[] => [...wordsOfRun(run)].map(({ word }) => word.text));

type Said = Pick<Finding, 'section' | 'key' | 'message' | 'fixes'>;

function told(assignment: JudgedAssignment, word: Word, key: string): Said {
  const { node, section } = assignment;
  const message = `${key}= does not order: both units start at the same time. Add After=${word.text} if this one needs the other to be up.`;
  return { section, key: node.key, message, fixes: lineBelow(assignment, `After=${word.text}`) };
}

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
