import type { Column, LineContent, LinePlace, LineSignature } from './line-dialect.ts';

/** The place of an offset in a line of columns: the field that it touches, or where the next one would begin. */
export function columnPlace(
  columns: readonly Column[],
  { fields }: Pick<LineContent, 'fields'>,
  offset: number,
): LinePlace | undefined {
  const at = columnAt(columns, { fields }, offset);
  const column = columns[at];
  if (!column) return undefined;
  const field = fields[at];
  const isTouched = field && field.start <= offset && offset <= field.end;
  return isTouched ? { column, field, start: field.start, end: field.end } : { column, start: offset, end: offset };
}

/** Which column an offset is in; the last one takes the rest of the line. */
function columnAt(columns: readonly Column[], { fields }: Pick<LineContent, 'fields'>, offset: number): number {
  const before = fields.filter((field) => field.end < offset).length;
  return Math.min(before, columns.length - 1);
}

export const columnSignature = (
  columns: readonly Column[],
  content: Pick<LineContent, 'fields'>,
  offset: number,
): LineSignature => ({
  label: columns.map(({ label }) => label).join(' '),
  parameters: columns.map(({ label, purpose }) => ({ label, documentation: purpose })),
  active: columnAt(columns, content, offset),
});
