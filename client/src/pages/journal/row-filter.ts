import type { Row } from '../../systemd/journal-entry.ts';

/** What holds a text, whatever the case, in its message or source; `/…/` is a regular expression. */
export function rowFilter(text: string): (row: Row) => boolean {
  if (text === '') return () => true;
  const pattern = /^\/(.+)\/$/.exec(text)?.[1];
  const expression = pattern === undefined ? undefined : compile(pattern);
  if (expression) return (row) => expression.test(row.text) || expression.test(row.source);
  const wanted = text.toLowerCase();
  return (row) => row.text.toLowerCase().includes(wanted) || row.source.toLowerCase().includes(wanted);
}

/** Half a pattern, as it is while one types, is searched for as text. */
function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'i');
  } catch {
    return undefined;
  }
}

/** Appends, and lets the oldest go beyond the limit; a tenth at once, so that it is done rarely. */
export function keepLast<T>(rows: T[], more: readonly T[], limit: number): T[] {
  for (const row of more) rows.push(row);
  return rows.length > limit * 1.1 ? rows.slice(-limit) : rows;
}
