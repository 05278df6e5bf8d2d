import { nearest } from '../text/distance.ts';
import { emptyProblem, nameOf, problem, whole } from './problem.ts';
import type { ValueType } from './value-type.ts';

/** The words of `parse_boolean()`, src/basic/parse-util.c, which minds no case. */
const TRUE_WORDS = ['1', 'yes', 'y', 'true', 't', 'on'];
const FALSE_WORDS = ['0', 'no', 'n', 'false', 'f', 'off'];

/** True, false, or undefined for a text that is no boolean. */
export function parseBoolean(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (TRUE_WORDS.includes(word)) return true;
  return FALSE_WORDS.includes(word) ? false : undefined;
}

export const boolean: ValueType = {
  parsers: ['config_parse_bool'],
  check(text, context) {
    if (text === '') return [emptyProblem(context, 'yes or no')];
    if (parseBoolean(text) !== undefined) return [];
    const guess = nearest(text, ['yes', 'no', 'true', 'false', 'on', 'off']);
    const advice = guess ? `Did you mean ${guess}?` : 'Write yes or no.';
    return [
      problem(whole(text), 'value-invalid', `${nameOf(context)} takes yes or no, not "${text}"; systemd ignores the line. ${advice}`, {
        replacement: guess,
      }),
    ];
  },
  complete(text) {
    return {
      ...whole(text),
      items: [
        { label: 'yes', kind: 'keyword' },
        { label: 'no', kind: 'keyword' },
      ],
    };
  },
  describe(text) {
    const value = parseBoolean(text);
    if (value === undefined) return undefined;
    return { ...whole(text), markdown: value ? 'Yes: the setting is on.' : 'No: the setting is off.' };
  },
};
