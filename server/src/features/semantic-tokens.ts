import { toSourceSpan } from '../syntax/value.ts';
import type { Span } from '../text/span.ts';
import type { JudgedAssignment } from '../units/judged-file.ts';
import { contextOf } from '../units/judged-file.ts';
import { valueTypeOf } from '../values/registry.ts';
import type { Document } from './document.ts';

/** What the grammar cannot know: whether systemd reads the line, and what the value's parts are. */
export const tokenTypes = ['section', 'property', 'comment', 'unit', 'path', 'specifier'] as const;
export const tokenModifiers = ['deprecated', 'unknown'] as const;

export interface SemanticToken extends Span {
  readonly type: (typeof tokenTypes)[number];
  readonly modifier?: (typeof tokenModifiers)[number];
}

/** Tokens in source order, none overlapping, none across a line end. */
export function semanticTokens({ judged, tree }: Document): SemanticToken[] {
  if (!judged) return [];
  const tokens: SemanticToken[] = [];
  for (const { section, status, assignments } of judged.sections) {
    if (section.header.name !== '') {
      tokens.push({
        ...section.header.nameSpan,
        type: 'section',
        ...(status === 'unknown' ? { modifier: 'unknown' } : {}),
      });
    }
    for (const assignment of assignments) tokens.push(...assignmentTokens(assignment, judged.version));
  }
  return withinLines(tokens, tree.text);
}

function assignmentTokens({ node, directive, source }: JudgedAssignment, version: number): SemanticToken[] {
  const key: SemanticToken = { ...node.keySpan, type: 'property' };
  if (!directive) return [{ ...key, modifier: 'unknown' }];
  if (directive.parser === 'config_parse_warn_compat') return [{ ...key, modifier: 'deprecated' }];
  const context = contextOf(directive, source.kind, version);
  const parts: SemanticToken[] = (valueTypeOf(directive)?.references?.(node.value.text, context) ?? []).map(
    (reference) => ({
      start: reference.start,
      end: reference.end,
      type: reference.type === 'unit' ? 'unit' : 'path',
    }),
  );
  const specifiers = specifierSpans(node.value.text);
  const inValue = [...parts.filter((part) => !specifiers.some((span) => overlaps(part, span))), ...specifiers];
  inValue.sort((a, b) => a.start - b.start);
  return [key, ...inValue.map((token) => ({ ...token, ...toSourceSpan(node.value, token.start, token.end) }))];
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
function withinLines(tokens: readonly SemanticToken[], text: string): SemanticToken[] {
  const result: SemanticToken[] = [];
  let end = 0;
  for (const token of tokens) {
    if (token.start < end || token.end <= token.start) continue;
    if (/[\n\r]/.test(text.slice(token.start, token.end))) continue;
    result.push(token);
    end = token.end;
  }
  return result;
}
