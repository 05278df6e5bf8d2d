import type {
  Connection,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { runSafe } from './run-safe.ts';

interface Pull {
  readonly connection: Connection;
  readonly documents: Pick<TextDocuments<TextDocument>, 'onDidOpen' | 'onDidClose'>;
  diagnosticsOf(uri: string): Diagnostic[];
  /** Resolves when the files around a text just opened are known. */
  ready(uri: string): Promise<void>;
  log(message: string): void;
}

/** Answers a client that asks (`textDocument/diagnostic`, LSP 3.17); what it has already is not sent again. */
export function answerPulls({ connection, documents, diagnosticsOf, ready, log }: Pull): void {
  const none: DocumentDiagnosticReport = { kind: 'full', items: [] };
  const openings = countOpenings(documents);
  connection.languages.diagnostics.on(
    runSafe('diagnostics', none, log, async (params: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> => {
      const { uri } = params.textDocument;
      await ready(uri);
      return reportOf(diagnosticsOf(uri), params.previousResultId, `${openings.get(uri) ?? 0}-`);
    }),
  );
}

/** What a client is told that was told something before; the answer is named after what it says. */
export function reportOf(
  items: Diagnostic[],
  previous: string | undefined,
  beginning = '',
): { kind: 'unchanged'; resultId: string } | { kind: 'full'; resultId: string; items: Diagnostic[] } {
  const resultId = `${beginning}${fingerprint(JSON.stringify(items))}`;
  return resultId === previous ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
}

/** The number of the opening that each open text had: a client forgets with a text what it was told of it. */
function countOpenings({ onDidOpen, onDidClose }: Pull['documents']): ReadonlyMap<string, number> {
  const openings = new Map<string, number>();
  let count = 0;
  onDidOpen(({ document }) => {
    openings.set(document.uri, ++count);
  });
  onDidClose(({ document }) => {
    openings.delete(document.uri);
  });
  return openings;
}

/** FNV-1a over two halves with the length; no secret, only a name for an answer. */
function fingerprint(text: string): string {
  let even = 0x811c9dc5;
  let odd = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 2) {
    even = Math.imul(even ^ text.charCodeAt(i), 0x01000193);
    odd = Math.imul(odd ^ (text.charCodeAt(i + 1) || 0), 0x01000193);
  }
  return `${text.length}-${even >>> 0}-${odd >>> 0}`;
}
