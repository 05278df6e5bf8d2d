import { type Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageService } from '../service/language-service.ts';
import { textDocuments } from './encoding.ts';
import { createIdle, type Idle } from './idle.ts';
import { createOpenParts, type OpenParts } from './open-parts.ts';
import { notifySafe, onceEach } from './run-safe.ts';
import type { Session } from './session.ts';
import { createTelling, type Telling } from './telling.ts';

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
  const opening = new Map<string, Promise<void>>();
  const telling = createTelling({ connection, documents, service, session, opening, log });
  const parts = createOpenParts({ documents, service, session, telling });
  const desk: Desk = { service, session, opening, telling, parts, idle: createIdle(PAUSE, log), log };

  documents.onDidOpen(notifySafe('opening', log, ({ document }) => open(desk, document.uri)));
  documents.onDidChangeContent(
    notifySafe('a change', log, ({ document }) => update(desk, document.uri, document.getText())),
  );
  documents.onDidSave(notifySafe('saving', log, ({ document }) => saved(desk, document.uri)));
  documents.onDidClose(notifySafe('closing', log, ({ document }) => close(desk, document.uri)));
  documents.listen(connection);
  const judgeAll = notifySafe('judging again', log, async () => {
    service.refresh();
    // Other files may belong to an open one's unit by now.
    await Promise.all(documents.keys().map((uri) => session.neighbours.complete(session.uris.toPath(uri))));
    for (const uri of documents.keys()) service.judgeAgain(uri);
    telling.announce(...documents.keys());
  });
  return { get: (uri) => documents.get(uri), judgeAgain: () => void judgeAll(undefined) };
}

interface Desk {
  readonly service: LanguageService;
  readonly session: Session;
  /** Opened texts whose neighbours are still being read. */
  readonly opening: Map<string, Promise<void>>;
  readonly telling: Telling;
  readonly parts: OpenParts;
  readonly idle: Idle;
  readonly log: (message: string) => void;
}

async function open(desk: Desk, uri: string): Promise<void> {
  const { session, opening, telling, log } = desk;
  if (session.isFile(uri)) {
    session.uris.opened(uri);
    session.neighbours.opened(session.uris.toPath(uri));
  }
  const opened = prepare(desk, uri).catch((error: Error) => log(`${uri}: ${error.stack}`));
  opening.set(uri, opened);
  await opened;
  if (opening.get(uri) !== opened) return;
  opening.delete(uri);
  telling.schedule(uri);
  await lookAround(desk, uri);
}

async function prepare({ service, session, parts }: Desk, uri: string): Promise<void> {
  const path = session.uris.toPath(uri);
  await Promise.all([session.neighbours.prepare(path), session.isFile(uri) && session.encodings.look(path)]);
  service.judgeAgain(uri);
  if (session.isFile(uri)) parts.relate(uri, path);
}

function update(desk: Desk, uri: string, text: string): void {
  const { service, session, telling, idle } = desk;
  const path = session.uris.toPath(uri);
  service.update(uri, path, text);
  if (session.isFile(uri)) relate(desk, uri, path);
  telling.schedule(uri);
  idle.later(machineKey(uri), () => lookAround(desk, uri));
}

/** It may have been saved in another encoding. */
async function saved({ service, session, telling }: Desk, uri: string): Promise<void> {
  if (!session.isFile(uri) || !(await session.encodings.look(session.uris.toPath(uri)))) return;
  service.judgeAgain(uri);
  telling.announce(uri);
}

/** What a text says of other units is read at once, that of a long one when its author pauses. */
function relate({ service, session, telling, parts, idle }: Desk, uri: string, path: string): void {
  const lines = service.document(uri)?.lines.lineCount ?? 0;
  if (lines <= MOST_AT_ONCE || !session.neighbours.isEdited(path)) {
    parts.relate(uri, path);
    return;
  }
  session.runtime.makeRoom?.();
  session.neighbours.behind(path);
  idle.later(uri, () => {
    parts.relate(uri, path);
    service.judgeAgain(uri);
    telling.announce(uri);
  });
}

/** Whether its programs are on this machine is found out when the author pauses, and told when it is new. */
async function lookAround({ service, session, telling }: Desk, uri: string): Promise<void> {
  const current = service.document(uri);
  if (!current || !(await session.machine.learn(current))) return;
  service.judgeAgain(uri);
  telling.announce(uri);
}

function close({ service, session, telling, parts, idle }: Desk, uri: string): void {
  service.close(uri);
  idle.forget(uri);
  idle.forget(machineKey(uri));
  if (session.isFile(uri)) {
    session.uris.closed(uri);
    session.encodings.forget(session.uris.toPath(uri));
    parts.leave(uri, session.uris.toPath(uri));
  }
  telling.clear(uri);
}

const machineKey = (uri: string): string => `machine ${uri}`;
