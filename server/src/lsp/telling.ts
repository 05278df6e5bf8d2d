import {
  CodeLensRefreshRequest,
  type Connection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageService } from '../service/language-service.ts';
import { answerPulls, createPublisher, toDiagnostics } from './diagnostics.ts';
import type { Session } from './session.ts';

/** Tells the client what is found in open texts, in the way it wants to hear of it. */
export interface Telling {
  /** Of a text that the client itself has changed. */
  schedule(uri: string): void;
  /** Of texts with which something happened that the client cannot know of. */
  announce(...uris: string[]): void;
  clear(uri: string): void;
}

interface Told {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly service: LanguageService;
  readonly session: Session;
  /** Opened texts whose neighbours are still being read: what a drop-in brings would be said to be missing. */
  readonly opening: ReadonlyMap<string, Promise<void>>;
  readonly log: (message: string) => void;
}

export function createTelling({ connection, documents, service, session, opening, log }: Told): Telling {
  const found = (uri: string): Diagnostic[] => {
    const current = service.document(uri);
    return current ? toDiagnostics(service.diagnostics(uri), current, session) : [];
  };
  const publisher = createPublisher({ connection, documents, found, log });
  answerPulls({ connection, documents, log, found, ready: async (uri) => await opening.get(uri) });
  const schedule = (uri: string): void => {
    if (!session.diagnostics.pulled && !opening.has(uri)) publisher.schedule(uri);
  };
  return {
    schedule,
    announce(...uris) {
      for (const uri of uris) schedule(uri);
      const { pulled, canRefresh } = session.diagnostics;
      // A client that cannot after all asks with the next keystroke.
      if (pulled && canRefresh) connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => undefined);
      if (session.client.refreshesLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    },
    clear(uri) {
      if (!session.diagnostics.pulled) publisher.clear(uri);
    },
  };
}
