import type { Repetition, ValueProblem, ValueType } from '../../../values/value-type.ts';
import { type Splitting, splitWords } from '../generator/words.ts';

/** `LookupAllStrv()`: words as systemd's lists have them. */
export const listWords: ValueType = wordsType('list', 'adds');

/** `LookupAllArgs()`: words as in a command line. */
export const argumentWords: ValueType = wordsType('arguments', 'adds');

/** The same of a key whose last assignment counts. */
export const commandWords: ValueType = wordsType('arguments', 'replaces');

/** Podman drops what it cannot split, without a word or with a warning in its log. */
export function wordsType(splitting: Splitting, repeats: Repetition): ValueType {
  return { parsers: [], repeats, specifiers: 'all', check: (text) => splittingProblems(text, splitting) };
}

export function splittingProblems(text: string, splitting: Splitting): ValueProblem[] {
  const words = splitWords(text, splitting);
  const whole = { start: 0, end: text.length, rule: 'quoting', severity: 'warning' } as const;
  if (!words && splitting === 'list')
    return [{ ...whole, message: 'A quote is not closed; Podman drops the whole value without a message.' }];
  if (!words) return [unknownEscape(text)];
  const end = droppedFrom(text, words, splitting);
  if (end === undefined) return [];
  return [
    {
      ...whole,
      start: end,
      severity: 'warning',
      effect: 'part',
      message: `Podman stops at the empty word and drops it and what follows: ${text.slice(end)}`,
    },
  ];
}

function unknownEscape(text: string): ValueProblem {
  const at = [...text.matchAll(/\\[\s\S]?/g)].find(
    ({ index }) => !splitWords(text.slice(index, index + 10).split(' ')[0]!, 'arguments'),
  );
  const start = at?.index ?? 0;
  const end = at ? start + at[0].length : text.length;
  const wanted = text.slice(start, end);
  return {
    start,
    end,
    rule: 'escape-unknown',
    severity: 'warning',
    message: `Unknown escape sequence "${wanted}"; Podman drops the whole value. Write \\${wanted} for a backslash.`,
    replacement: `\\${wanted}`,
    isGuess: true,
  };
}

/** Where the empty word is at which Podman stops, if there is one. */
function droppedFrom(text: string, words: readonly string[], splitting: Splitting): number | undefined {
  for (const { index } of text.matchAll(/(?<=^|\s)(?:""|'')(?=\s|$)/g)) {
    const before = splitWords(text.slice(0, index), splitting);
    if (before && before.length === words.length) return index;
  }
  return undefined;
}
