import { blocksMarkdown } from './markdown/blocks.ts';
import type { MarkdownOptions } from './markdown/options.ts';
import type { Block } from './tree.ts';

export interface Excerpt {
  readonly markdown: string;
  readonly complete: boolean;
}

/** What a line takes of the limit at least: short ones, as of code, fill a screen as well. */
const LINE = 50;

/**
 * Blocks until `limit` characters are reached: whole ones, then as many entries of the next list or table as fit.
 * Short lines count as more than they have.
 */
export function excerpt(blocks: readonly Block[], limit: number, options: MarkdownOptions): Excerpt {
  const { taken, complete } = take(blocks, limit, (block) => weight(blocksMarkdown([block], options)));
  return { markdown: blocksMarkdown(taken, options), complete };
}

const weight = (markdown: string): number =>
  markdown.split('\n').reduce((sum, line) => sum + (line === '' ? 0 : Math.max(line.length, LINE)), 0);

type Measure = (block: Block) => number;

interface Taken {
  readonly taken: Block[];
  readonly complete: boolean;
}

function take(blocks: readonly Block[], limit: number, measure: Measure): Taken {
  const taken: Block[] = [];
  let left = limit;
  for (const block of blocks) {
    const length = measure(block);
    if (length <= left) {
      taken.push(block);
      left -= length;
      continue;
    }
    const start = startOf(block, left, measure);
    if (start) taken.push(start);
    // Something has to be shown, however long.
    else if (taken.length === 0) taken.push(block);
    return { taken: withoutLooseTitle(taken), complete: taken.length === blocks.length && !start };
  }
  return { taken, complete: true };
}

/** The first entries of a list, definition list or table, as far as they fit; undefined when none does. */
function startOf(block: Block, limit: number, measure: Measure): Block | undefined {
  switch (block.kind) {
    case 'list':
      return shortened(block.items, limit, measure, (items) => ({ ...block, items }));
    case 'definitions':
      return shortened(block.entries, limit, measure, (entries) => ({ ...block, entries }));
    case 'table':
      return shortened(block.rows, limit, measure, (rows) => ({ ...block, rows }));
    default:
      return undefined;
  }
}

function shortened<T>(
  all: readonly T[],
  limit: number,
  measure: Measure,
  make: (some: readonly T[]) => Block,
): Block | undefined {
  let count = 0;
  while (count < all.length && measure(make(all.slice(0, count + 1))) <= limit) count++;
  return count === 0 ? undefined : make(all.slice(0, count));
}

/** "Example 1. …" with nothing below it says nothing. */
const withoutLooseTitle = (blocks: Block[]): Block[] =>
  blocks.length > 1 && blocks.at(-1)!.kind === 'title' ? blocks.slice(0, -1) : blocks;
