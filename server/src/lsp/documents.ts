import { type Connection, type Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageService } from '../service/language-service.ts';
import { answerPulls, createPublisher, toDiagnostics } from './diagnostics.ts';
import { textDocuments } from './encoding.ts';
import { onceEach } from './run-safe.ts';
import type { Session } from './session.ts';
import { uriToPath } from './uris.ts';

export interface OpenDocuments {
  get(uri: string): TextDocument | undefined;
  /** Judges every open document anew: settings, version, or files beside them changed. */
  judgeAgain(): void;
}

/** Keeps the service's texts equal to the editor's and tells what is found, never for a stale version. */
export function openDocuments(connection: Connection, service: LanguageService, session: Session): OpenDocuments {
  const documents = new TextDocuments(textDocuments(() => session.encoding));
  const log = onceEach((message) => connection.console.error(message));
  /** Opened texts whose neighbours are still being read. */
  const opening = new Map<string, Promise<void>>();
  const found = (uri: string): Diagnostic[] => {
    const current = service.document(uri);
    return current ? toDiagnostics(service.diagnostics(uri), current, session) : [];
  };
  const publisher = createPublisher({ connection, documents, found, log });
  const schedule = (uri: string): void => {
    if (!session.diagnostics.pulled) publisher.schedule(uri);
  };
  answerPulls({ connection, session, log, found, ready: async (uri) => await opening.get(uri) });

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

  const prepare = async (uri: string): Promise<void> => {
    await session.neighbours.prepare(uriToPath(uri));
    const document = documents.get(uri);
    if (document) update(uri, document.getText());
  };

  documents.onDidOpen(async ({ document: { uri } }) => {
    const opened = prepare(uri).catch((error: Error) => log(`${uri}: ${error.stack}`));
    opening.set(uri, opened);
    await opened;
    if (opening.get(uri) === opened) opening.delete(uri);
  });
  documents.onDidChangeContent(({ document }) => {
    update(document.uri, document.getText());
  });
  documents.onDidClose(({ document: { uri } }) => {
    service.close(uri);
    void session.neighbours.closed(uriToPath(uri));
    if (!session.diagnostics.pulled) publisher.clear(uri);
  });
  documents.listen(connection);

  return {
    get: (uri) => documents.get(uri),
    judgeAgain() {
      service.refresh();
      for (const uri of documents.keys()) schedule(uri);
      if (session.diagnostics.pulled && session.diagnostics.canRefresh) connection.languages.diagnostics.refresh();
    },
  };
}
