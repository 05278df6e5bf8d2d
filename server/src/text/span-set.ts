import type { Span } from './span.ts';

/** Spans of which none overlaps another. Empty ones overlap only what they lie within. */
export interface SpanSet {
  overlaps(span: Span): boolean;
  /** Takes one that does not overlap any. */
  add(span: Span): void;
}

/** Kept in order, so that thousands of them are searched in a few steps. */
export function createSpanSet(): SpanSet {
  const sorted: Span[] = [];
  /** How many stand before a span, or are the same. */
  const placeOf = ({ start, end }: Span): number =>
    countWhile(sorted, (other) => other.start < start || (other.start === start && other.end <= end));
  return {
    overlaps({ start, end }) {
      const before = sorted[countWhile(sorted, (other) => other.start < end) - 1];
      return before !== undefined && before.end > start;
    },
    add({ start, end }) {
      const place = placeOf({ start, end });
      const before = sorted[place - 1];
      // Everything that is moved to the end of one section is inserted at one place.
      if (before?.start !== start || before.end !== end) sorted.splice(place, 0, { start, end });
    },
  };
}

/** How many at the beginning of a sorted list fit. */
function countWhile(sorted: readonly Span[], fits: (span: Span) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
