import { type Connection, type Diagnostic, DiagnosticRefreshRequest, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageService } from '../service/language-service.ts';
import { answerPulls, createPublisher, toDiagnostics } from './diagnostics.ts';
import { textDocuments } from './encoding.ts';
import { createIdle } from './idle.ts';
import { notifySafe, onceEach } from './run-safe.ts';
import type { Session } from './session.ts';

export interface OpenDocuments {
  get(uri: string): TextDocument | undefined;
  /** Judges every open document anew: settings, version, or files beside them changed. */
  judgeAgain(): void;
}

/** Lines of a text whose relations to other units are read with every keystroke; nearly all units have fewer. */
const MOST_AT_ONCE = 500;

/** Milliseconds without a keystroke. */
const PAUSE = 200;

/** Keeps the service's texts equal to the editor's and tells what is found, never for a stale version. */
export function openDocuments(connection: Connection, service: LanguageService, session: Session): OpenDocuments {
  const documents = new TextDocuments(textDocuments(() => session.encoding));
  const log = onceEach((message) => connection.console.error(message));
  const idle = createIdle(PAUSE, log);
  /** Opened texts whose neighbours are still being read. */
  const opening = new Map<string, Promise<void>>();
  const found = (uri: string): Diagnostic[] => {
    const current = service.document(uri);
    return current ? toDiagnostics(service.diagnostics(uri), current, session) : [];
  };
  const publisher = createPublisher({ connection, documents, found, log });
  /** Not before the rest of the unit is known: what a drop-in brings would be said to be missing. */
  const schedule = (uri: string): void => {
    if (!session.diagnostics.pulled && !opening.has(uri)) publisher.schedule(uri);
  };
  answerPulls({ connection, session, log, found, ready: async (uri) => await opening.get(uri) });

  /** What a text says of other units is read at once, that of a long one when its author pauses. */
  const update = (uri: string, text: string): void => {
    const path = session.uris.toPath(uri);
    service.update(uri, path, text);
    const lines = service.document(uri)?.lines.lineCount ?? 0;
    if (lines > MOST_AT_ONCE && session.neighbours.isEdited(path)) {
      session.runtime.makeRoom?.();
      session.neighbours.behind(path);
      idle.later(uri, () => {
        relate(uri, path);
        service.judgeAgain(uri);
        announce(uri);
      });
    } else relate(uri, path);
    schedule(uri);
    idle.later(`machine ${uri}`, () => lookAround(uri));
  };
  /** Whether its programs are on this machine is found out when the author pauses, and told when it is new. */
  const lookAround = async (uri: string): Promise<void> => {
    const current = service.document(uri);
    if (!current || !(await session.machine.learn(current))) return;
    service.judgeAgain(uri);
    announce(uri);
  };
  /** A change may be one for the other files of the unit that are open. */
  const relate = (uri: string, path: string): void => {
    const current = service.document(uri);
    if (!current) return;
    session.neighbours.edited(path, current.text, current.tree);
    for (const other of partsWith(path, uri)) {
      service.judgeAgain(other);
      schedule(other);
    }
  };
  /** The other open files of a file's unit. */
  const partsWith = (path: string, uri: string): string[] =>
    documents
      .keys()
      .filter((other) => other !== uri && session.neighbours.areOfOneUnit(path, session.uris.toPath(other)));
  /** Something changed that the client cannot know of. */
  const announce = (...uris: string[]): void => {
    for (const uri of uris) schedule(uri);
    const { pulled, canRefresh } = session.diagnostics;
    // A client that cannot after all asks with the next keystroke.
    if (pulled && canRefresh) connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => undefined);
  };

  /** What is on the disk counts again, unless the same file is still open under another spelling. */
  const leave = (path: string, uri: string): void => {
    const twin = documents.keys().find((other) => other !== uri && session.uris.toPath(other) === path);
    if (twin !== undefined) {
      session.uris.opened(twin);
      relate(twin, path);
      return;
    }
    const others = partsWith(path, uri);
    void session.neighbours.closed(path).then(() => {
      for (const other of others) service.judgeAgain(other);
      if (others.length > 0) announce(...others);
    });
  };

  const prepare = async (uri: string): Promise<void> => {
    const path = session.uris.toPath(uri);
    await session.neighbours.prepare(path);
    service.judgeAgain(uri);
    relate(uri, path);
  };

  const open = async (uri: string): Promise<void> => {
    session.uris.opened(uri);
    const opened = prepare(uri).catch((error: Error) => log(`${uri}: ${error.stack}`));
    opening.set(uri, opened);
    await opened;
    if (opening.get(uri) !== opened) return;
    opening.delete(uri);
    schedule(uri);
    await lookAround(uri);
  };

  documents.onDidOpen(notifySafe('opening', log, ({ document }) => open(document.uri)));
  documents.onDidChangeContent(notifySafe('a change', log, ({ document }) => update(document.uri, document.getText())));
  const close = (uri: string): void => {
    service.close(uri);
    idle.forget(uri);
    idle.forget(`machine ${uri}`);
    session.uris.closed(uri);
    leave(session.uris.toPath(uri), uri);
    if (!session.diagnostics.pulled) publisher.clear(uri);
  };
  documents.onDidClose(notifySafe('closing', log, ({ document }) => close(document.uri)));
  documents.listen(connection);

  return {
    get: (uri) => documents.get(uri),
    judgeAgain() {
      service.refresh();
      announce(...documents.keys());
    },
  };
}
