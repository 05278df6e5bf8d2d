import { lastAtMost } from './binary-search.ts';

/** Zero-based line and UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Maps offsets to editor lines (LF, CRLF, lone CR) and back. Built once per text, in linear time. */
export interface LineIndex {
  readonly lineCount: number;
  lineStart(line: number): number;
  /** The column of an offset in a line. */
  columnAt(offset: number, line: number): number;
  /** The columns between two offsets of a line. */
  width(start: number, end: number): number;
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const lineStart = (line: number): number => (line < starts.length ? starts[Math.max(0, line)]! : text.length);
  return {
    lineCount: starts.length,
    lineStart,
    columnAt: (offset, line) => offset - lineStart(line),
    width: (start, end) => end - start,
    positionAt(offset) {
      const at = Math.max(0, Math.min(offset, text.length));
      const line = lastAtMost(starts.length, at, (index) => starts[index]!);
      return { line, character: at - starts[line]! };
    },
    offsetAt({ line, character }) {
      return Math.min(lineStart(line) + Math.max(0, character), lineStart(line + 1));
    },
  };
}

/** Where each line of a text starts. */
export function lineStarts(text: string): number[] {
  return text.includes('\r') ? mixedLineStarts(text) : plainLineStarts(text);
}

/** Nearly all files: the engine finds line feeds faster than we look at characters. */
function plainLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function mixedLineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
    if (code === 10 || code === 13) starts.push(i + 1);
  }
  return starts;
}
