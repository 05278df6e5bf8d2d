import type {
  CancellationToken,
  Connection,
  Diagnostic,
  TextDocuments,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageService } from '../service/language-service.ts';
import { reportOf } from './diagnostics-pull.ts';
import { nextTurn } from './run-safe.ts';
import type { Session } from './session.ts';
import { LSPErrorCodes, ResponseError } from './vscode-languageserver.ts';

interface Workspace {
  readonly connection: Connection;
  readonly documents: Pick<TextDocuments<TextDocument>, 'get'>;
  readonly service: LanguageService;
  readonly session: Session;
  diagnosticsOf(uri: string): Diagnostic[];
  log(message: string): void;
}

/** Files told of at a time. */
const PART = 50;

/**
 * Answers a client that asks what is found in all files of the workspace (`workspace/diagnostic`, LSP 3.17). One that takes
 * partial results asks again and again: it waits until something has changed since it was told.
 * @returns to be called when files, settings or what is known around them have changed
 */
export function answerWorkspacePulls(workspace: Workspace): () => void {
  const { connection, session, documents } = workspace;
  const changes = createChanges();
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, parts) => {
    if (parts) await changes.untold(token);
    if (token.isCancellationRequested) return cancelled();
    const told = changes.count;
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    for (const path of await pathsOf(session)) {
      await nextTurn();
      if (token.isCancellationRequested) return cancelled();
      const uri = session.uris.toUri(path);
      const items = await itemsOf(workspace, uri, path);
      const version = documents.get(uri)?.version ?? null;
      reports.push({ ...reportOf(items, known.get(uri)), uri, version });
      known.delete(uri);
      if (parts && reports.length >= PART) parts.report({ items: reports.splice(0) });
    }
    for (const uri of known.keys())
      if (!documents.get(uri)) reports.push({ kind: 'full', uri, version: null, items: [] });
    changes.told = told;
    return { items: reports };
  });
  return changes.add;
}

const cancelled = () => new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled');

/** What is found in a file: in its text if it is open (VS Code has some open and shows them nowhere), else as it lies on the disk. */
async function itemsOf(workspace: Workspace, uri: string, path: string): Promise<Diagnostic[]> {
  const { documents, service, session, diagnosticsOf, log } = workspace;
  const { runtime, unitFiles, savedFiles, configuration } = session;
  try {
    const text = documents.get(uri) ? undefined : await runtime.readText(path);
    if (text !== undefined) await Promise.all([configuration.load(path), unitFiles.load(path), savedFiles.look(path)]);
    // It may have been opened meanwhile.
    if (documents.get(uri)) return diagnosticsOf(uri);
    if (text === undefined) return [];
    service.update(uri, path, text);
    const items = diagnosticsOf(uri);
    service.close(uri);
    savedFiles.forget(path);
    return items;
  } catch (error) {
    log(`${path}: ${(error as Error).stack}`);
    return [];
  }
}

/** Links are other names of files that are judged where they lie. */
async function pathsOf({ runtime, folders, uris }: Session): Promise<string[]> {
  const found = await Promise.all(
    folders.map((folder) => runtime.filesToCheck?.(folder) ?? runtime.workspaceFiles(folder)),
  );
  const paths = found.flat().filter(({ target }) => target === undefined);
  return [...new Set(paths.map(({ path }) => uris.known(path)))].sort();
}

/** Counts changes, so that one who was told of some can wait for the next. */
function createChanges() {
  const waiting = new Set<() => void>();
  const changes = {
    count: 1,
    told: 0,
    add(): void {
      changes.count++;
      for (const wake of waiting) wake();
      waiting.clear();
    },
    async untold(token: CancellationToken): Promise<void> {
      if (changes.told < changes.count || token.isCancellationRequested) return;
      await new Promise<void>((resolve) => {
        waiting.add(resolve);
        token.onCancellationRequested(() => {
          waiting.delete(resolve);
          resolve();
        });
      });
    },
  };
  return changes;
}
