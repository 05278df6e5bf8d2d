import type { Span } from '../text/span.ts';
import { cutBlocks, placeBlocks } from './blocks.ts';
import { lineAt, type PhysicalLine } from './physical-line.ts';
import type { NodeContent, UnitFile } from './tree.ts';
import { unitFile } from './unit-file.ts';
import { type Piece, sliceValue, toSourceSpan, type Value } from './value.ts';

export const BYTE_ORDER_MARK = '\ufeff';

/** LONG_LINE_MAX of systemd's src/basic/fileio.h, in bytes; a longer line refuses the file. */
const LONG_LINE_MAX = 1024 * 1024;

/** A lone surrogate stands for a byte that was not UTF-8; systemd's `utf8_is_valid()` also minds noncharacters. */
const INVALID_TEXT =
  /[\p{Surrogate}\ufdd0-\ufdef\ufffe\uffff\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{4fffe}\u{4ffff}\u{5fffe}\u{5ffff}\u{6fffe}\u{6ffff}\u{7fffe}\u{7ffff}\u{8fffe}\u{8ffff}\u{9fffe}\u{9ffff}\u{afffe}\u{affff}\u{bfffe}\u{bffff}\u{cfffe}\u{cffff}\u{dfffe}\u{dffff}\u{efffe}\u{effff}\u{ffffe}\u{fffff}\u{10fffe}\u{10ffff}]/u;

/**
 * Reads a file the way systemd's `config_parse()` (src/shared/conf-parser.c) does. Never throws; linear in the text.
 * What systemd would reject is kept in the tree, marked, and judged by the rules.
 */
export const parse = (text: string): UnitFile => unitFile(text, placeBlocks(cutBlocks(readContents(text)), 0));

/** The nodes of a text, without their places; each depends on nothing before it, but for {@link MarkState}. */
export function readContents(text: string): NodeContent[] {
  const mayBeInvalid = INVALID_TEXT.test(text);
  const mark: MarkState = { at: text.indexOf(BYTE_ORDER_MARK) };
  const contents: NodeContent[] = [];
  for (let at = 0; at < text.length; at += contents.at(-1)!.length)
    contents.push(readNode(text, at, mayBeInvalid, mark));
  return contents;
}

/** One comment, blank line, or logical line with its continuations. */
function readNode(text: string, start: number, mayBeInvalid: boolean, mark: MarkState): NodeContent {
  const line = lineAt(text, start);
  const comment = commentSpan(text, line, start);
  if (comment) return { kind: 'comment', length: line.next - start, textSpan: comment };
  const { value, comments, end } = readLogicalLine(text, line, mark);
  const from = skipBlanks(value.text, 0);
  const to = skipBlanksBack(value.text, from, value.text.length);
  const length = end - start;
  if (from === to) return { kind: 'blank', length };
  const stripped = from === 0 && to === value.text.length ? value : sliceValue(value, from, to);
  const content = classify(stripped, length, comments);
  const faults = { ...lengthFault(value.text), ...(mayBeInvalid ? invalidFault(stripped) : undefined) };
  return Object.assign(content, faults);
}

const NONE: readonly Span[] = [];

/** Offsets of contents count from the start of the node. */
type LineContent = Extract<NodeContent, { kind: 'header' | 'assignment' | 'error' }>;

interface LogicalLine {
  readonly value: Value;
  readonly comments: readonly Span[];
  readonly end: number;
}

function readLogicalLine(text: string, first: PhysicalLine, mark: MarkState): LogicalLine {
  const start = afterMark(text, first.start, mark);
  let part = text.slice(start, first.end);
  const origin = first.start;
  const pieces: Piece[] = [{ at: 0, source: start - origin }];
  if (!continues(part)) return { value: { text: part, pieces }, comments: NONE, end: first.next };
  const parts: string[] = [];
  const comments: Span[] = [];
  let length = 0;
  let end = first.next;
  while (continues(part)) {
    parts.push(part.slice(0, -1), ' ');
    length += part.length;
    part = '';
    if (end >= text.length) break;
    const line = nextPart(text, end, comments, origin);
    end = line.next;
    const from = afterMark(text, line.start, mark);
    part = text.slice(from, line.end);
    pieces.push({ at: length, source: from - origin });
  }
  return { value: { text: parts.join('') + part, pieces }, comments, end };
}

