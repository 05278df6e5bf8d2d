import type { UnitFileKind } from '../schema/file-kind.ts';
import { toSourceSpan } from '../syntax/value.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';
import { contextOf, type JudgedAssignment, type Verdict } from '../units/judged-file.ts';
import { valueTypeOf } from '../values/registry.ts';
import type { Document } from './document.ts';

/** What the grammar cannot know: whether systemd reads the line, and what the value's parts are. */
export const tokenTypes = ['section', 'property', 'comment', 'unit', 'path', 'specifier'] as const;
export const tokenModifiers = ['deprecated', 'unknown'] as const;

export interface SemanticToken extends Span {
  readonly type: (typeof tokenTypes)[number];
  readonly modifier?: (typeof tokenModifiers)[number];
}

/** Tokens in source order, none overlapping, none across a line end; those of a part of the text when it is given. */
export function semanticTokens(
  { judged, tree, lines }: Document,
  part: Span = { start: 0, end: tree.text.length },
): SemanticToken[] {
  if (!judged) return [];
  const tokens: SemanticToken[] = [];
  for (const { section, status, assignments } of judged.sections) {
    if (!overlaps(section.span, part)) continue;
    if (section.header.name !== '') {
      tokens.push({
        ...section.header.nameSpan,
        type: 'section',
        ...(status === 'unknown' ? { modifier: 'unknown' } : {}),
      });
    }
    for (const assignment of assignments) {
      if (overlaps(assignment.node.span, part)) addTokens(tokens, assignment, judged.version);
    }
  }
  return withinLines(tokens, lines);
}

function addTokens(tokens: SemanticToken[], { node, verdict, source }: JudgedAssignment, version: number): void {
  const { start, end } = node.keySpan;
  if (!verdict.directive) tokens.push({ start, end, type: 'property', modifier: 'unknown' });
  else if (isRetired(verdict)) tokens.push({ start, end, type: 'property', modifier: 'deprecated' });
  else {
    tokens.push({ start, end, type: 'property' });
    const { value } = node;
    for (const part of partsOf(verdict, value.text, { kind: source.kind, version })) {
      const span = toSourceSpan(value, part.start, part.end);
      tokens.push({ start: span.start, end: span.end, type: part.type });
    }
  }
}

const isRetired = ({ directive }: Verdict): boolean => directive?.parser === 'config_parse_warn_compat';

/** The parts of a value, in offsets of its text; told apart once for each verdict. */
const knownParts = new WeakMap<Verdict, readonly SemanticToken[]>();

function partsOf(
  verdict: Verdict,
  text: string,
  file: { kind: UnitFileKind; version: number },
): readonly SemanticToken[] {
  const known = knownParts.get(verdict);
  if (known) return known;
  const directive = verdict.directive!;
  const references = valueTypeOf(directive)?.references?.(text, contextOf(directive, file.kind, file.version)) ?? [];
  const named = references.map(
    ({ start, end, type }): SemanticToken => ({ start, end, type: type === 'unit' ? 'unit' : 'path' }),
  );
  const specifiers = specifierSpans(text);
  const parts = [...named.filter((part) => !specifiers.some((span) => overlaps(part, span))), ...specifiers];
  parts.sort((a, b) => a.start - b.start);
  knownParts.set(verdict, parts);
  return parts;
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

/** Drops what would overlap or cross a line end; editors take neither. */
function withinLines(tokens: readonly SemanticToken[], lines: LineIndex): SemanticToken[] {
  let end = 0;
  let line = 0;
  return tokens.filter((token) => {
    if (token.start < end || token.end <= token.start) return false;
    while (line + 1 < lines.lineCount && lines.lineStart(line + 1) <= token.start) line++;
    if (line + 1 < lines.lineCount && token.end >= lines.lineStart(line + 1)) return false;
    end = token.end;
    return true;
  });
}
