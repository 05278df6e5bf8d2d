import { lastAtMost } from '../text/binary-search.ts';
import type { Span } from '../text/span.ts';

/** From logical offset `at` on, characters stand in the source from `source` on. */
export interface Piece {
  readonly at: number;
  readonly source: number;
}

/**
 * Text as systemd sees it after joining continued lines, and where each character stands in the source.
 * A continuation's backslash is one blank here, the line break and comment lines between are nothing.
 */
export interface Value {
  readonly text: string;
  /** Never empty; the first piece is at 0; ascending. */
  readonly pieces: readonly Piece[];
}

const plainValue = (text: string, source = 0): Value => ({ text, pieces: [{ at: 0, source }] });

/** Where the character at a logical offset stands in the source. */
export function toSource(value: Value, offset: number): number {
  const piece = pieceAt(value.pieces, offset);
  return piece.source + (offset - piece.at);
}

/** The source range of a logical range; comment lines between two pieces lie inside it. */
export function toSourceSpan(value: Value, start: number, end: number): Span {
  if (end <= start) {
    const at = toSource(value, start);
    return { start: at, end: at };
  }
  return { start: toSource(value, start), end: toSource(value, end - 1) + 1 };
}

/** The logical offset for a source offset, clamped into the value. */
export function fromSource(value: Value, source: number): number {
  const { pieces, text } = value;
  if (pieces[0]!.source > source) return 0;
  const index = lastAtMost(pieces.length, source, (each) => pieces[each]!.source);
  const piece = pieces[index]!;
  return Math.min(piece.at + (source - piece.source), pieces[index + 1]?.at ?? text.length);
}

/** A part of a value, still knowing where it stands. */
export function sliceValue(value: Value, start: number, end = value.text.length): Value {
  if (value.pieces.length === 1) return plainValue(value.text.slice(start, end), value.pieces[0]!.source + start);
  const first = pieceAt(value.pieces, start);
  const pieces: Piece[] = [{ at: 0, source: first.source + (start - first.at) }];
  for (const piece of value.pieces) {
    if (piece.at > start && piece.at < end) pieces.push({ at: piece.at - start, source: piece.source });
  }
  return { text: value.text.slice(start, end), pieces };
}

function pieceAt(pieces: readonly Piece[], offset: number): Piece {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.at <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low]!;
}
