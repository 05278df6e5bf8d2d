import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { createLanguageService } from '../service/language-service.ts';
import { targetVersion } from '../service/settings.ts';
import { openDocuments } from './documents.ts';
import { lspFeatures } from './features/index.ts';
import { willRename } from './features/rename.ts';
import { createMachineWatch } from './machine-watch.ts';
import type { Runtime } from './runtime.ts';
import { createSession } from './session.ts';
import { createWire } from './wire.ts';
import { fillIndex, forgetMachine, watchFiles } from './workspace-files.ts';

/** Serves one client over a connection; the mains for node and web worker differ only in connection and runtime. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const session = createSession(runtime);
  const service = createLanguageService(session);
  const documents = openDocuments(connection, service, session);
  const machine = createMachineWatch(session, documents.judgeAgain);
  const wire = createWire(connection, service, session);
  const capabilities = Object.assign({}, ...lspFeatures.map((feature) => feature(wire)));

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    session.initialize(params);
    const textDocumentSync = { openClose: true, change: TextDocumentSyncKind.Incremental };
    return {
      serverInfo: { name: 'systemd-units', version: runtime.version },
      capabilities: {
        positionEncoding: session.encoding,
        textDocumentSync,
        ...(session.diagnostics.pulled && {
          diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
        }),
        ...(session.asksBeforeRenames && { workspace: { fileOperations: { willRename } } }),
        ...capabilities,
      },
    };
  });

  connection.onInitialized(async () => {
    await session.readConfiguration(connection);
    await session.askMachine();
    documents.judgeAgain();
    const version = targetVersion(session.settings, session.machineVersion);
    connection.console.info(`systemd Units ${runtime.version}: judging as systemd ${version}`);
    await watchFiles(connection, session, { machine, changed: documents.judgeAgain });
  });

  connection.onDidChangeConfiguration(async (params) => {
    const { machineUnits, unitPaths } = session.settings;
    await session.readConfiguration(connection, params.settings);
    documents.judgeAgain();
    const after = session.settings;
    if (machineUnits === after.machineUnits && String(unitPaths) === String(after.unitPaths)) return;
    forgetMachine(session);
    await machine.watch(await fillIndex(session));
    documents.judgeAgain();
  });

  connection.listen();
}
