import { type Block, type Content, type Definition, plainText, type Table } from '../tree.ts';
import { codeBlock, codeSpan, escapeLineStart } from './escape.ts';
import { inlineMarkdown } from './inline.ts';
import type { MarkdownOptions } from './options.ts';

/** Blocks as Markdown, a blank line between them, none at the end. */
export function blocksMarkdown(blocks: readonly Block[], options: MarkdownOptions = {}): string {
  // Two lists in a row would run together; another mark begins another list (CommonMark, "Lists").
  let mark: Mark = '-';
  const parts = blocks.map((block, i) => {
    mark = isList(block) && isList(blocks[i - 1]) && mark === '-' ? '*' : '-';
    return blockMarkdown(block, mark, options);
  });
  return parts.join('\n\n');
}

type Mark = '-' | '*';

function isList(block: Block | undefined): boolean {
  return block?.kind === 'list' || block?.kind === 'definitions';
}

function blockMarkdown(block: Block, mark: Mark, options: MarkdownOptions): string {
  switch (block.kind) {
    case 'paragraph':
      return lines(block.content, options);
    case 'title':
      return `**${inlineMarkdown(block.content, options)}**`;
    case 'code':
      return codeBlock(block.text, language(block.text));
    case 'list':
      return list(block.items, block.start, mark, options);
    case 'definitions':
      return definitions(block.entries, mark, options);
    case 'table':
      return tableMarkdown(block, options);
    case 'note':
      return quote(`**${block.label}**\n\n${blocksMarkdown(block.blocks, inner(options))}`);
    case 'indent':
      return quote(blocksMarkdown(block.blocks, inner(options)));
  }
}

function inner(options: MarkdownOptions): MarkdownOptions {
  return options.terms === 'heading' ? { ...options, terms: 'bold' } : options;
}

function lines(content: Content, options: MarkdownOptions): string {
  return inlineMarkdown(content, options).split('\n').map(escapeLineStart).join('\n');
}

type Items = readonly (readonly Block[])[];

function list(items: Items, start: number | undefined, mark: Mark, options: MarkdownOptions): string {
  const texts = items.map((item) => blocksMarkdown(item, inner(options)));
  const tight = items.every((item) => item.length <= 1);
  return texts
    .map((text, i) => hang(start === undefined ? `${mark} ` : `${start + i}. `, text))
    .join(tight ? '\n' : '\n\n');
}

function definitions(entries: readonly Definition[], mark: Mark, options: MarkdownOptions): string {
  if (options.terms === 'heading') return entries.map((entry) => headedDefinition(entry, options)).join('\n\n');
  return entries
    .map((entry) => {
      const body = blocksMarkdown(entry.blocks, options);
      const first = entry.blocks[0]?.kind === 'paragraph' ? '  \n' : '\n\n';
      return hang(
        `${mark} `,
        body === '' ? termsMarkdown(entry, options) : `${termsMarkdown(entry, options)}${first}${body}`,
      );
    })
    .join('\n\n');
}

function headedDefinition(entry: Definition, options: MarkdownOptions): string {
  const marks = '#'.repeat(Math.min(6, (options.headingLevel ?? 1) + 2));
  const body = blocksMarkdown(entry.blocks, inner(options));
  return `${marks} ${entry.terms.map((term) => codeSpan(plainText(term))).join(', ')}${body === '' ? '' : `\n\n${body}`}`;
}

/** `**`Restart=`**`, or as it stands where the term holds a placeholder or a link. */
function termsMarkdown(entry: Definition, options: MarkdownOptions): string {
  return entry.terms.map((term) => `**${termMarkdown(term, options)}**`).join(', ');
}

function termMarkdown(term: Content, options: MarkdownOptions): string {
  return term.some((span) => span.kind === 'reference' || span.kind === 'link')
    ? inlineMarkdown(term, options)
    : codeSpan(plainText(term));
}

/** The first line behind a list mark, the rest indented to it. */
function hang(mark: string, text: string): string {
  const indent = ' '.repeat(mark.length);
  return mark + text.replace(/\n(?=[^\n])/g, `\n${indent}`);
}

function quote(text: string): string {
  return text.replace(/^/gm, '> ').replace(/^> $/gm, '>');
}

/** Unit files are highlighted as such; anything else stays plain. */
function language(text: string): string {
  return /^\[[A-Z][\w-]*\]$/m.test(text) && /^[A-Z]\w*=/m.test(text) ? 'systemd' : '';
}

/** A GFM table. GFM knows no table without a header, so one without gets an empty one. */
function tableMarkdown(table: Table, options: MarkdownOptions): string {
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
