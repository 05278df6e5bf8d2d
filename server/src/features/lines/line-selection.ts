import { lineAtOffset } from '../../engine/lines/judged-lines.ts';
import type { JudgedLines, PlacedLine } from '../../engine/lines/line-dialect.ts';
import type { Span } from '../../text/span.ts';
import type { Document } from '../document.ts';
import { growing } from '../selection.ts';
import { ofLinesOf } from './lines-of.ts';

/**
 * What a growing selection takes in: a word, a field, the line from its first field to its last, the lines around it up to the next blank
 * one, the file.
 */
export function lineSelection(document: Document, offset: number): Span[] {
  const file = ofLinesOf(document);
  const all = { start: 0, end: document.text.length };
  const at = lineAtOffset(file, offset);
  const isFilled = at && at.line.content.kind !== 'blank';
  return growing([...(isFilled ? [...inLine(at, offset), paragraphOf(file, at)] : []), all], offset);
}

function inLine({ start, line }: PlacedLine, offset: number): Span[] {
  const at = offset - start;
  const { content, text } = line;
  const [first] = content.fields;
  const own = trimmed(text, { start: 0, end: text.length });
  const field = content.fields.find((each) => each.start <= at && at <= each.end);
  const comment = content.kind === 'comment' ? [trimmed(text, { start: own.start + 1, end: own.end })] : [];
  const spans = [
    ...(field ? [wordAround(text, field, at), { start: field.start, end: field.end }] : comment),
    first ? { start: first.start, end: own.end } : own,
    own,
  ];
  return spans.map((span) => ({ start: start + span.start, end: start + span.end }));
}

/** Without the blanks around it. */
function trimmed(text: string, { start, end }: Span): Span {
  const own = text.slice(start, end);
  const from = start + (own.length - own.trimStart().length);
  return { start: from, end: Math.max(from, start + own.trimEnd().length) };
}

/** What stands between blanks: an argument or a value may have several words. */
function wordAround(text: string, field: Span, at: number): Span {
  let [start, end] = [at, at];
  while (start > field.start && !/\s/.test(text[start - 1]!)) start--;
  while (end < field.end && !/\s/.test(text[end]!)) end++;
  return { start, end };
}

/** The lines without a blank one between them. */
function paragraphOf({ lines }: JudgedLines, at: PlacedLine): Span {
  const index = lines.indexOf(at);
  const isBlank = (each: PlacedLine | undefined): boolean => each === undefined || each.line.content.kind === 'blank';
  let [first, last] = [index, index];
  while (!isBlank(lines[first]) && !isBlank(lines[first - 1])) first--;
  while (!isBlank(lines[last]) && !isBlank(lines[last + 1])) last++;
  return { start: lines[first]!.start, end: lines[last]!.end };
}
