import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageService } from '../service/language-service.ts';
import { lineIndex } from '../text/line-index.ts';
import type { Session } from './session.ts';
import { toDiagnostic } from './to-lsp.ts';
import { uriToPath } from './uris.ts';

export interface OpenDocuments {
  get(uri: string): TextDocument | undefined;
  /** Judges every open document anew: settings, version, or files beside them changed. */
  judgeAgain(): void;
}

/** Keeps the service's texts equal to the editor's and publishes what is found, never for a stale version. */
export function openDocuments(connection: Connection, service: LanguageService, session: Session): OpenDocuments {
  const documents = new TextDocuments(TextDocument);
  const waiting = new Set<string>();

  const publish = (uri: string): void => {
    const document = documents.get(uri);
    const current = service.document(uri);
    if (!document || !current) return;
    const linesOf = (path: string) => {
      const text = session.dropInsOf(uriToPath(uri)).find((dropIn) => dropIn.path === path)?.text;
      return text === undefined ? undefined : lineIndex(text);
    };
    const diagnostics = service.diagnostics(uri).map((finding) => toDiagnostic(current.lines, finding, linesOf));
    void connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  };
  /** A burst of keystrokes that is already here is judged once. */
  const schedule = (uri: string): void => {
    if (waiting.has(uri)) return;
    waiting.add(uri);
    setTimeout(() => {
      waiting.delete(uri);
      try {
        publish(uri);
      } catch (error) {
        connection.console.error(`diagnostics failed for ${uri}: ${(error as Error).stack}`);
      }
    }, 0);
  };

  documents.onDidOpen(async ({ document: { uri } }) => {
    const path = uriToPath(uri);
    session.setDropIns(path, await session.runtime.dropInsBeside(path));
    if (!documents.get(uri)) return;
    service.update(uri, path, documents.get(uri)!.getText());
    schedule(uri);
  });
  documents.onDidChangeContent(({ document }) => {
    service.update(document.uri, uriToPath(document.uri), document.getText());
    schedule(document.uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    service.close(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  documents.listen(connection);

  return {
    get: (uri) => documents.get(uri),
    judgeAgain() {
      service.refresh();
      for (const uri of documents.keys()) schedule(uri);
    },
  };
}
