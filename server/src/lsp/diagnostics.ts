import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Document } from '../features/document.ts';
import type { FindingList } from '../rules/lazy-finding.ts';
import { lineIndex } from '../text/line-index.ts';
import { encodedLines } from './encoding.ts';
import { runSafe } from './run-safe.ts';
import type { Session } from './session.ts';
import { toDiagnostic } from './to-lsp/diagnostic.ts';
import { FILE_START } from './to-lsp/places.ts';

/** Findings of an open text in the client's columns. */
export function toDiagnostics(found: FindingList, current: Document, session: Session): Diagnostic[] {
  const lines = encodedLines(current.lines, current.text, session.encoding);
  const { uris } = session;
  const linesOf = (path: string) => {
    const text = session.neighbours.text(path);
    return text === undefined ? undefined : encodedLines(lineIndex(text), text, session.encoding);
  };
  const shown = found.mostSevere(MOST_SHOWN).map((lazy) => toDiagnostic(lines, lazy.resolve(), { uris, linesOf }));
  return found.count > MOST_SHOWN ? [leftOut(found.count), ...shown] : shown;
}

/** Nobody reads more; an editor that is sent a hundred thousand stands still. */
const MOST_SHOWN = 250;

const leftOut = (count: number): Diagnostic => ({
  range: FILE_START,
  severity: DiagnosticSeverity.Information,
  source: 'systemd',
  message: `${MOST_SHOWN} of ${count.toLocaleString('en')} findings are shown, the gravest first. The others show when these are gone.`,
});

interface Publishing {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  found(uri: string): Diagnostic[];
  log(message: string): void;
}

export interface Publisher {
  /** Publishes once what is here now has been read: a burst of keystrokes is judged once. */
  schedule(uri: string): void;
  clear(uri: string): void;
}

/** Sends diagnostics to a client that does not ask for them. */
export function createPublisher({ connection, documents, found, log }: Publishing): Publisher {
  const waiting = new Set<string>();
  /** What was said last: judging anew often finds the same, and an editor moves what it has with the text. */
  const published = new Map<string, string>();
  let ended = false;
  connection.onShutdown(() => {
    ended = true;
  });
  const publish = (uri: string): void => {
    const version = documents.get(uri)?.version;
    if (ended || version === undefined) return;
    const diagnostics = found(uri);
    const said = JSON.stringify(diagnostics);
    if (published.get(uri) === said) return;
    published.set(uri, said);
    void connection.sendDiagnostics({ uri, version, diagnostics });
  };
  return {
    schedule(uri) {
      if (waiting.has(uri)) return;
      waiting.add(uri);
      setTimeout(() => {
        waiting.delete(uri);
        try {
          publish(uri);
        } catch (error) {
          log(`diagnostics failed: ${(error as Error).stack}`);
        }
      }, 0);
    },
    clear(uri) {
      published.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}

interface Pulling {
  readonly connection: Connection;
  readonly documents: Pick<TextDocuments<TextDocument>, 'onDidOpen' | 'onDidClose'>;
  found(uri: string): Diagnostic[];
  /** Resolves when the files around a text just opened are known. */
  ready(uri: string): Promise<void>;
  log(message: string): void;
}

/** Answers a client that asks (`textDocument/diagnostic`, LSP 3.17); what it has already is not sent again. */
export function answerPulls({ connection, documents, found, ready, log }: Pulling): void {
  const none: DocumentDiagnosticReport = { kind: 'full', items: [] };
  const openings = countOpenings(documents);
  connection.languages.diagnostics.on(
    runSafe('diagnostics', none, log, async (params: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> => {
      const { uri } = params.textDocument;
      await ready(uri);
      const items = found(uri);
      const resultId = `${openings.get(uri) ?? 0}-${fingerprint(JSON.stringify(items))}`;
      return resultId === params.previousResultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
    }),
  );
}

/** The number of the opening that each open text had: a client forgets with a text what it was told of it. */
function countOpenings({ onDidOpen, onDidClose }: Pulling['documents']): ReadonlyMap<string, number> {
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
