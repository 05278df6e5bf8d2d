import type { Document } from './document.ts';

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
