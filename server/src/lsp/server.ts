import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { trustGranted } from '../protocol/requests.ts';
import { listTargets, targetNotes } from '../schema/targets.ts';
import { createLanguageService } from '../service/language-service.ts';
import { targetsOf, targetsProblem } from '../service/settings.ts';
import { syncDocuments } from './document-sync.ts';
import { createFeatureContext } from './feature-context.ts';
import { lspFeatures } from './features/index.ts';
import { willRename } from './features/rename.ts';
import { watchFolderChanges } from './folder-changes.ts';
import { createMachineWatch } from './machine-watch.ts';
import { notifySafe } from './run-safe.ts';
import type { Runtime } from './runtime.ts';
import { announceTargets, createSession, type Session } from './session.ts';
import { MessageType, ShowMessageNotification, TextDocumentSyncKind } from './vscode-languageserver.ts';
import { fillIndex, forgetMachine, watchFiles } from './workspace-files.ts';

/** Serves one client over a connection; the mains for node and web worker differ only in connection and runtime. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const session = createSession(runtime);
  const service = createLanguageService(session);
  const documents = syncDocuments(connection, service, session);
  const context = createFeatureContext(connection, service, session);
  const machine = createMachineWatch(session, { changed: documents.judgeAgain, log: context.log });
  const capabilities = Object.assign({}, ...lspFeatures.map((feature) => feature(context)));

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    session.initialize(params);
    return {
      serverInfo: { name: 'systemd-units', version: runtime.version },
      capabilities: { ...capabilities, ...negotiated(session) },
    };
  });

  const { log } = context;
  connection.onInitialized(
    notifySafe('start', log, async () => {
      await session.readConfiguration(connection);
      await session.askMachine();
      announceTargets(connection, session);
      documents.judgeAgain();
      tellTargets(connection, session, runtime.version);
      watchFolderChanges(connection, session, { changed: documents.judgeAgain, log });
      await watchFiles(connection, session, { machine, changed: documents.judgeAgain, log });
    }),
  );

  const trusted = notifySafe('trust', log, async () => {
    session.trust();
    await session.askMachine();
    announceTargets(connection, session);
    documents.judgeAgain();
  });
  connection.onNotification(trustGranted, () => trusted(undefined));

  connection.onDidChangeConfiguration(
    notifySafe('settings', log, async (params) => {
      const { machineUnits, unitPaths, systemdVersion, targets } = session.settings;
      await session.readConfiguration(connection, params.settings);
      documents.judgeAgain();
      const after = session.settings;
      if (after.systemdVersion !== systemdVersion || String(after.targets) !== String(targets))
        tellTargets(connection, session, runtime.version);
      if (machineUnits === after.machineUnits && String(unitPaths) === String(after.unitPaths)) return;
      forgetMachine(session);
      await machine.watch(await fillIndex(session));
      documents.judgeAgain();
    }),
  );

  connection.listen();
}

/**
 * In the output of the editor; a version that is not known is said to be judged as another. A word that is no target is
 * shown, since units are then judged for another systemd than was meant.
 */
function tellTargets(connection: Connection, session: Session, own: string): void {
  const { console } = connection;
  const { settings } = session;
  const targets = targetsOf(settings, session);
  console.info(`systemd Units ${own}: judging as ${listTargets(targets)}`);
  for (const note of targetNotes(targets)) console.warn(note);
  const problem = targetsProblem(settings);
  if (problem === undefined) return;
  const message = `systemdUnits.targets: ${problem}`;
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
}

/** What depends on the client. */
const negotiated = ({ encoding, diagnostics, client, options }: Session): InitializeResult['capabilities'] => ({
  positionEncoding: encoding,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  ...(diagnostics.pulled && {
    diagnosticProvider: {
      interFileDependencies: true,
      workspaceDiagnostics: options.workspaceDiagnostics !== false,
    },
  }),
  ...(!client.preparesRenames && { renameProvider: true }),
  workspace: {
    ...(client.folders && { workspaceFolders: { supported: true, changeNotifications: true } }),
    ...(client.asksBeforeRenames && { fileOperations: { willRename } }),
  },
});
