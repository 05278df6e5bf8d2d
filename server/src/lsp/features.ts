import {
  CodeActionKind,
  type Connection,
  type LocationLink,
  type Range,
  type SemanticTokensOptions,
  type TextEdit,
} from 'vscode-languageserver';
import type { CompletionItem } from '../features/completion/item.ts';
import type { LanguageService } from '../service/language-service.ts';
import { lineIndex, type LineIndex } from '../text/line-index.ts';
import { runSafe } from './run-safe.ts';
import type { Session } from './session.ts';
import type { Span } from '../text/span.ts';
import { toCodeAction, toCompletionItem, toDiagnostic, toFold, tokenLegend, toRange, toSymbol, toTokenData } from './to-lsp.ts';
import { pathToUri } from './uris.ts';

export const triggerCharacters = ['[', '=', '%', '@', ':', '.', '-', '~', '$', '/', ','];
export const tokenProvider: SemanticTokensOptions = { legend: tokenLegend, full: true };

interface At {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

/** Connects every language feature to the wire. */
export function registerFeatures(connection: Connection, service: LanguageService, session: Session): void {
  const log = (message: string): void => connection.console.error(message);
  const linesOf = (uri: string): LineIndex => service.document(uri)?.lines ?? lineIndex('');
  const offsetOf = ({ textDocument: { uri }, position }: At): number => linesOf(uri).offsetAt(position);
  const itemOptions = () => ({ snippets: session.snippets, ...(session.askAgain ? { askAgain: session.askAgain } : {}) });

  connection.onCompletion(
    runSafe('completion', [], log, (params: At) => {
      const { uri } = params.textDocument;
      return service.completion(uri, offsetOf(params)).map((item) => toCompletionItem(linesOf(uri), item, itemOptions()));
    }),
  );
  connection.onCompletionResolve((item) => {
    const help = item.data as CompletionItem['help'];
    const markdown = item.documentation ? undefined : service.completionHelp({ help });
    return markdown === undefined ? item : { ...item, documentation: { kind: 'markdown', value: markdown } };
  });
  connection.onHover(
    runSafe('hover', null, log, (params: At) => {
      const found = service.hover(params.textDocument.uri, offsetOf(params));
      if (!found) return null;
      const range = toRange(linesOf(params.textDocument.uri), found);
      return { range, contents: { kind: 'markdown' as const, value: found.markdown } };
    }),
  );
  connection.onDefinition(
    runSafe('definition', [], log, (params: At) => {
      const start: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      return service.definition(params.textDocument.uri, offsetOf(params)).map(
        ({ path, origin }): LocationLink => ({
          targetUri: pathToUri(path),
          targetRange: start,
          targetSelectionRange: start,
          originSelectionRange: toRange(linesOf(params.textDocument.uri), origin),
        }),
      );
    }),
  );
  registerWholeDocument(connection, service, log, linesOf);
  registerFormatting(connection, service, log, linesOf);
}

function registerWholeDocument(
  connection: Connection,
  service: LanguageService,
  log: (message: string) => void,
  linesOf: (uri: string) => LineIndex,
): void {
  type Whole = { readonly textDocument: { readonly uri: string } };
  connection.onDocumentSymbol(
    runSafe('symbols', [], log, ({ textDocument: { uri } }: Whole) => service.symbols(uri).map((symbol) => toSymbol(linesOf(uri), symbol))),
  );
  connection.onFoldingRanges(runSafe('folding', [], log, ({ textDocument: { uri } }: Whole) => service.folds(uri).map(toFold)));
  connection.onDocumentLinks(
    runSafe('links', [], log, ({ textDocument: { uri } }: Whole) =>
      service.links(uri).map(({ target, tooltip, ...span }) => ({ range: toRange(linesOf(uri), span), target, tooltip })),
    ),
  );
  connection.languages.semanticTokens.on(
    runSafe('semantic tokens', { data: [] }, log, ({ textDocument: { uri } }: Whole) => ({
      data: toTokenData(linesOf(uri), service.tokens(uri)),
    })),
  );
  connection.onCodeAction(
    runSafe('code actions', [], log, ({ textDocument: { uri }, range, context }: Whole & { range: Range; context: { only?: string[] } }) => {
      const lines = linesOf(uri);
      const wants = (kind: string): boolean => !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
      const span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
      const fixes = wants(CodeActionKind.QuickFix) ? service.quickFixes(uri, span) : [];
      const actions = fixes.map((fix) => toCodeAction(uri, lines, fix, [toDiagnostic(lines, fix.finding, () => undefined)]));
      const all = context.only && wants(CodeActionKind.SourceFixAll) ? service.fixAll(uri) : undefined;
      return all ? [...actions, toCodeAction(uri, lines, all, [], CodeActionKind.SourceFixAll)] : actions;
    }),
  );
}

/** Whole document, range, and the line just left by Enter. */
function registerFormatting(
  connection: Connection,
  service: LanguageService,
  log: (message: string) => void,
  linesOf: (uri: string) => LineIndex,
): void {
  type Target = { readonly textDocument: { readonly uri: string } };
  const edits = (uri: string, range?: Span): TextEdit[] =>
    service.format(uri, range).map((edit) => ({ range: toRange(linesOf(uri), edit), newText: edit.text }));
  connection.onDocumentFormatting(runSafe('formatting', [], log, ({ textDocument: { uri } }: Target) => edits(uri)));
  connection.onDocumentRangeFormatting(
    runSafe('range formatting', [], log, ({ textDocument: { uri }, range }: Target & { range: Range }) => {
      const lines = linesOf(uri);
      return edits(uri, { start: lines.lineStart(range.start.line), end: lines.lineStart(range.end.line + 1) });
    }),
  );
  connection.onDocumentOnTypeFormatting(
    runSafe('formatting while typing', [], log, ({ textDocument: { uri }, position: { line } }: At) => {
      const lines = linesOf(uri);
      return edits(uri, { start: lines.lineStart(line - 1), end: lines.lineStart(line) - 1 });
    }),
  );
}
