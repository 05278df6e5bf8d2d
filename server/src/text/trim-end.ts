/**
 * A text without certain characters at its end. An expression such as `/x+$/` takes the square of their number of steps where
 * something else follows them.
 */
export function withoutEnd(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}
