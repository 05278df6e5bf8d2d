import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { type LineIndex, lineIndex } from '../text/line-index.ts';
import { splitsPair, utf8Length, utf8Size } from '../text/utf8.ts';

/** What columns count on the wire; LSP's own measure is UTF-16. */
export type PositionEncoding = 'utf-16' | 'utf-8';

/** The first the client names that we know. */
export const chooseEncoding = (offered: readonly string[] = []): PositionEncoding =>
  offered.find((encoding): encoding is PositionEncoding => encoding === 'utf-16' || encoding === 'utf-8') ?? 'utf-16';

/** Lines whose columns are counted as the client counts them. */
export function encodedLines(lines: LineIndex, text: string, encoding: PositionEncoding): LineIndex {
  if (encoding === 'utf-16') return lines;
  const columnAt = (offset: number, line: number): number => utf8Length(text, lines.lineStart(line), offset);
  return {
    lineCount: lines.lineCount,
    lineStart: lines.lineStart,
    columnAt,
    width: (start, end) => utf8Length(text, start, end),
    positionAt(offset) {
      const { line } = lines.positionAt(offset);
      return { line, character: columnAt(Math.min(offset, text.length), line) };
    },
    offsetAt: ({ line, character }) =>
      offsetOfByte(text, character, { start: lines.lineStart(line), end: lines.lineStart(line + 1) }),
  };
}

function offsetOfByte(text: string, bytes: number, { start, end }: { start: number; end: number }): number {
  let at = start;
  for (let left = bytes; left > 0 && at < end; at++) left -= utf8Size(text, at);
  return at < end && splitsPair(text, at) ? at + 1 : at;
}

/** How open texts are kept; changes arrive in the client's columns. */
export function textDocuments(encoding: () => PositionEncoding): {
  create: typeof TextDocument.create;
  update(document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number): TextDocument;
} {
  return {
    create: TextDocument.create,
    update(document, changes, version) {
      if (encoding() === 'utf-16') return TextDocument.update(document, changes, version);
      // Each change is told in places of the text as the changes before it left it.
      return changes.reduce((text, change) => TextDocument.update(text, [inUtf16(text, change)], version), document);
    },
  };
}

function inUtf16(document: TextDocument, change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
  if (!('range' in change)) return change;
  const text = document.getText();
  const plain = lineIndex(text);
  const lines = encodedLines(plain, text, 'utf-8');
  const { start, end } = change.range;
  const range = { start: plain.positionAt(lines.offsetAt(start)), end: plain.positionAt(lines.offsetAt(end)) };
  return { range, text: change.text };
}
