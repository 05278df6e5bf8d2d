import * as vscode from 'vscode';
import { analyzeCommands } from './actions/analyze-commands.ts';
import { installCommands } from './actions/install-commands.ts';
import { journalQuestions } from './actions/journal-commands.ts';
import { managerCommands } from './actions/manager-commands.ts';
import { relink } from './actions/relink.ts';
import { reloadCommands } from './actions/reload-commands.ts';
import { startUserManager } from './actions/start-user-manager.ts';
import { uninstalling } from './actions/uninstall.ts';
import { actionCommands } from './actions/unit-actions.ts';
import type { Feature, Services } from './feature.ts';
import { createClient } from './language-client/node-client.ts';
import { learning } from './learn/learn.ts';
import { reportIssue } from './learn/report-issue.ts';
import { t } from './localize.ts';
import { managerChoice } from './machine/manager-choice.ts';
import { trustNothingBelow } from './machine/process.ts';
import { unitStates } from './machine/unit-state-watcher.ts';
import { unitTabs } from './machine/unit-tabs.ts';
import { bootPages } from './pages/boot/boot-panel.ts';
import { dependencyGraphs } from './pages/graph/manager-graph.ts';
import { journalViews } from './pages/journal/journal-panel.ts';
import { hardening } from './pages/security/hardening-fixes.ts';
import { securityScore } from './pages/security/security-lens.ts';
import { securityReport } from './pages/security/security-panel.ts';
import { commandLog } from './systemd/command-log.ts';
import { codeLens } from './views/code-lens.ts';
import { contextKeys } from './views/context-keys.ts';
import { effectiveView } from './views/effective-view.ts';
import { managerStatus } from './views/manager-status.ts';
import { noSystemdNotice } from './views/no-systemd-notice.ts';
import { pickUnitCommands } from './views/pick-unit.ts';
import { relatedUnits } from './views/related-units.ts';
import { startFailureProblem } from './views/start-failure.ts';
import { statusBar } from './views/status-bar.ts';
import { taskProvider } from './views/task-provider.ts';
import { more } from './views/unit-actions-menu.ts';
import { unitsView } from './views/units-view.ts';

/** Every feature of the extension. A new one is a file in `features/` and a name in this list. */
const features: readonly Feature[] = [
  contextKeys,
  reportIssue,
  relatedUnits,
  effectiveView,
  dependencyGraphs,
  managerStatus,
  actionCommands,
  pickUnitCommands,
  journalQuestions,
  managerCommands,
  securityReport,
  hardening,
  // Lenses of what is registered later come first in a line.
  securityScore,
  codeLens,
  statusBar,
  startFailureProblem,
  installCommands,
  uninstalling,
  reloadCommands,
  more,
  journalViews,
  analyzeCommands,
  bootPages,
  unitsView,
  taskProvider,
  noSystemdNotice,
  startUserManager,
  relink,
  learning,
];

/** What the extension offers to others, its own tests among them. */
export interface Api {
  /** Settles once the language server answers. */
  readonly ready: Promise<void>;
}

/** Keeps what comes with an opened folder from being run as a program. */
function watchFolders(): vscode.Disposable {
  const tell = (): void => trustNothingBelow((vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath));
  tell();
  return vscode.workspace.onDidChangeWorkspaceFolders(tell);
}

export function activate(context: vscode.ExtensionContext): Api {
  context.subscriptions.push(watchFolders());
  const client = createClient(context);
  commandLog.to(client.outputChannel as vscode.LogOutputChannel);
  const managers = managerChoice(context);
  const services: Services = { context, client, managers, states: unitStates(managers), tabs: unitTabs() };
  context.subscriptions.push(
    client,
    managers,
    services.states,
    services.tabs,
    ...features.map((feature) => feature(services)),
  );
  void services.states.refresh();
  const ready = client.start();
  ready.catch((reason: unknown) => {
    vscode.window.showErrorMessage(t('The language server of systemd Units did not start: {0}', String(reason)));
  });
  return { ready };
}
