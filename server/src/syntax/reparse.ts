import { detached } from '../text/detached.ts';
import { type Change, changeBetween } from '../text/text-change.ts';
import { blockIndexAt, cutBlocks, moveBlock, nodeIndexAt, placeBlocks } from './blocks.ts';
import { BYTE_ORDER_MARK, nodeEnd, parse, readContents } from './parse.ts';
import type { NodeContent, PlacedBlock, UnitFile } from './tree.ts';
import { unitFile } from './unit-file.ts';

/** Nodes of a block that is small enough to take in the next: else edits would leave ever smaller ones. */
const FEW_NODES = 16;

/**
 * What {@link parse} gives for the text, made from the tree of the text before: blocks above the change stay, those
 * below only move, and of the block it is in only what changed is read.
 */
export function reparse(text: string, before: UnitFile): UnitFile {
  if (text === before.text) return before;
  const { blocks } = before;
  // Which byte order mark counts depends on the whole text.
  if (blocks.length === 0 || text.includes(BYTE_ORDER_MARK) || before.text.includes(BYTE_ORDER_MARK))
    return parse(text);
  const change = changeBetween(before.text, text);
  // Reading a node looks at one character behind it: one that ends where the change starts is read again.
  const touched = Math.max(0, change.start - 1);
  const first = blockIndexAt(blocks, touched);
  const above = nodeIndexAt(blocks[first]!, touched);
  const { block, start } = blocks[first]!;
  const from = start + block.offsets[above]!;
  const { to, below } = meet(text, from, change, blocks);
  const { contents, rest } = takeIn(blocks, below, [
    ...block.contents.slice(0, above),
    // Contents outlive the text they were read from, and must not keep it.
    ...readContents(detached(text.slice(from, to))),
  ]);
  const by = change.newEnd - change.oldEnd;
  const moved = by === 0 ? blocks.slice(rest) : blocks.slice(rest).map((placed) => moveBlock(placed, by));
  return unitFile(text, [...blocks.slice(0, first), ...placeBlocks(cutBlocks(contents), start), ...moved]);
}

/** A node of the tree before: the first that stands as it is. */
interface Below {
  readonly block: number;
  readonly node: number;
}

interface Meeting {
  /** Where reading may stop. */
  readonly to: number;
  readonly below: Below;
}

/** Behind the change both texts are the same: where a node starts in both, all that follow are the same. */
function meet(text: string, from: number, { oldEnd, newEnd }: Change, blocks: readonly PlacedBlock[]): Meeting {
  let at = from;
  while (at < text.length) {
    const below = at >= newEnd ? nodeStartingAt(blocks, at - newEnd + oldEnd) : undefined;
    if (below) return { to: at, below };
    at = nodeEnd(text, at);
  }
  return { to: text.length, below: { block: blocks.length, node: 0 } };
}

function nodeStartingAt(blocks: readonly PlacedBlock[], offset: number): Below | undefined {
  const block = blockIndexAt(blocks, offset);
  const placed = blocks[block]!;
  const node = nodeIndexAt(placed, offset);
  return placed.start + placed.block.offsets[node]! === offset ? { block, node } : undefined;
}

interface Taken {
  readonly contents: readonly NodeContent[];
  /** The first block that is left alone. */
  readonly rest: number;
}

/** What is left of a block that was cut into goes with the nodes above it, and so does the next one if they are few. */
function takeIn(blocks: readonly PlacedBlock[], below: Below, above: readonly NodeContent[]): Taken {
  const cut = below.node > 0 ? blocks[below.block]!.block.contents.slice(below.node) : [];
  const contents = [...above, ...cut];
  const next = below.node > 0 ? below.block + 1 : below.block;
  const { contents: more } = blocks[next]?.block ?? { contents: [] };
  if (contents.length >= FEW_NODES || more.length === 0 || more[0]!.kind === 'header') return { contents, rest: next };
  return { contents: [...contents, ...more], rest: next + 1 };
}
