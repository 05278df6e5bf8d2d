import { nearest } from '../text/edit-distance.ts';
import { emptyProblem, nameOf, problem, quoted, REFUSES, whole } from './problem.ts';
import type { ValueType } from './value-type.ts';

/** The words of `parse_boolean()`, src/basic/parse-util.c, which minds no case. */
const TRUE_WORDS = ['1', 'yes', 'y', 'true', 't', 'on'];
const FALSE_WORDS = ['0', 'no', 'n', 'false', 'f', 'off'];

/** True, false, or undefined for a text that is not a boolean. */
export function parseBoolean(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (TRUE_WORDS.includes(word)) return true;
  return FALSE_WORDS.includes(word) ? false : undefined;
}

/** `enabled` and its like. */
function sameMeaning(text: string): string | undefined {
  if (/^(enabled?|always|active)$/i.test(text)) return 'yes';
  return /^(disabled?|never|none|inactive)$/i.test(text) ? 'no' : undefined;
}

export const boolean: ValueType = {
  parsers: ['config_parse_bool'],
  repeats: 'replaces',
  check(text, context) {
    if (parseBoolean(text) !== undefined) return [];
    // config_parse_bool() is told with `true` that a fault is fatal: DynamicUser= must not be taken for off.
    const isFatal = context.directive.argument === 'true';
    if (text === '' && !isFatal) return [emptyProblem(context, 'yes or no')];
    const guess = nearest(text, ['yes', 'no', 'true', 'false', 'on', 'off']) ?? sameMeaning(text);
    const advice = guess ? ` Did you mean ${guess}?` : '';
    const outcome = isFatal ? REFUSES : 'systemd ignores this line';
    const message = `${nameOf(context)} takes yes or no, not ${quoted(text)}; ${outcome}.${advice}`;
    return [
      problem(whole(text), 'value-invalid', message, { replacement: guess, severity: isFatal ? 'error' : 'warning' }),
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

/** A boolean whose empty value leaves the choice to systemd. */
export const tristate: ValueType = {
  ...boolean,
  parsers: ['config_parse_tristate', 'config_parse_exec_mount_apivfs'],
  repeats: 'replaces',
  check: (text, context) => (text === '' ? [] : boolean.check(text, context)),
};
