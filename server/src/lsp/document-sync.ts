import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { filesChanged } from '../protocol/requests.ts';
import type { LanguageService } from '../service/language-service.ts';
import { createDebouncer, type Debouncer } from './debouncer.ts';
import { createDiagnosticsPublisher, type DiagnosticsPublisher } from './diagnostics-publisher.ts';
import { MOST_AT_ONCE, PAUSE } from './pause.ts';
import { textDocuments } from './position-encoding.ts';
import { createRelatedDocuments, type RelatedDocuments } from './related-documents.ts';
import { logOnce, notifySafe } from './run-safe.ts';
import type { Session } from './session.ts';
import { TextDocuments } from './vscode-languageserver.ts';

export interface DocumentSync {
  get(uri: string): TextDocument | undefined;
  /** Judges every open document anew: settings, version, or files beside them changed. */
  judgeAgain(): void;
}

/** Keeps the service's texts equal to the editor's and tells what is found, never for a stale version. */
export function syncDocuments(connection: Connection, service: LanguageService, session: Session): DocumentSync {
  const documents = new TextDocuments(textDocuments(() => session.encoding));
  const log = logOnce((message) => connection.console.error(message));
  const opening = new Map<string, Promise<void>>();
  const publisher = createDiagnosticsPublisher({ connection, documents, service, session, opening, log });
  const related = createRelatedDocuments({ documents, service, session, publisher });
  const sync: SyncContext = {
    service,
    session,
    opening,
    publisher,
    related,
    debouncer: createDebouncer(PAUSE, log),
    log,
  };

  documents.onDidOpen(notifySafe('opening', log, ({ document }) => open(sync, document.uri)));
  documents.onDidChangeContent(
    notifySafe('a change', log, ({ document }) => update(sync, document.uri, document.getText())),
  );
  documents.onDidSave(notifySafe('saving', log, ({ document }) => saved(sync, document.uri)));
  documents.onDidClose(notifySafe('closing', log, ({ document }) => close(sync, document.uri)));
  documents.listen(connection);
  const judgeAll = notifySafe('judging again', log, async () => {
    service.refresh();
    // Other files may belong to an open one's unit by now.
    await Promise.all(documents.keys().map((uri) => session.unitFiles.loadMissing(session.uris.toPath(uri))));
    for (const uri of documents.keys()) service.judgeAgain(uri);
    publisher.announce(...documents.keys());
    publisher.changedAround();
    if (session.options.hearsFiles) void connection.sendNotification(filesChanged);
  });
  return { get: (uri) => documents.get(uri), judgeAgain: () => void judgeAll(undefined) };
}

interface SyncContext {
  readonly service: LanguageService;
  readonly session: Session;
  /** Opened texts whose unit files are still being read. */
  readonly opening: Map<string, Promise<void>>;
  readonly publisher: DiagnosticsPublisher;
  readonly related: RelatedDocuments;
  readonly debouncer: Debouncer;
  readonly log: (message: string) => void;
}

async function open(sync: SyncContext, uri: string): Promise<void> {
  const { session, opening, publisher, log } = sync;
  if (session.isFile(uri)) {
    session.uris.opened(uri);
    session.unitFiles.opened(session.uris.toPath(uri));
  }
  const opened = loadAround(sync, uri).catch((error: Error) => log(`${uri}: ${error.stack}`));
  opening.set(uri, opened);
  await opened;
  if (opening.get(uri) !== opened) return;
  opening.delete(uri);
  publisher.schedule(uri);
  await lookUpPrograms(sync, uri);
}

async function loadAround({ service, session, related }: SyncContext, uri: string): Promise<void> {
  const path = session.uris.toPath(uri);
  const isFile = session.isFile(uri);
  await Promise.all([
    session.configuration.load(path),
    session.unitFiles.load(path),
    isFile && session.savedFiles.look(path),
  ]);
  service.judgeAgain(uri);
  if (isFile) related.changed(uri, path);
}

function update(sync: SyncContext, uri: string, text: string): void {
  const { service, session, publisher, debouncer } = sync;
  const path = session.uris.toPath(uri);
  service.update(uri, path, text);
  if (session.isFile(uri)) updateRelated(sync, uri, path);
  publisher.schedule(uri);
  debouncer.schedule(programsKey(uri), () => lookUpPrograms(sync, uri));
}

/** It may have been saved in another encoding. */
async function saved({ service, session, publisher }: SyncContext, uri: string): Promise<void> {
  if (!session.isFile(uri) || !(await session.savedFiles.look(session.uris.toPath(uri)))) return;
  service.judgeAgain(uri);
  publisher.announce(uri);
}

/** What a text says of other units is read at once, that of a long one when its author pauses. */
function updateRelated(
  { service, session, publisher, related, debouncer }: SyncContext,
  uri: string,
  path: string,
): void {
  const lines = service.document(uri)?.lines.lineCount ?? 0;
  if (lines <= MOST_AT_ONCE || !session.unitFiles.isEdited(path)) {
    related.changed(uri, path);
    return;
  }
  session.runtime.relaxMemoryLimits?.();
  session.unitFiles.markOutdated(path);
  debouncer.schedule(uri, () => {
    related.changed(uri, path);
    service.judgeAgain(uri);
    publisher.announce(uri);
  });
}

/** Whether its programs are on this machine is found out when the author pauses, and told when it is new. */
async function lookUpPrograms({ service, session, publisher }: SyncContext, uri: string): Promise<void> {
  const current = service.document(uri);
  if (!current || !(await session.machineCache.lookUp(current))) return;
  service.judgeAgain(uri);
  publisher.announce(uri);
}

function close({ service, session, publisher, related, debouncer }: SyncContext, uri: string): void {
  service.close(uri);
  debouncer.cancel(uri);
  debouncer.cancel(programsKey(uri));
  if (session.isFile(uri)) {
    session.uris.closed(uri);
    session.savedFiles.forget(session.uris.toPath(uri));
    related.closed(uri, session.uris.toPath(uri));
  }
  publisher.clear(uri);
  publisher.changedAround();
}

const programsKey = (uri: string): string => `programs ${uri}`;
