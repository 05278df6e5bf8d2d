import type { Range, TextEdit } from 'vscode-languageserver';
import type { Edit } from '../../features/format.ts';
import type { Span } from '../../text/span.ts';
import type { AtPosition, InDocument, LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';
import { toRange } from '../to-lsp/ranges.ts';

/** Whole document, range, and the line just left by Enter. */
export const formattingFeature: LspFeature = ({ connection, service, session, log, linesOf }) => {
  // What a project leaves out stays as it is, as with the command.
  const edits = (uri: string, range?: Span): TextEdit[] =>
    service
      .askAny<Edit[]>(uri, [], (features, document) =>
        session.configuration.isLeftOut(document.path) ? [] : features.format(document, range),
      )
      .map((edit) => ({ range: toRange(linesOf(uri), edit), newText: edit.text }));
  connection.onDocumentFormatting(
    runSafe('formatting', [], log, ({ textDocument: { uri } }: InDocument) => edits(uri)),
  );
  connection.onDocumentRangeFormatting(
    runSafe('range formatting', [], log, ({ textDocument: { uri }, range }: InDocument & { range: Range }) => {
      const lines = linesOf(uri);
      return edits(uri, { start: lines.lineStart(range.start.line), end: lines.lineStart(range.end.line + 1) });
    }),
  );
  connection.onDocumentOnTypeFormatting(
    runSafe('formatting while typing', [], log, ({ textDocument: { uri }, position: { line } }: AtPosition) => {
      const lines = linesOf(uri);
      return edits(uri, { start: lines.lineStart(line - 1), end: lines.lineStart(line) - 1 });
    }),
  );
  return {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
  };
};
