/** A half-open range of UTF-16 offsets in a source text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two have a place in common, their ends included. */
export const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;
