import type { Field, LineContent } from '../../engine/lines/line-dialect.ts';
import { leadingBlanks, stripped } from './strip-line.ts';

/** What a line is before its parts are looked at: where its text begins, and the text without blanks around it. */
export interface Outline {
  readonly kind: LineContent['kind'];
  readonly start: number;
  readonly text: string;
}

export function outlineOf(line: string, comments: string): Outline {
  const start = leadingBlanks(line);
  const text = stripped(line).slice(start);
  const kind = text === '' ? 'blank' : comments.includes(text[0]!) ? 'comment' : 'entry';
  return { kind, start, text };
}

/** Words between blanks, as they stand: the last name takes the rest of the line where `takesRest`. */
export function wordFields(
  { start, text }: Outline,
  names: readonly string[],
  {
    takesRest = false,
    tokens = {},
  }: { readonly takesRest?: boolean; readonly tokens?: Readonly<Record<string, Field['token']>> } = {},
): Field[] {
  const fields: Field[] = [];
  for (const match of text.matchAll(/[^ \t\n\r]+/g)) {
    const name = names[Math.min(fields.length, names.length - 1)]!;
    const isLast = takesRest && fields.length === names.length - 1;
    const word = isLast ? text.slice(match.index) : match[0];
    const token = tokens[name];
    const at = start + match.index;
    fields.push({ name, start: at, end: at + word.length, text: word, ...(token && { token }) });
    if (isLast) break;
  }
  return fields;
}

/** `NAME=value`: the name, and what stands behind the first `=`; the name alone where there is none. Blanks around both are left out. */
export function assignmentFields(
  { start, text }: Outline,
  tokens: Readonly<Record<string, Field['token']>> = {},
): Field[] {
  const equals = text.indexOf('=');
  const part = (name: string, from: number, to: number): Field => {
    const own = text.slice(from, to);
    const lead = leadingBlanks(own);
    const word = stripped(own).slice(lead);
    const at = start + from + Math.min(lead, own.length);
    const token = tokens[name];
    return { name, start: at, end: at + word.length, text: word, ...(token && { token }) };
  };
  if (equals < 0) return [part('name', 0, text.length)];
  return [part('name', 0, equals), part('value', equals + 1, text.length)];
}

/** The columns of a line of words, and the place of an offset in it, are those of `engine/lines/columns.ts`. */
export { columnPlace, inColumns } from '../../engine/lines/columns.ts';
