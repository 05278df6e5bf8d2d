import type { Field, LineContent, LineContext } from '../../engine/lines/line-dialect.ts';
import { readWord } from '../../syntax/words.ts';
import { leadingBlanks, stripped } from '../lines/strip-line.ts';

/** The fields of a line, in order. */
export const FIELDS = ['type', 'name', 'id', 'gecos', 'home', 'shell'] as const;

export type FieldName = (typeof FIELDS)[number] | 'rest';

const TOKENS: Readonly<Partial<Record<FieldName, Field['token']>>> = { type: 'property', home: 'path', shell: 'path' };

/** A line as `parse_line()` of src/sysusers/sysusers.c reads it: six words with quotes; there may be nothing behind them. */
export function readLine(whole: string, { version }: LineContext): LineContent {
  const line = stripped(whole);
  const start = leadingBlanks(line);
  if (start === line.length) return { kind: 'blank', fields: [] };
  if (line[start] === '#') return { kind: 'comment', fields: [] };
  const fields: Field[] = [];
  let at = start;
  for (const name of FIELDS) {
    const { word, fault, next } = readWord(line, at, { unquote: true, version });
    if (fault) {
      const message =
        fault.fault === 'unbalanced-quote' ? 'This quote is not closed' : 'There is nothing behind this backslash';
      return { kind: 'entry', fields, fault: { start: fault.start, end: fault.end, message } };
    }
    if (!word) return { kind: 'entry', fields };
    const token = TOKENS[name];
    const { text } = word;
    const isReplaced = name !== 'type' && text.includes('%');
    fields.push({
      name,
      start: word.start,
      end: word.end,
      text,
      ...(token && { token }),
      ...(isReplaced && { hasSpecifiers: true }),
    });
    at = next;
  }
  if (at < line.length) fields.push({ name: 'rest', start: at, end: line.length, text: line.slice(at) });
  return { kind: 'entry', fields };
}

/** A field that is not left out: there, neither empty nor `-`. */
export function given({ fields }: LineContent, name: FieldName): Field | undefined {
  const field = fields.find((each) => each.name === name);
  return field && field.text !== '' && field.text !== '-' ? field : undefined;
}
