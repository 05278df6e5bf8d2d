import { type Change, changeBetween } from '../text/change.ts';
import { detached } from '../text/detached.ts';
import { placeNode } from './nodes.ts';
import { BYTE_ORDER_MARK, fileOf, nodeReader, parse, readNodes } from './parse.ts';
import type { Node, UnitFile } from './tree.ts';

/**
 * What {@link parse} gives for the text, made from the tree of the text before: nodes above the change stay, those
 * below keep their content, and only what lies between is read.
 */
export function reparse(text: string, before: UnitFile): UnitFile {
  if (text === before.text) return before;
  // Which byte order mark counts depends on the whole text.
  if (text.includes(BYTE_ORDER_MARK) || before.text.includes(BYTE_ORDER_MARK)) return parse(text);
  const change = changeBetween(before.text, text);
  const above = before.nodes.slice(0, firstTouched(before.nodes, change.start));
  const from = above.at(-1)?.span.end ?? 0;
  const { to, below } = meet(text, from, change, before.nodes);
  // Contents outlive the text they were read from, and must not keep it.
  const between = readNodes(detached(text.slice(from, to)), from);
  return fileOf(text, [...above, ...between, ...movedFrom(before.nodes, below, change.newEnd - change.oldEnd)]);
}

/** The first node that the change reaches: reading a node looks at one character behind it. */
function firstTouched(nodes: readonly Node[], change: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nodes[middle]!.span.end < change) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Meeting {
  /** Where reading may stop. */
  readonly to: number;
  /** The old node that stands there. */
  readonly below: number;
}

/** Behind the change both texts are the same: where a node starts in both, all that follow are the same. */
function meet(text: string, from: number, { oldEnd, newEnd }: Change, nodes: readonly Node[]): Meeting {
  const read = nodeReader(text, false);
  let at = from;
  let below = firstTouched(nodes, oldEnd);
  while (at < text.length) {
    const old = at - newEnd + oldEnd;
    while (below < nodes.length && nodes[below]!.start < old) below++;
    if (at >= newEnd && nodes[below]?.start === old) return { to: at, below };
    at += read(at).length;
  }
  return { to: text.length, below: nodes.length };
}

function movedFrom(nodes: readonly Node[], from: number, by: number): readonly Node[] {
  if (by === 0) return nodes.slice(from);
  const moved: Node[] = [];
  for (let i = from; i < nodes.length; i++) {
    const { content, start } = nodes[i]!;
    moved.push(placeNode(content, start + by));
  }
  return moved;
}
