import { type SemanticToken, tokenModifiers, tokenTypes } from '../../features/semantic-tokens.ts';
import type { LineIndex } from '../../text/line-index.ts';

/** LSP's five numbers a token, each place relative to the one before. */
export function toTokenData(lines: LineIndex, tokens: readonly SemanticToken[]): number[] {
  const data: number[] = [];
  const first = tokens[0];
  let line = first ? lines.positionAt(first.start).line : 0;
  const nextAfter = (at: number): number =>
    at + 1 < lines.lineCount ? lines.lineStart(at + 1) : Number.POSITIVE_INFINITY;
  let next = nextAfter(line);
  let lastLine = 0;
  /** From where columns are counted: a line may have tens of thousands of tokens. */
  let from = lines.lineStart(0);
  for (const { start, end, type, modifier } of tokens) {
    for (; next <= start; line++) next = nextAfter(line + 1);
    if (line !== lastLine) from = lines.lineStart(line);
    const modifiers = modifier ? 1 << tokenModifiers.indexOf(modifier) : 0;
    data.push(line - lastLine, lines.width(from, start), lines.width(start, end), tokenTypes.indexOf(type), modifiers);
    lastLine = line;
    from = start;
  }
  return data;
}

/** The names VS Code themes know for our token types. */
export const tokenLegend = {
  tokenTypes: ['namespace', 'property', 'comment', 'class', 'string', 'variable'],
  tokenModifiers: ['deprecated', 'unknown'],
};
