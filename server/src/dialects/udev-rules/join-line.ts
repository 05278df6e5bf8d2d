import { lineAt, type PhysicalLine } from '../../syntax/physical-line.ts';
import type { Piece, Value } from '../../syntax/value.ts';
import { utf8Length } from '../../text/utf8.ts';
import { leadingBlanks } from '../lines/strip-line.ts';

/** `UDEV_LINE_SIZE` of src/udev/udev-def.h, in bytes: a line is shorter. */
export const LINE_SIZE = 16384;

/** A rule as udev joins it from the lines of a file, and where its characters stand. */
export interface JoinedRule extends Value {
  /** Why udev passes over all of it: it goes on behind the end of the file, or is too long; one line alone that is too long costs the file. */
  readonly fault?: 'open' | 'long' | 'file' | undefined;
}

/**
 * A backslash at the very end carries a rule on to the next line. A comment between such lines is passed over and ends nothing;
 * one that comes first is a line by itself. `udev_rules_parse_file()` of src/udev/udev-rules.c.
 */
export function isContinued(text: string): boolean {
  const start = lastLineStart(text);
  const last = withoutLead(text.slice(start));
  const isFirst = start === 0;
  if (last.startsWith('#')) return !isFirst;
  if (last !== '' || isFirst) return last.endsWith('\\');
  // A blank line adds nothing: of two backslashes at the end of the one before, one is left.
  return joinRule(text).fault === 'open';
}

function lastLineStart(text: string): number {
  let at = text.length;
  while (at > 0 && !'\n\r\0'.includes(text[at - 1]!)) at--;
  return at;
}

const withoutLead = (line: string): string => line.slice(leadingBlanks(line));

/** Joins the lines of a rule: their leading blanks, the backslashes at their ends and the comments between them are left out. */
export function joinRule(raw: string): JoinedRule {
  const parts: { text: string; source: number }[] = [];
  let isOpen = false;
  let isUnreadable = false;
  for (const { text, source, isLong } of linesOf(raw)) {
    if (isLong) isUnreadable = true;
    if (text.startsWith('#')) continue;
    if (text !== '') parts.push({ text, source });
    isOpen = cutBackslash(parts);
  }
  const joined = withPieces(parts);
  if (isUnreadable) return { ...joined, fault: 'file' };
  if (isOpen) return { ...joined, fault: 'open' };
  const isLong = utf8Length(joined.text) >= LINE_SIZE;
  return isLong ? { ...joined, fault: 'long' } : joined;
}

function* linesOf(raw: string): Generator<{ text: string; source: number; isLong: boolean }> {
  let line: PhysicalLine = lineAt(raw, 0);
  for (;;) {
    const whole = raw.slice(line.start, line.end);
    const lead = leadingBlanks(whole);
    const isLong = whole.length * 3 >= LINE_SIZE && utf8Length(whole) >= LINE_SIZE;
    yield { text: whole.slice(lead), source: line.start + lead, isLong };
    // A line end is followed by a line, be it an empty one.
    if (line.next === line.end) return;
    line = lineAt(raw, line.next);
  }
}

/** Takes the backslash at the end away; whether there was one. */
function cutBackslash(parts: { text: string; source: number }[]): boolean {
  const last = parts.at(-1);
  if (!last?.text.endsWith('\\')) return false;
  last.text = last.text.slice(0, -1);
  if (last.text === '') parts.pop();
  return true;
}

function withPieces(parts: readonly { text: string; source: number }[]): Value {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { text, source } of parts) {
    pieces.push({ at, source });
    at += text.length;
  }
  return { text: parts.map(({ text }) => text).join(''), pieces: pieces.length > 0 ? pieces : [{ at: 0, source: 0 }] };
}
