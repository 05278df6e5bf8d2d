import { nearest } from '../../../text/edit-distance.ts';
import type { Severity, ValueType } from '../../../values/value-type.ts';

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
    const plain = text.replace(/^"(.*)"$/, '$1');
    if (text === '' || [...words, ...also].includes(plain.toLowerCase()) || plain.includes('%') || plain.includes('$'))
      return [];
    const guess = nearest(plain, words);
    return [
      {
        start: 0,
        end: text.length,
        rule: 'value-invalid',
        severity,
        effect: 'kept',
        message: `Unknown value "${plain}"; ${effect}. ${guess ? `Did you mean "${guess}"?` : `Write one of ${words.join(', ')}.`}`,
        ...(guess && { replacement: guess }),
      },
    ];
  },
  complete: (text) => ({
    start: 0,
    end: text.length,
    items: words.map((label) => ({ label, kind: 'keyword' as const })),
  }),
});
