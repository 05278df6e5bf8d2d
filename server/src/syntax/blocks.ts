import { lastAtMost } from '../text/binary-search.ts';
import { placeNode } from './nodes.ts';
import type { Block, Node, NodeContent, PlacedBlock } from './tree.ts';

/** Nodes of a block: few enough to look at after each keystroke, enough that a long file has few blocks. */
const MOST_NODES = 64;

/** Cuts nodes into blocks of about the same size, each header the first of its own. */
export function cutBlocks(contents: readonly NodeContent[]): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (let i = 1; i <= contents.length; i++) {
    if (i < contents.length && contents[i]!.kind !== 'header') continue;
    const parts = Math.ceil((i - from) / MOST_NODES);
    const size = Math.ceil((i - from) / parts);
    for (; from < i; from += size) blocks.push(blockOf(contents.slice(from, Math.min(from + size, i))));
    from = i;
  }
  return blocks;
}

function blockOf(contents: readonly NodeContent[]): Block {
  const offsets: number[] = [];
  let length = 0;
  for (const content of contents) {
    offsets.push(length);
    length += content.length;
  }
  return { contents, offsets, length };
}

/** Blocks that follow each other from a place of the text on. */
export function placeBlocks(blocks: readonly Block[], start: number): PlacedBlock[] {
  let at = start;
  return blocks.map((block) => {
    const placed = new BlockAtPlace(block, at);
    at += block.length;
    return placed;
  });
}

export const moveBlock = ({ block, start }: PlacedBlock, by: number): PlacedBlock =>
  new BlockAtPlace(block, start + by);

/** The block that holds an offset, or the nearest; there is at least one. */
export const blockIndexAt = (blocks: readonly PlacedBlock[], offset: number): number =>
  lastAtMost(blocks.length, offset, (index) => blocks[index]!.start);

/** The node of a block that holds an offset of the text, or the nearest. */
export const nodeIndexAt = ({ block, start }: PlacedBlock, offset: number): number =>
  lastAtMost(block.offsets.length, offset - start, (index) => block.offsets[index]!);

/** An edit moves all blocks below it, and hardly any of their nodes is asked for before the next edit. */
class BlockAtPlace implements PlacedBlock {
  readonly block: Block;
  readonly start: number;
  private made: (Node | undefined)[] | undefined;

  constructor(block: Block, start: number) {
    this.block = block;
    this.start = start;
  }

  get end(): number {
    return this.start + this.block.length;
  }

  nodeAt(index: number): Node {
    const { contents, offsets } = this.block;
    this.made ??= new Array<Node | undefined>(contents.length);
    const node = this.made[index] ?? placeNode(contents[index]!, this.start + offsets[index]!);
    this.made[index] = node;
    return node;
  }

  get nodes(): readonly Node[] {
    return this.block.contents.map((_, index) => this.nodeAt(index));
  }
}
