import type { Field, LineContent, LineContext } from '../../engine/lines/line-dialect.ts';
import { readWord, type WordOptions } from '../../syntax/words.ts';
import { since } from '../../values/changes.ts';
import { leadingBlanks, stripped } from '../lines/strip-line.ts';

/** The fields of a line, in order. */
export const FIELDS = ['type', 'path', 'mode', 'user', 'group', 'age', 'argument'] as const;

export type FieldName = (typeof FIELDS)[number];

const TOKENS: Readonly<Partial<Record<FieldName, Field['token']>>> = { type: 'property', path: 'path' };

/**
 * A line as `parse_line()` of src/tmpfiles/tmpfiles.c reads it: six words with quotes, and what is left is the argument as it
 * stands. A line that begins with a number sign is a comment; nothing else is.
 */
export function readLine(whole: string, { version }: LineContext): LineContent {
  // `read_stripped_line()`: blanks at the end belong to nothing.
  const line = stripped(whole);
  const start = leadingBlanks(line);
  if (start === line.length) return { kind: 'blank', fields: [] };
  if (line[start] === '#') return { kind: 'comment', fields: [] };
  const options: WordOptions = {
    unquote: true,
    cunescape: since(version, 'fields of tmpfiles.d have C escapes'),
    version,
  };
  const fields: Field[] = [];
  let at = start;
  for (const name of FIELDS.slice(0, -1)) {
    const { word, fault, next } = readWord(line, at, options);
    if (fault)
      return { kind: 'entry', fields, fault: { start: fault.start, end: fault.end, message: FAULTS[fault.fault] } };
    if (!word) return { kind: 'entry', fields };
    const isReplaced = name === 'path' && word.text.includes('%');
    const token = TOKENS[name];
    fields.push({
      name,
      start: word.start,
      end: word.end,
      text: word.text,
      ...(token && { token }),
      ...(isReplaced && { hasSpecifiers: true }),
    });
    at = next;
  }
  if (at < line.length) fields.push(argumentField(line, at));
  return { kind: 'entry', fields };
}

function argumentField(line: string, start: number): Field {
  const text = line.slice(start);
  return { name: 'argument', start, end: line.length, text, ...(text.includes('%') && { hasSpecifiers: true }) };
}

const FAULTS = {
  'unbalanced-quote': 'This quote is not closed',
  'bad-escape': 'This is not an escape of C',
  'trailing-backslash': 'There is nothing behind this backslash',
} as const;

/** The text of a field, undefined where it is left out: not there, empty or `-`. */
export function given(content: LineContent, name: FieldName): Field | undefined {
  const field = content.fields[FIELDS.indexOf(name)];
  return field && field.text !== '' && field.text !== '-' ? field : undefined;
}