/** Where the node that starts at `start` ends, in a text without byte order mark: what it holds is not read. */
export function nodeEnd(text: string, start: number): number {
  let line = lineAt(text, start);
  if (commentSpan(text, line, start)) return line.next;
  const comments: Span[] = [];
  while (endsInBackslash(text, line) && line.next < text.length) line = nextPart(text, line.next, comments, start);
  return line.next;
}

function endsInBackslash(text: string, { start, end }: PhysicalLine): boolean {
  let at = end;
  while (at > start && text.charCodeAt(at - 1) === 92) at--;
  return (end - at) % 2 === 1;
}

/** Where a byte order mark may still be dropped; -1 when none is left. */
interface MarkState {
  at: number;
}

/** systemd drops the first byte order mark that begins a line which is not a comment, and only that one. */
function afterMark(text: string, start: number, mark: MarkState): number {
  if (mark.at < 0 || text.charCodeAt(start) !== 0xfeff) return start;
  mark.at = -1;
  return start + 1;
}

/** The next line that is not a comment; the empty end of the text when only comments follow. */
function nextPart(text: string, start: number, comments: Span[], origin: number): PhysicalLine {
  let line = lineAt(text, start);
  for (let comment = commentSpan(text, line, origin); comment; comment = commentSpan(text, line, origin)) {
    comments.push(comment);
    line = lineAt(text, line.next);
  }
  return line;
}

/** Whether the line ends in a backslash that no other backslash escapes. What was joined before ends in a blank. */
function continues(line: string): boolean {
  let backslashes = 0;
  for (let i = line.length - 1; i >= 0 && line.charCodeAt(i) === 92; i--) backslashes++;
  return backslashes % 2 === 1;
}

/** systemd looks for a comment sign before it looks for a byte order mark, so a mark before `#` hides it. */
function commentSpan(text: string, line: PhysicalLine, origin: number): Span | undefined {
  let at = line.start;
  while (at < line.end && isBlank(text.charCodeAt(at))) at++;
  const sign = at < line.end ? text.charCodeAt(at) : 0;
  return sign === 35 || sign === 59 ? { start: at - origin, end: line.end - origin } : undefined;
}

function classify(value: Value, length: number, comments: readonly Span[]): LineContent {
  const { text } = value;
  const textSpan = toSourceSpan(value, 0, text.length);
  if (text.charCodeAt(0) === 91) return header(value, length, textSpan);
  const equals = text.indexOf('=');
  if (equals < 0) return { kind: 'error', length, textSpan, fault: 'missing-equals', text: value };
  const keyEnd = skipBlanksBack(text, 0, equals);
  if (keyEnd === 0) return { kind: 'error', length, textSpan, fault: 'missing-key', text: value };
  return {
    kind: 'assignment',
    length,
    textSpan,
    key: text.slice(0, keyEnd),
    keySpan: toSourceSpan(value, 0, keyEnd),
    equals: toSourceSpan(value, equals, equals + 1).start,
    value: sliceValue(value, Math.min(skipBlanks(text, equals + 1), text.length)),
    comments,
  };
}

function header(value: Value, length: number, textSpan: Span): LineContent {
  const { text } = value;
  const closed = text.length > 1 && text.endsWith(']');
  const close = text.indexOf(']');
  const nameEnd = closed ? text.length - 1 : close > 0 ? close : text.length;
  return {
    kind: 'header',
    length,
    textSpan,
    name: text.slice(1, nameEnd),
    nameSpan: toSourceSpan(value, 1, nameEnd),
    closed,
  };
}

function lengthFault(text: string): { tooLong?: true } {
  if (text.length * 3 <= LONG_LINE_MAX) return {};
  return utf8Length(text) > LONG_LINE_MAX ? { tooLong: true } : {};
}

function invalidFault(value: Value): { invalidText?: Span } {
  const found = INVALID_TEXT.exec(value.text);
  return found ? { invalidText: toSourceSpan(value, found.index, found.index + found[0].length) } : {};
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800 || (code >= 0xd800 && code < 0xe000)) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}

/** WHITESPACE of systemd's src/basic/string-util.h. */
export const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

function skipBlanks(text: string, at: number): number {
  let i = at;
  while (i < text.length && isBlank(text.charCodeAt(i))) i++;
  return i;
}

function skipBlanksBack(text: string, from: number, to: number): number {
  let i = to;
  while (i > from && isBlank(text.charCodeAt(i - 1))) i--;
  return i;
}
