import { type Connection, TextDocumentSyncKind, type InitializeParams, type InitializeResult } from 'vscode-languageserver';
import { createLanguageService } from '../service/language-service.ts';
import { targetVersion } from '../service/settings.ts';
import { openDocuments } from './documents.ts';
import { registerFeatures, tokenProvider, triggerCharacters } from './features.ts';
import type { Runtime } from './runtime.ts';
import { createSession } from './session.ts';
import { watchFiles } from './workspace-files.ts';

/** Serves one client over a connection; the mains for node and web worker differ only in connection and runtime. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const session = createSession(runtime);
  const service = createLanguageService(session);
  const documents = openDocuments(connection, service, session);

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    session.initialize(params);
    return {
      serverInfo: { name: 'systemd-units', version: runtime.version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        completionProvider: { triggerCharacters, resolveProvider: true },
        hoverProvider: true,
        definitionProvider: true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        documentLinkProvider: {},
        codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll'] },
        semanticTokensProvider: tokenProvider,
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
      },
    };
  });

  connection.onInitialized(async () => {
    const { readConfiguration } = session;
    await readConfiguration(connection);
    await session.askMachine();
    documents.judgeAgain();
    connection.console.info(`systemd Units ${runtime.version}: judging as systemd ${targetVersion(session.settings, session.machineVersion)}`);
    await watchFiles(connection, session, documents.judgeAgain);
  });

  connection.onDidChangeConfiguration(async (params) => {
    await session.readConfiguration(connection, params.settings);
    documents.judgeAgain();
  });

  registerFeatures(connection, service, session);
  connection.listen();
}
