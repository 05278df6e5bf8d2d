import { isSpace } from './go.ts';

/**
 * The fields of the one record in a text, as Go's encoding/csv reads it; undefined for what it does not take: a quote inside a
 * plain field, text behind a closing quote, a quote that is not closed, no record or several.
 */
export function readRecord(text: string): string[] | undefined {
  const records: string[][] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === '\n') {
      at++;
      continue;
    }
    const read = readFields(text, at);
    if (!read) return undefined;
    records.push(read.fields);
    at = read.end;
  }
  return records.length === 1 ? records[0] : undefined;
}

function readFields(text: string, from: number): { readonly fields: string[]; readonly end: number } | undefined {
  const fields: string[] = [];
  let at = from;
  for (;;) {
    const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at);
    if (!field) return undefined;
    fields.push(field.text);
    at = field.end;
    if (text[at] !== ',') return { fields, end: at + 1 };
    at++;
  }
}

interface Field {
  readonly text: string;
  readonly end: number;
}

function plainField(text: string, from: number): Field | undefined {
  let end = from;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n') end++;
  const field = text.slice(from, end);
  return field.includes('"') ? undefined : { text: field.replace(/\r$/, ''), end };
}

function quotedField(text: string, from: number): Field | undefined {
  let field = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    field += text.slice(at, quote);
    at = quote + 1;
    if (text[at] === '"') {
      field += '"';
      at++;
    } else if (at >= text.length || text[at] === ',' || text[at] === '\n') return { text: field, end: at };
    else return undefined;
  }
}

/** One record as Go's encoding/csv writes it. */
export const writeRecord = (fields: readonly string[]): string => fields.map(quoteField).join(',');

function quoteField(field: string): string {
  if (field === '') return field;
  const isPlain = field !== '\\.' && !/[,"\r\n]/.test(field) && !isSpace(field[0]!);
  return isPlain ? field : `"${field.replaceAll('"', '""')}"`;
}
