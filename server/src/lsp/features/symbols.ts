import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import type { Fold, DocumentSymbol as FoundSymbol } from '../../features/symbols.ts';
import type { InDocument, LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';
import { toFlatSymbols, toFold, toSymbol } from '../to-lsp/symbols.ts';

export const symbolsFeature: LspFeature = ({ connection, service, session, log, linesOf }) => {
  connection.onDocumentSymbol(
    runSafe('symbols', [], log, ({ textDocument: { uri } }: InDocument): DocumentSymbol[] | SymbolInformation[] => {
      const symbols = service
        .askAny<FoundSymbol[]>(uri, [], (features, document) => features.symbols(document))
        .map((symbol) => toSymbol(linesOf(uri), symbol));
      return session.client.symbolTree ? symbols : toFlatSymbols(uri, symbols);
    }),
  );
  return { documentSymbolProvider: true };
};

export const foldingFeature: LspFeature = ({ connection, service, log }) => {
  connection.onFoldingRanges(
    runSafe('folding', [], log, ({ textDocument: { uri } }: InDocument) =>
      service.askAny<Fold[]>(uri, [], (features, document) => features.folds(document)).map(toFold),
    ),
  );
  return { foldingRangeProvider: true };
};
