/** What separates words. */
export const BLANKS = ' \t\n\r\v\f';

/** Where the part at `offset` begins: after the last of some marks before it. */
export function partStart(text: string, offset: number, marks: string): number {
  let start = offset;
  while (start > 0 && !marks.includes(text[start - 1]!)) start--;
  return start;
}
