/** Where rows of different heights stand below one another; heights are guessed until they were measured. */
export interface RowPositions {
  readonly length: number;
  /** The height of all. */
  readonly total: number;
  top(index: number): number;
  /** The row at a height; the last one below the end. */
  at(offset: number): number;
  /** @returns by how much the row is higher than was known */
  measured(index: number, height: number): number;
}

export function rowPositions(heights: readonly number[]): RowPositions {
  const known = Float64Array.from(heights);
  const tops = new Float64Array(known.length + 1);
  /** The tops up to this one hold. */
  let sure = 0;
  const upTo = (index: number): void => {
    for (; sure < index; sure++) tops[sure + 1] = tops[sure]! + known[sure]!;
  };
  return {
    length: known.length,
    get total() {
      upTo(known.length);
      return tops[known.length]!;
    },
    top(index) {
      upTo(index);
      return tops[index]!;
    },
    at(offset) {
      upTo(known.length);
      let [low, high] = [0, Math.max(0, known.length - 1)];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (tops[middle]! <= offset) low = middle;
        else high = middle - 1;
      }
      return low;
    },
    measured(index, height) {
      const by = height - known[index]!;
      if (by !== 0) {
        known[index] = height;
        sure = Math.min(sure, index);
      }
      return by;
    },
  };
}

/** How many lines a text takes that breaks anywhere, at most `most` of them. */
export function wrappedLines(text: string, columns: number, most: number): number {
  let lines = 0;
  for (let start = 0; start <= text.length && lines < most; ) {
    const end = text.indexOf('\n', start);
    const stop = end < 0 ? text.length : end;
    lines += Math.max(1, Math.ceil((stop - start) / Math.max(1, columns)));
    start = stop + 1;
  }
  return Math.min(lines, most);
}
