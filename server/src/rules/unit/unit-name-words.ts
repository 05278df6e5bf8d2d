import type { Run } from '../../engine/effective-assignments.ts';
import { assignmentIn } from '../../engine/judged-block.ts';
import { readWords, type Word } from '../../syntax/words.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';

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
