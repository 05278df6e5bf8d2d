/** The last index below `count` whose number is at most `limit`; numbers ascend, and the first counts for all before it. */
export function lastAtMost(count: number, limit: number, numberAt: (index: number) => number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numberAt(middle) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
