import type { AssignmentNode } from '../syntax/tree.ts';
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

/** Sections and their assignments, in the order of the text; assignments alone in a file without sections. */
export function documentSymbols({ tree, judged }: Document): DocumentSymbol[] {
  const before = judged && judged.preamble.length > 0 ? tree.preamble.assignments.map(symbolOf) : [];
  const sections = tree.sections.map(
    (section): DocumentSymbol => ({
      name: section.name || '[]',
      detail: '',
      kind: 'section',
      span: { start: section.span.start, end: lastContent(section.header.span, section.nodes) },
      nameSpan: section.header.textSpan,
      children: section.assignments.map(symbolOf),
    }),
  );
  return [...before, ...sections];
}

const symbolOf = (node: AssignmentNode): DocumentSymbol => ({
  name: node.key,
  detail: shorten(node.value.text),
  kind: 'assignment',
  span: cover(node.keySpan, toSourceSpan(node.value, 0, node.value.text.length)),
  nameSpan: node.keySpan,
  children: [],
});

const cover = (a: Span, b: Span): Span => ({ start: a.start, end: Math.max(a.end, b.end) });

/** Trailing blank lines belong to no section an outline should show. */
function lastContent(span: Span, nodes: readonly { kind: string; span: Span }[]): number {
  for (let i = nodes.length - 1; i >= 0; i--) if (nodes[i]!.kind !== 'blank') return nodes[i]!.span.end;
  return span.end;
}

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** Zero-based lines, both inclusive. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'section' | 'comment' | 'continuation';
}

/** Sections, runs of comments, and continued assignments. */
export function foldingRanges({ tree, lines }: Document): Fold[] {
  const folds: Fold[] = [];
  const add = (start: number, end: number, kind: Fold['kind']): void => {
    const startLine = lines.positionAt(start).line;
    const endLine = lines.positionAt(Math.max(start, end - 1)).line;
    if (endLine > startLine) folds.push({ startLine, endLine, kind });
  };
  for (const { header, nodes } of tree.sections) {
    let end = header.textSpan.end;
    for (const node of nodes) if (node.kind !== 'blank') end = trimmedEnd(tree.text, node.span.end);
    add(header.textSpan.start, end, 'section');
  }
  let run: { start: number; end: number } | undefined;
  for (const node of tree.nodes) {
    if (node.kind === 'comment') run = { start: run?.start ?? node.span.start, end: node.textSpan.end };
    else {
      if (run) add(run.start, run.end, 'comment');
      run = undefined;
    }
    if (node.kind === 'assignment') add(node.span.start, trimmedEnd(tree.text, node.span.end), 'continuation');
  }
  if (run) add(run.start, run.end, 'comment');
  return folds.sort((a, b) => a.startLine - b.startLine);
}

function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && (text[at - 1] === '\n' || text[at - 1] === '\r')) at--;
  return at;
}
