import type { SelectionRange } from 'vscode-languageserver';
import type { Span } from '../../text/span.ts';
import type { InDocument, LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';
import { toRange } from '../to-lsp/ranges.ts';

interface SelectionParams extends InDocument {
  readonly positions: readonly { readonly line: number; readonly character: number }[];
}

export const selectionFeature: LspFeature = ({ connection, service, log, linesOf, offsetAt }) => {
  connection.onSelectionRanges(
    runSafe('selection ranges', [], log, ({ textDocument, positions }: SelectionParams): SelectionRange[] =>
      positions.map((position) => {
        const offset = offsetAt({ textDocument, position });
        const spans = service.askAny<readonly Span[]>(textDocument.uri, [], (features, document) =>
          features.selection(document, offset),
        );
        const lines = linesOf(textDocument.uri);
        const outermost = spans.map((span): SelectionRange => ({ range: toRange(lines, span) }));
        return outermost.reduceRight((parent, { range }) => ({ range, parent }), outermost.pop() ?? here(position));
      }),
    ),
  );
  return { selectionRangeProvider: true };
};

/** For a text that is not open: one answer is due for each position. */
const here = (position: SelectionParams['positions'][number]): SelectionRange => ({
  range: { start: position, end: position },
});
