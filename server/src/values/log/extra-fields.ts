import { readWords } from '../../syntax/words.ts';
import { BLANKS, partStart } from '../../text/word-part.ts';
import { type Located, locatedWord } from '../located.ts';
import { faultAt, nameOf, quoted } from '../problem.ts';
import { resolve } from '../resolve.ts';
import type { ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { faultsOf, quotingProblem, wordAround } from '../word-list.ts';

/** The longest name of a journal field, `journal_field_valid()` of src/libsystemd/sd-journal/journal-file.c. */
const NAME_MAX = 64;

/** `LogExtraFields=`: `FIELD=VALUE` words; systemd.journal-fields(7). */
export const logExtraFields: ValueType = {
  parsers: ['config_parse_log_extra_fields'],
  repeats: 'extends',
  form: 'FIELD=value',
  specifiers: 'all',
  check(text, context) {
    const { words, fault } = readWords(text, { unquote: true, cunescape: true, version: context.version });
    const problems = faultsOf(words, (word) => checkField(locatedWord(word), context, words.length > 1));
    return fault ? [...problems, quotingProblem(fault, context, words.length > 0)] : problems;
  },
  complete(text, offset) {
    const { start, end } = wordAround(text, offset);
    if (text.slice(start, offset).includes('='))
      return { start: offset, end: offset, items: [], sources: [{ type: 'specifier' }] };
    return {
      start,
      end,
      items: [{ label: 'FIELD=value', kind: 'snippet', insert: '${1:FIELD}=${2:value}', isSnippet: true }],
    };
  },
  signature: () => ({
    label: 'FIELD=VALUE …',
    parameters: [
      {
        label: 'FIELD',
        documentation: 'Capital letters, digits and underscores; no underscore and no digit in front.',
      },
      { label: 'VALUE', documentation: 'Any text; specifiers are replaced. Put quotes around FIELD=VALUE for blanks.' },
    ],
    active: (text, offset) => (text.slice(partStart(text, offset, BLANKS), offset).includes('=') ? 1 : 0),
  }),
};

function checkField(word: Located, context: ValueContext, hasOthers: boolean): ValueProblem[] {
  const consequence = hasOthers ? 'entry' : 'ignored';
  const resolved = resolve(word, context, { consequence });
  if (resolved.problem) return [resolved.problem];
  const { value } = resolved;
  const equals = value.text.indexOf('=');
  if (equals < 0) {
    const what = `${nameOf(context)} takes FIELD=VALUE, and ${quoted(value.text)} has no =`;
    return [faultAt(value.span(), { rule: 'value-invalid', consequence, what })];
  }
  const name = value.text.slice(0, equals);
  const fault = nameFault(name);
  if (!fault) return [];
  const better = name.toUpperCase();
  const remedy = nameFault(better) ? undefined : `Write ${better}.`;
  const what = `${quoted(name)} is not a valid name for a journal field: it ${fault}`;
  return [
    faultAt(value.span(0, equals), { rule: 'value-invalid', consequence, what, remedy, replacement: remedy && better }),
  ];
}

function nameFault(name: string): string | undefined {
  if (name === '') return 'is empty';
  if (name.length > NAME_MAX) return `is longer than ${NAME_MAX} characters`;
  if (name.startsWith('_')) return 'begins with an underscore, as only fields of the journal itself do';
  if (/^\d/.test(name)) return 'begins with a digit';
  return /^[A-Z0-9_]+$/.test(name) ? undefined : 'has other characters than capital letters, digits and underscores';
}
