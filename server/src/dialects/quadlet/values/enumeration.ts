import { nearest } from '../../../text/edit-distance.ts';
import { whole } from '../../../values/problem.ts';
import type { Severity, ValueType } from '../../../values/value-type.ts';
import { unquoted } from './text.ts';

interface Effect {
  /** Words that are taken and not offered. */
  readonly also?: readonly string[];
  readonly severity?: Severity;
  /** What comes of any other word. */
  readonly effect: string;
}

/** One of some words. Quadlet passes on whatever is written; the program behind it does not take it. */
export const wordOf = (words: readonly string[], { also = [], severity = 'error', effect }: Effect): ValueType => ({
  parsers: [],
  repeats: 'replaces',
  form: words.join('|'),
  check(text) {
    const plain = unquoted(text);
    if (text === '' || [...words, ...also].includes(plain.toLowerCase()) || plain.includes('%') || plain.includes('$'))
      return [];
    const guess = nearest(plain, words);
    return [
      {
        ...whole(text),
        rule: 'value-invalid',
        severity,
        effect: 'kept',
        message: `Unknown value "${plain}"; ${effect}. ${guess ? `Did you mean "${guess}"?` : `Write one of ${words.join(', ')}.`}`,
        ...(guess && { replacement: guess }),
      },
    ];
  },
  complete: (text) => ({
    ...whole(text),
    items: words.map((label) => ({ label, kind: 'keyword' as const })),
  }),
});
