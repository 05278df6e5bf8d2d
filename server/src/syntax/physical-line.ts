/** A physical line as systemd's `read_line()` (src/basic/fileio.c) cuts them. Offsets into the source. */
export interface PhysicalLine {
  readonly start: number;
  /** End of the text, line end excluded. */
  readonly end: number;
  /** Start of the next line. */
  readonly next: number;
}

const ZERO = 1;
const LINE_FEED = 2;
const RETURN = 4;

function lineEndKind(code: number): number {
  if (code === 10) return LINE_FEED;
  if (code === 13) return RETURN;
  return code === 0 ? ZERO : 0;
}

/** V8 looks for the end of a long line several times as fast with this as with a loop; to begin takes as long as a short line. */
const REST = /[^\n\r\0]*/y;
const SHORT = 200;

const isLineEnd = (code: number): boolean => code === 10 || code === 13 || code === 0;

function endOfLine(text: string, start: number): number {
  const soon = Math.min(text.length, start + SHORT);
  let end = start;
  while (end < soon && !isLineEnd(text.charCodeAt(end))) end++;
  if (end < soon) return end;
  REST.lastIndex = end;
  REST.test(text);
  return REST.lastIndex;
}

/**
 * The physical line that starts at `start`. LF, CR and NUL each end a line; a run of different ones
 * (CR LF, LF CR) is one line end, the same again starts another line, and NUL closes the run.
 */
export function lineAt(text: string, start: number): PhysicalLine {
  const end = endOfLine(text, start);
  let next = end;
  let seen = 0;
  while (next < text.length && !(seen & ZERO)) {
    const kind = lineEndKind(text.charCodeAt(next));
    if (kind === 0 || seen & kind) break;
    seen |= kind;
    next++;
  }
  return { start, end, next };
}
