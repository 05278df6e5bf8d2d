import { toSourceSpan } from '../syntax/value.ts';
import type { Span } from '../text/span.ts';
import type { Document } from './document.ts';

export interface DocumentSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'section' | 'assignment';
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly DocumentSymbol[];
}

/** Sections and their assignments, in the order of the text. */
export function documentSymbols({ tree }: Document): DocumentSymbol[] {
  return tree.sections.map((section) => ({
    name: section.name || '[]',
    detail: '',
    kind: 'section',
    span: { start: section.span.start, end: lastContent(section.header.span, section.nodes) },
    nameSpan: section.header.textSpan,
    children: section.assignments.map((node) => ({
      name: node.key,
      detail: shorten(node.value.text),
      kind: 'assignment',
      span: cover(node.keySpan, toSourceSpan(node.value, 0, node.value.text.length)),
      nameSpan: node.keySpan,
      children: [],
    })),
  }));
}

const cover = (a: Span, b: Span): Span => ({ start: a.start, end: Math.max(a.end, b.end) });

/** Trailing blank lines belong to no section an outline should show. */
function lastContent(span: Span, nodes: readonly { kind: string; span: Span }[]): number {
  for (let i = nodes.length - 1; i >= 0; i--) if (nodes[i]!.kind !== 'blank') return nodes[i]!.span.end;
  return span.end;
}

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
