import type { Content, Table } from '../tree.ts';
import { inlineMarkdown } from './inline.ts';
import type { MarkdownOptions } from './options.ts';

/** A GFM table. GFM knows no table without a header, so one without gets an empty one. */
export function tableMarkdown(table: Table, options: MarkdownOptions): string {
  if (options.tables === 'list') return tableList(table, options);
  const width = Math.max(table.header.length, ...table.rows.map((row) => row.length));
  const head = Array.from({ length: width }, (_, i) => table.header[i] ?? []);
  const lines = [
    row(head, options),
    `|${' --- |'.repeat(width)}`,
    ...table.rows.map((cells) =>
      row(
        Array.from({ length: width }, (_, i) => cells[i] ?? []),
        options,
      ),
    ),
  ];
  const title = table.title === undefined ? '' : `**${inlineMarkdown(table.title, options)}**\n\n`;
  return title + lines.join('\n');
}

function row(cells: readonly Content[], options: MarkdownOptions): string {
  return `| ${cells.map((cell) => inlineMarkdown(cell, { ...options, inTable: true })).join(' | ')} |`;
}

/** `- **clean exit**: always, on-success`: what a row is about, then its cells, or the headings of those with a cross. */
function tableList({ title, header, rows }: Table, options: MarkdownOptions): string {
  const text = (cell: Content): string => inlineMarkdown(cell, options).replaceAll('\n', ' ').trim();
  const headings = header.map(text);
  const items = rows.map((cells) => {
    const [first = '', ...rest] = cells.map(text);
    const isCrossed = rest.every((cell) => /^(?:X|`X`|)$/.test(cell));
    const told = rest.flatMap((cell, i) => {
      const heading = headings[i + 1] ?? '';
      if (cell === '') return [];
      if (isCrossed) return [heading];
      return rest.length === 1 || heading === '' ? [cell] : [`${heading}: ${cell}`];
    });
    return told.length === 0 ? `- ${first}` : `- ${first}: ${told.join(isCrossed ? ', ' : '; ')}`;
  });
  return [...(title === undefined ? [] : [`**${inlineMarkdown(title, options)}**`]), items.join('\n')].join('\n\n');
}
