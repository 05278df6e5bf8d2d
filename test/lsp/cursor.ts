/** Takes the cursor mark `|` out of a text. */
export function readCursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0) return { text: marked, offset: 0 };
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** Zero-based line and UTF-16 column of an offset. */
export function position(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}
