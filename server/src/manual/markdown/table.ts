import type { Content, Table } from '../tree.ts';
import { inlineMarkdown } from './inline.ts';
import type { MarkdownOptions } from './options.ts';

/** A GFM table. GFM knows no table without a header, so one without gets an empty one. */
export function tableMarkdown(table: Table, options: MarkdownOptions): string {
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
