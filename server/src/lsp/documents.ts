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
  /** What was said last: judging anew often finds the same. */
  const published = new Map<string, string>();
  let ended = false;
  connection.onShutdown(() => {
    ended = true;
  });

  const publish = (uri: string): void => {
    const document = documents.get(uri);
    const current = service.document(uri);
    if (!document || !current) return;
    const linesOf = (path: string) => {
      const text = session.neighbours.text(path);
      return text === undefined ? undefined : lineIndex(text);
    };
    const diagnostics = service.diagnostics(uri).map((finding) => toDiagnostic(current.lines, finding, linesOf));
    const said = JSON.stringify([document.version, diagnostics]);
    if (published.get(uri) === said) return;
    published.set(uri, said);
    void connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  };
  /** A burst of keystrokes that is already here is judged once. */
  const schedule = (uri: string): void => {
    if (waiting.has(uri)) return;
    waiting.add(uri);
    setTimeout(() => {
      waiting.delete(uri);
      if (ended) return;
      try {
        publish(uri);
      } catch (error) {
        connection.console.error(`diagnostics failed for ${uri}: ${(error as Error).stack}`);
      }
    }, 0);
  };

  /** A change may be one for the other files of the unit that are open. */
  const update = (uri: string, text: string): void => {
    const path = uriToPath(uri);
    service.update(uri, path, text);
    session.neighbours.edited(path, text, service.document(uri)?.tree);
    schedule(uri);
    for (const other of documents.keys()) {
      if (other === uri || !session.neighbours.areOfOneUnit(path, uriToPath(other))) continue;
      service.judgeAgain(other);
      schedule(other);
    }
  };

  documents.onDidOpen(async ({ document: { uri } }) => {
    const path = uriToPath(uri);
    await session.neighbours.prepare(path);
    if (!documents.get(uri)) return;
    update(uri, documents.get(uri)!.getText());
  });
  documents.onDidChangeContent(({ document }) => {
    update(document.uri, document.getText());
  });
  documents.onDidClose(({ document: { uri } }) => {
    service.close(uri);
    published.delete(uri);
    void session.neighbours.closed(uriToPath(uri));
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
