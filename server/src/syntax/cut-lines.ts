import type { Span } from '../text/span.ts';
import { lineAt } from './physical-line.ts';

/** A line of a file that is read line by line; several physical ones where the format continues them. */
export interface CutLine extends Span {
  /** From `start`, without the last line end. */
  readonly text: string;
  /** Where the next line starts. */
  readonly end: number;
}

/** Whether a line goes on in the next one, by its text up to there: all physical lines so far, their line ends between them. */
export type IsContinued = (text: string) => boolean;

/** The lines of a text, cut as systemd's `read_line()` does it; together they cover the text. */
export function cutLines(text: string, isContinued: IsContinued = () => false): CutLine[] {
  const lines: CutLine[] = [];
  let start = 0;
  while (start < text.length) {
    let line = lineAt(text, start);
    while (line.next < text.length && isContinued(text.slice(start, line.end))) line = lineAt(text, line.next);
    lines.push({ start, end: line.next, text: text.slice(start, line.end) });
    start = line.next;
  }
  return lines;
}
