import type { Row } from '../../systemd/journal-entry.ts';

/** Matches rows whose message or source contains a text, ignoring case; `/…/` is a regular expression. */
export function rowFilter(text: string): (row: Row) => boolean {
  if (text === '') return () => true;
  const pattern = /^\/(.+)\/$/.exec(text)?.[1];
  const expression = pattern === undefined ? undefined : compile(pattern);
  if (expression) return (row) => expression.test(row.text) || expression.test(row.source);
  const wanted = text.toLowerCase();
  return (row) => row.text.toLowerCase().includes(wanted) || row.source.toLowerCase().includes(wanted);
}

/** An incomplete pattern, while the user types, is searched for as text. */
function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'i');
  } catch {
    return undefined;
  }
}

/** Appends rows and drops the oldest beyond the limit; a tenth at once, to do so rarely. */
export function keepLast<T>(rows: T[], more: readonly T[], limit: number): T[] {
  for (const row of more) rows.push(row);
  return rows.length > limit * 1.1 ? rows.slice(-limit) : rows;
}
