import type { JudgedLines } from '../../engine/lines/line-dialect.ts';
import type { Document } from '../document.ts';

/** The lines of a document that has some; `features-of.ts` asks about no other. */
export function ofLinesOf({ ofLines, path }: Document): JudgedLines {
  if (!ofLines) throw new Error(`${path} is not a file of lines`);
  return ofLines;
}
