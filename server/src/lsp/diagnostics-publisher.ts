import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageService } from '../service/language-service.ts';
import { answerPulls } from './diagnostics-pull.ts';
import { MOST_AT_ONCE, PAUSE } from './pause.ts';
import type { Session } from './session.ts';
import { areSame, toDiagnostics } from './to-lsp/diagnostics.ts';
import { CodeLensRefreshRequest, DiagnosticRefreshRequest } from './vscode-languageserver.ts';
import { answerWorkspacePulls } from './workspace-diagnostics.ts';

/** Tells the client what is found in open texts: sends it, or answers when it asks, whichever it wants. */
export interface DiagnosticsPublisher {
  /** Of a text that the client itself has changed. Once what is here now has been read: a burst of keystrokes is judged once. */
  schedule(uri: string): void;
  /** Of texts with which something happened that the client cannot know of. */
  announce(...uris: string[]): void;
  clear(uri: string): void;
  /** Files that no editor shows may be judged otherwise by now. */
  changedAround(): void;
}

interface Publishing {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly service: LanguageService;
  readonly session: Session;
  /** Opened texts whose unit files are still being read: what a drop-in brings would be said to be missing. */
  readonly opening: ReadonlyMap<string, Promise<void>>;
  readonly log: (message: string) => void;
}

export function createDiagnosticsPublisher(publishing: Publishing): DiagnosticsPublisher {
  const { connection, documents, service, session, opening, log } = publishing;
  const diagnosticsOf = (uri: string): Diagnostic[] => {
    const current = service.document(uri);
    return current ? toDiagnostics(service.diagnostics(uri), current, session) : [];
  };
  const isLong = (uri: string): boolean => (service.document(uri)?.lines.lineCount ?? 0) > MOST_AT_ONCE;
  const push = createPush({ connection, documents, diagnosticsOf, isLong, log });
  answerPulls({ connection, documents, diagnosticsOf, log, ready: async (uri) => await opening.get(uri) });
  const changedAround = answerWorkspacePulls({ connection, documents, service, session, diagnosticsOf, log });
  const schedule = (uri: string, how: Waiting): void => {
    if (!session.diagnostics.pulled && !opening.has(uri)) push.schedule(uri, how);
  };
  return {
    schedule: (uri) => schedule(uri, { patiently: true }),
    announce(...uris) {
      for (const uri of uris) schedule(uri, { patiently: false });
      const { pulled, canRefresh } = session.diagnostics;
      // A client that cannot after all asks with the next keystroke.
      if (pulled && canRefresh) connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => undefined);
      if (session.client.refreshesLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    },
    clear(uri) {
      if (!session.diagnostics.pulled) push.clear(uri);
    },
    changedAround,
  };
}

interface Push extends Pick<Publishing, 'connection' | 'documents' | 'log'> {
  diagnosticsOf(uri: string): Diagnostic[];
  isLong(uri: string): boolean;
}

interface Waiting {
  /** Of a text whose findings take a while: when its author pauses. Letters must not be late, what is said of them may. */
  readonly patiently: boolean;
}

/** Milliseconds. */
const LONGEST_AT_ONCE = 5;

/** Sends diagnostics to a client that does not ask for them. */
function createPush({ connection, documents, diagnosticsOf, isLong, log }: Push): {
  schedule(uri: string, how: Waiting): void;
  clear(uri: string): void;
} {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  /** Long texts whose findings take a while. */
  const slow = new Set<string>();
  /** What was sent last: judging anew often finds the same, and an editor moves what it has with the text. */
  const published = new Map<string, readonly Diagnostic[]>();
  let ended = false;
  connection.onShutdown(() => {
    ended = true;
  });
  const publish = (uri: string): void => {
    const version = documents.get(uri)?.version;
    if (ended || version === undefined) return;
    const from = performance.now();
    const diagnostics = diagnosticsOf(uri);
    if (performance.now() - from > LONGEST_AT_ONCE && isLong(uri)) slow.add(uri);
    else slow.delete(uri);
    const before = published.get(uri);
    if (before && areSame(before, diagnostics)) return;
    published.set(uri, diagnostics);
    void connection.sendDiagnostics({ uri, version, diagnostics });
  };
  return {
    schedule(uri, { patiently }) {
      clearTimeout(waiting.get(uri));
      const run = (): void => {
        waiting.delete(uri);
        try {
          publish(uri);
        } catch (error) {
          log(`diagnostics failed: ${(error as Error).stack}`);
        }
      };
      waiting.set(uri, setTimeout(run, patiently && slow.has(uri) ? PAUSE : 0));
    },
    clear(uri) {
      published.delete(uri);
      slow.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}
