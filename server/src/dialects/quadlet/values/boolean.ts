import { whole } from '../../../values/problem.ts';
import type { ValueProblem, ValueType } from '../../../values/value-type.ts';
import { isTrue } from '../generator/lookup.ts';
import { unquoted } from './text.ts';

const FALSE = /^(?:0|no|false|off)$/i;
/** What systemd takes for true and Podman for false. */
const MEANT_TRUE = /^(?:y|t)$/i;

/** `LookupBoolean()`: 1, yes, true and on are true; whatever else is written is false, without a word. */
export const quadletBoolean: ValueType = booleanWith([]);

/** A boolean that takes some words more. */
export function booleanWith(words: readonly string[]): ValueType {
  const takes = (text: string): boolean => words.includes(text.toLowerCase());
  return {
    parsers: [],
    repeats: 'replaces',
    form: 'yes|no',
    check(text): ValueProblem[] {
      const plain = unquoted(text);
      if (text === '' || isTrue(plain) || FALSE.test(plain) || takes(plain)) return [];
      const guess = MEANT_TRUE.test(plain) ? 'yes' : /^(?:n|f)$/i.test(plain) ? 'no' : undefined;
      return [
        {
          ...whole(text),
          rule: 'value-invalid',
          severity: 'warning',
          effect: 'kept',
          message: `Podman takes "${text}" for no, without a message. Write yes or no${words.map((word) => `, or ${word}`).join('')}.`,
          ...(guess && { replacement: guess, isGuess: true }),
        },
      ];
    },
    complete: (text) => ({
      ...whole(text),
      items: ['yes', 'no', ...words].map((label) => ({ label, kind: 'keyword' as const })),
    }),
  };
}
