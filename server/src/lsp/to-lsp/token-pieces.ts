import type { SemanticTokensDelta } from 'vscode-languageserver';
import type { Document } from '../../features/document.ts';
import { featuresOf } from '../../features/features-of.ts';
import { type SemanticToken, type TokenGroup, withinLines } from '../../features/semantic-tokens.ts';
import { endInLineFeeds } from '../../syntax/editor-lines.ts';
import type { LineIndex } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';
import { toTokenData } from './token-data.ts';

/** Tokens of some lines as the wire has them, the first counted from where those lines begin. */
interface Encoded {
  readonly data: readonly number[];
  /** The line of the last, counted likewise. */
  readonly lastLine: number;
}

/** The same tokens at their place; there is at least one. */
export interface TokenPiece {
  readonly encoded: Encoded;
  /** Lines from the last token before to where these lines begin. */
  readonly lead: number;
}

/** What was worked out of a block; it stays with the block. */
export type Encodings = WeakMap<object, Encoded>;

/** The tokens of a document, block by block: those of blocks that an edit left alone are not worked out again. */
export function tokenPieces(document: Document, lines: LineIndex, known: Encodings): TokenPiece[] {
  const pieces = endInLineFeeds(document.text, document.tree.blocks)
    ? piecesByBlock(document, lines, known)
    : undefined;
  if (pieces?.every(beginsLine)) return pieces;
  const data = toTokenData(lines, tokensIn(document));
  return data.length > 0 ? [{ encoded: { data, lastLine: 0 }, lead: 0 }] : [];
}

/** Tokens in source order, none overlapping, none across a line end; those of a part of the text when it is given. */
export function tokensIn(document: Document, part?: Span): SemanticToken[] {
  const tokens = featuresOf(document)
    .tokenGroups(document, part)
    .flatMap((group) => group.tokens());
  return withinLines(tokens, document.lines);
}

/** Behind a header that ends in a NUL character the first key stands in the editor's same line, and its column counts from there. */
const beginsLine = ({ encoded: { data }, lead }: TokenPiece, index: number): boolean =>
  index === 0 || lead + data[0]! > 0;

function piecesByBlock(document: Document, lines: LineIndex, known: Encodings): TokenPiece[] {
  let last = 0;
  return featuresOf(document)
    .tokenGroups(document)
    .flatMap((group): TokenPiece[] => {
      const from = document.lines.positionAt(group.start).line;
      const found = group.key && known.get(group.key);
      const encoded = found ?? encode(group, { from, lines, plain: document.lines });
      if (group.key && !found) known.set(group.key, encoded);
      if (encoded.data.length === 0) return [];
      const lead = from - last;
      last = from + encoded.lastLine;
      return [{ encoded, lead }];
    });
}

interface Place {
  readonly from: number;
  readonly lines: LineIndex;
  /** In UTF-16, as offsets are. */
  readonly plain: LineIndex;
}

function encode(group: TokenGroup, { from, lines, plain }: Place): Encoded {
  const data = toTokenData(lines, withinLines(group.tokens(), plain));
  if (data.length > 0) data[0]! -= from;
  let lastLine = 0;
  for (let i = 0; i < data.length; i += 5) lastLine += data[i]!;
  return { data, lastLine };
}

/** All numbers of an answer. */
export function tokenData(pieces: readonly TokenPiece[]): number[] {
  const all: number[] = [];
  for (const { encoded, lead } of pieces) {
    const at = all.length;
    for (const number of encoded.data) all.push(number);
    all[at]! += lead;
  }
  return all;
}

/** The one stretch of numbers that differs. Pieces that are the same are not looked into. */
export function tokenEdits(before: readonly TokenPiece[], after: readonly TokenPiece[]): SemanticTokensDelta['edits'] {
  const { start, end } = commonEnds(before.length, after.length, (i, j) => isSame(before[i]!, after[j]!));
  const old = tokenData(before.slice(start, before.length - end));
  const now = tokenData(after.slice(start, after.length - end));
  const within = commonEnds(old.length, now.length, (i, j) => old[i] === now[j]);
  const data = now.slice(within.start, now.length - within.end);
  const deleteCount = old.length - within.end - within.start;
  if (deleteCount + data.length === 0) return [];
  const above = before.slice(0, start).reduce((sum, { encoded }) => sum + encoded.data.length, 0);
  return [{ start: above + within.start, deleteCount, data }];
}

/** Headers have one token, and are read anew each time. */
const isSame = (a: TokenPiece, b: TokenPiece): boolean =>
  a.lead === b.lead &&
  (a.encoded === b.encoded || (isHeader(a) && isHeader(b) && a.encoded.data.join() === b.encoded.data.join()));

const isHeader = ({ encoded }: TokenPiece): boolean => encoded.data.length === 5;

/** How much two lists have in common at both ends. */
function commonEnds(
  before: number,
  after: number,
  isEqual: (before: number, after: number) => boolean,
): { start: number; end: number } {
  const most = Math.min(before, after);
  let start = 0;
  while (start < most && isEqual(start, start)) start++;
  let end = 0;
  while (end < most - start && isEqual(before - 1 - end, after - 1 - end)) end++;
  return { start, end };
}
