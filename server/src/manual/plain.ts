import { type Block, plainText } from './tree.ts';

/** Blocks without markup: one line for each paragraph, term and table row; code as it stands. */
export function blocksText(blocks: readonly Block[]): string {
  return blocks.flatMap(blockLines).join('\n');
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'title':
      return [plainText(block.content)];
    case 'code':
      return block.text.split('\n');
    case 'list':
      return block.items.flatMap((item, i) => mark(item.flatMap(blockLines), block.start, i));
    case 'definitions':
      return block.entries.flatMap((entry) => [
        entry.terms.map(plainText).join(', '),
        ...indented(entry.blocks.flatMap(blockLines)),
      ]);
    case 'table':
      return [
        ...(block.title === undefined ? [] : [plainText(block.title)]),
        ...[block.header, ...block.rows].filter((row) => row.length > 0).map((row) => row.map(plainText).join('\t')),
      ];
    case 'note':
      return [block.label, ...indented(block.blocks.flatMap(blockLines))];
    case 'indent':
      return indented(block.blocks.flatMap(blockLines));
  }
}

function mark(lines: readonly string[], start: number | undefined, i: number): string[] {
  const sign = start === undefined ? '•' : `${start + i}.`;
  return lines.map((line, at) => (at === 0 ? `${sign} ${line}` : `  ${line}`));
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
