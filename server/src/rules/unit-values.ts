import type { Run } from '../engine/effective-assignments.ts';
import { assignmentIn } from '../engine/judged-block.ts';
import type { JudgedAssignment } from '../engine/judged-file.ts';
import { readWords, type Word } from '../syntax/words.ts';
import type { LoadedUnit } from '../units/loaded-unit.ts';
import { expandSpecifiers, findSpecifier } from '../values/specifiers.ts';

/** The value with its specifiers replaced; undefined where that depends on the machine or the instance. */
export function expanded({ node }: JudgedAssignment, unit: LoadedUnit): string | undefined {
  const { text } = node.value;
  const { name, manager, kind, version } = unit;
  const context = { unit: name, manager, kind, version };
  for (const [, letter = ''] of text.matchAll(/%([0-9A-Za-z%])/g)) {
    if (letter === '%' || letter === 'i' || letter === 'I') continue;
    const specifier = findSpecifier(letter, version);
    if (!specifier?.deprecated && !specifier?.settled?.(context)) return undefined;
  }
  return expandSpecifiers(text, context).text;
}

/** A word of a list of units in a run. */
export interface RunWord {
  /** Of its assignment in the block. */
  readonly index: number;
  readonly word: Word;
}

/** The words of the lists of a run; those of lines whose value does not hold what is looked for are left out. */
export function* wordsOfRun({ place, indexes }: Run, holds?: (value: string) => boolean): Generator<RunWord> {
  for (const index of indexes) {
    const { text } = assignmentIn(place, index).value;
    if (holds && !holds(text)) continue;
    for (const word of readWords(text, { retainEscape: true }).words) yield { index, word };
  }
}

/** The names in a list of units. */
export const namesIn = (unit: LoadedUnit, key: string): string[] =>
  unit.runs('Unit', key).flatMap((run) => [...wordsOfRun(run)].map(({ word }) => word.text));
