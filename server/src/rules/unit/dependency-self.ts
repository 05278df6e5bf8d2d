import { atValue } from '../../engine/finding-place.ts';
import { type PlacedJudgement, valueSpanIn } from '../../engine/judged-block.ts';
import type { Report } from '../../engine/rule.ts';
import { ownSectionOf } from '../../schema/kinds.ts';
import { templateOf } from '../../schema/unit-name.ts';
import { firstOf, type LoadedUnit, memoizeRunInUnit } from '../../units/loaded-unit.ts';
import { expandSpecifiers } from '../../values/specifiers.ts';
import type { UnitRule } from '../unit-rule.ts';
import { type RunWord, wordsOfRun } from './unit-name-words.ts';

/** Where systemd minds; a unit that requires itself is taken without a word. */
const MINDED = ['Conflicts', 'Before', 'After', 'OnFailure', 'OnSuccess'];

export const dependencySelf: UnitRule = {
  id: 'dependency-self',
  scope: 'unit',
  docs: {
    what: 'A unit that is ordered against itself, conflicts with itself, triggers itself or is its own OnFailure=.',
    severities: ['warning'],
    why: 'systemd warns and drops the dependency.',
    bad: '# example.service\n[Unit]\nAfter=network.target example.service',
    good: '# example.service\n[Unit]\nAfter=network.target',
    manual: ['systemd.unit(5)'],
  },
  check(unit, report) {
    if (!unit.name) return;
    triggersItself(unit, report);
    for (const key of MINDED) {
      for (const run of unit.runs('Unit', key)) {
        const words = ownNames(run, unit);
        if (words.length > 0) reportWords(words, run.place, { key, report });
      }
    }
  },
};

function reportWords(
  words: readonly RunWord[],
  place: PlacedJudgement,
  { key, report }: { readonly key: string; readonly report: Report },
): void {
  const message = `${key}= names this unit itself; systemd warns and drops the dependency.`;
  report.batch(place, 'warning', words, {
    spanOf: ({ index, word }) => valueSpanIn(place, index, word),
    describe: ({ index, word }, outline) => ({
      ...atValue(place.at(index), word.start, word.end),
      ...outline,
      message,
      tag: 'unnecessary',
    }),
  });
}

const ownNames = memoizeRunInUnit((run, unit): readonly RunWord[] =>
  [...wordsOfRun(run)].filter(({ word }) => isOwnName(word.text, unit)),
);

/** By its template: a plain name is told with the value, which systemd does not even take. */
function triggersItself(unit: LoadedUnit, report: Report): void {
  if (unit.kind !== 'timer' && unit.kind !== 'path') return;
  const first = firstOf(unit, ownSectionOf(unit.kind), 'Unit');
  if (!first || !isOwnName(first.node.value.text, unit)) return;
  const message = `With its own instance this is the unit itself, so this ${unit.kind} would trigger itself; systemd warns and drops the dependency. Name what it shall start.`;
  report({ ...atValue(first), severity: 'warning', message });
}

/** Whether a text, its specifiers replaced, is the unit's own name. */
export function isOwnName(text: string, unit: LoadedUnit): boolean {
  if (!unit.name) return false;
  const target = text.includes('%') ? expandSpecifiers(text, contextOf(unit)).text : text;
  if (target === unit.name.text) return true;
  if (unit.name.instance === undefined) return false;
  // A template is taken with the instance of the unit that names it.
  return target === instanceName(unit) || target === templateOf(unit.name);
}

const contextOf = ({ name, manager, kind, version }: LoadedUnit) => ({ unit: name, manager, kind, version });

/** The name under which systemd judges a template: an instance of it. */
const instanceName = (unit: LoadedUnit): string => `${expandSpecifiers('%p@%i', contextOf(unit)).text}.${unit.kind}`;
