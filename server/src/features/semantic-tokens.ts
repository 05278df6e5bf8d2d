import { assignmentsIn, type PlacedJudgement } from '../engine/judged-block.ts';
import { contextOf, type JudgedAssignment, type JudgedSection, type Verdict } from '../engine/judged-file.ts';
import type { FileIdentity } from '../schema/file-identity.ts';
import { toSourceSpan } from '../syntax/value.ts';
import { lastAtMost } from '../text/binary-search.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';
import { isRemoved } from '../values/traits.ts';
import type { Directive } from '../values/value-type.ts';
import type { Document } from './document.ts';
import { MARKED } from './references.ts';

/** What the grammar cannot know: whether systemd reads the line, and what the value's parts are. */
export const tokenTypes = ['section', 'property', 'comment', 'unit', 'path', 'specifier'] as const;
export const tokenModifiers = ['deprecated', 'unknown'] as const;

export interface SemanticToken extends Span {
  readonly type: (typeof tokenTypes)[number];
  readonly modifier?: (typeof tokenModifiers)[number];
}

/** Tokens in source order, none overlapping, none across a line end; those of a part of the text when it is given. */
export function semanticTokens(document: Document, part?: Span): SemanticToken[] {
  const tokens = tokenGroups(document, part).flatMap((group) => group.tokens());
  return withinLines(tokens, document.lines);
}

/** The tokens of a header, or of a block below it. */
export interface TokenGroup {
  readonly start: number;
  /** As long as this object is the same, so are the tokens, counted from the start; undefined when they are read anew. */
  readonly key: object | undefined;
  tokens(): SemanticToken[];
}

/** In source order. Groups begin where blocks do: where lines do, unless `endInLineFeeds()` denies it. */
export function tokenGroups(
  { judged, tree }: Document,
  part: Span = { start: 0, end: tree.text.length },
): TokenGroup[] {
  if (!judged) return [];
  const { version } = judged;
  const groupsOf = (blocks: readonly PlacedJudgement[]): TokenGroup[] =>
    blocks
      .filter(({ placed }) => overlaps(placed, part))
      .map((place) => ({
        start: place.placed.start,
        key: place.judged,
        tokens: () =>
          assignmentsIn([place]).flatMap((each) => (overlaps(each.node.span, part) ? tokensOf(each, version) : [])),
      }));
  const ofSections = judged.sections.flatMap((section): TokenGroup[] => {
    const { span, header } = section.section;
    if (!overlaps(span, part)) return [];
    return [{ start: header.start, key: undefined, tokens: () => headerTokens(section) }, ...groupsOf(section.blocks)];
  });
  return groupsOf(judged.preamble).concat(ofSections);
}

function headerTokens({ section, status }: JudgedSection): SemanticToken[] {
  const { name, nameSpan } = section.header;
  if (name === '') return [];
  return [{ ...nameSpan, type: 'section', ...(status === 'unknown' ? { modifier: 'unknown' } : {}) }];
}

function tokensOf({ node, verdict, source }: JudgedAssignment, version: number): SemanticToken[] {
  const { start, end } = node.keySpan;
  if (!verdict.directive) return [{ start, end, type: 'property', modifier: 'unknown' }];
  if (isRemoved(verdict.directive)) return [{ start, end, type: 'property', modifier: 'deprecated' }];
  const { value } = node;
  const known = knownParts.get(verdict);
  const parts = known ?? partsOf(verdict.directive, value.text, { kind: source.identity, version });
  if (!known) knownParts.set(verdict, parts);
  const tokens: SemanticToken[] = [{ start, end, type: 'property' }];
  for (const part of parts) {
    const span = toSourceSpan(value, part.start, part.end);
    tokens.push({ start: span.start, end: span.end, type: part.type });
  }
  return tokens;
}

/** Of the lines of a block an edit leaves most alone. */
const knownParts = new WeakMap<Verdict, readonly SemanticToken[]>();

/** The parts of a value, in offsets of its text. */
function partsOf(
  directive: Directive,
  text: string,
  { kind, version }: { kind: FileIdentity; version: number },
): readonly SemanticToken[] {
  const references = directive.valueType?.references?.(text, contextOf(directive, kind, version), MARKED) ?? [];
  const named = references.flatMap(({ start, end, type }): SemanticToken[] =>
    end > MARKED.end ? [] : [{ start, end, type: type === 'unit' ? 'unit' : 'path' }],
  );
  const specifiers = specifierSpans(text.slice(0, MARKED.end));
  const parts =
    specifiers.length === 0 ? named : named.filter((part) => !holdsOne(part, specifiers)).concat(specifiers);
  return parts.sort((a, b) => a.start - b.start);
}

/** Whether one of some spans, which are apart and in order, lies in another. */
function holdsOne(part: Span, spans: readonly Span[]): boolean {
  const at = lastAtMost(spans.length, part.end - 1, (index) => spans[index]!.start);
  return overlaps(part, spans[at]!);
}

function specifierSpans(text: string): SemanticToken[] {
  if (!text.includes('%')) return [];
  const tokens: SemanticToken[] = [];
  for (const match of text.matchAll(/%[0-9A-Za-z%]/g)) {
    tokens.push({ start: match.index, end: match.index + 2, type: 'specifier' });
  }
  return tokens;
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Behind every place. */
const END = Number.POSITIVE_INFINITY;

/** Drops what would overlap or cross a line end; editors take neither. */
export function withinLines(tokens: readonly SemanticToken[], lines: LineIndex): SemanticToken[] {
  let end = 0;
  let line = lines.positionAt(tokens[0]?.start ?? 0).line;
  const nextAfter = (at: number): number => (at + 1 < lines.lineCount ? lines.lineStart(at + 1) : END);
  let next = nextAfter(line);
  return tokens.filter((token) => {
    if (token.start < end || token.end <= token.start) return false;
    for (; next <= token.start; line++) next = nextAfter(line + 1);
    if (token.end >= next) return false;
    end = token.end;
    return true;
  });
}
