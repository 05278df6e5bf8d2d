import type {
  Column,
  LineContent,
  LineContext,
  LineDialect,
  LinePlace,
  LineSignature,
  ReadLine,
} from './line-dialect.ts';

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

const columnSignature = (
  columns: readonly Column[],
  content: Pick<LineContent, 'fields'>,
  offset: number,
): LineSignature => ({
  label: columns.map(({ label }) => label).join(' '),
  parameters: columns.map(({ label, purpose }) => ({ label, documentation: purpose })),
  active: columnAt(columns, content, offset),
});

/** What a dialect of columns tells of an offset; which columns a line has may depend on the line and the version. */
export const inColumns = (
  columnsOf: (line: ReadLine, context: LineContext) => readonly Column[],
): Required<Pick<LineDialect, 'placeAt' | 'signature'>> => ({
  placeAt: (line, offset, context) => columnPlace(columnsOf(line, context), line.content, offset),
  signature: (line, offset, context) => columnSignature(columnsOf(line, context), line.content, offset),
});
