import { ownSectionOf } from '../../schema/kinds.ts';
import { templateOf } from '../../schema/unit-name.ts';
import { readWords, type Word } from '../../syntax/words.ts';
import { remembered } from '../../text/remembered.ts';
import { assignmentIn, type PlacedJudgement, valueSpanIn } from '../../units/judged-block.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { expandSpecifiers } from '../../values/specifiers.ts';
import { atValue, reportLines } from '../place.ts';
import type { Report, UnitRule } from '../rule.ts';

/** Where systemd minds; a unit that requires itself is taken without a word. */
const MINDED = ['Conflicts', 'Before', 'After', 'OnFailure', 'OnSuccess'];

export const dependencySelf: UnitRule = {
  id: 'dependency-self',
  scope: 'unit',
  docs: {
    what: 'A unit that is ordered against itself, conflicts with itself, triggers itself or is its own OnFailure=.',
    why: 'systemd warns and drops the dependency.',
    bad: '# example.service\n[Unit]\nAfter=network.target example.service',
    good: '# example.service\n[Unit]\nAfter=network.target',
    manual: ['systemd.unit(5)'],
  },
  check(unit, report) {
    if (!unit.name) return;
    triggersItself(unit, report);
    for (const key of MINDED) {
      const message = `${key}= names this unit itself; systemd warns and drops the dependency.`;
      const own = [...wordsOf(unit, key)].filter(({ word }) => isOwnName(word.text, unit));
      reportLines(report, 'warning', own, {
        spanOf: ({ place, index, word }) => valueSpanIn(place, index, word),
        tell: ({ place, index, word }, outline) => ({
          ...atValue(place.at(index), word.start, word.end),
          ...outline,
          message,
          tag: 'unnecessary',
        }),
      });
    }
  },
};

/** By its template: a plain name is told with the value, which systemd does not even take. */
function triggersItself(unit: LoadedUnit, report: Report): void {
  if (unit.kind !== 'timer' && unit.kind !== 'path') return;
  const [first] = unit.list(ownSectionOf(unit.kind), 'Unit');
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

/** A word of a list of units. */
export interface UnitWord {
  readonly place: PlacedJudgement;
  /** Of its assignment in the block. */
  readonly index: number;
  readonly word: Word;
}

/** The words of a list of units; those of lines whose value does not hold what is looked for are left out. */
export function* wordsOf(unit: LoadedUnit, key: string, holds?: (value: string) => boolean): Generator<UnitWord> {
  for (const { place, indexes } of unit.runs('Unit', key)) {
    for (const index of indexes) {
      const content = assignmentIn(place, index);
      if (holds && !holds(content.value.text)) continue;
      for (const word of wordsOfLine(content)) yield { place, index, word };
    }
  }
}

/** Read once for a line, wherever it stands. */
const wordsOfLine = remembered(
  ({ value }: ReturnType<typeof assignmentIn>): readonly Word[] => readWords(value.text, { retainEscape: true }).words,
);
