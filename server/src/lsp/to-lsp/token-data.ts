import { type SemanticToken, tokenModifiers, tokenTypes } from '../../features/semantic-tokens.ts';
import type { LineIndex } from '../../text/line-index.ts';

/** LSP's five numbers a token, each place relative to the one before. */
export function toTokenData(lines: LineIndex, tokens: readonly SemanticToken[]): number[] {
  const data: number[] = [];
  const first = tokens[0];
  let line = first ? lines.positionAt(first.start).line : 0;
  let lastLine = 0;
  let last = 0;
  for (const { start, end, type, modifier } of tokens) {
    while (line + 1 < lines.lineCount && lines.lineStart(line + 1) <= start) line++;
    const character = lines.columnAt(start, line);
    const length = lines.columnAt(end, line) - character;
    const modifiers = modifier ? 1 << tokenModifiers.indexOf(modifier) : 0;
    data.push(line - lastLine, line === lastLine ? character - last : character, length);
    data.push(tokenTypes.indexOf(type), modifiers);
    lastLine = line;
    last = character;
  }
  return data;
}

/** The names VS Code themes know for our token types. */
export const tokenLegend = {
  tokenTypes: ['namespace', 'property', 'comment', 'class', 'string', 'variable'],
  tokenModifiers: ['deprecated', 'unknown'],
};
