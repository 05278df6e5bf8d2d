import * as vscode from 'vscode';
import type { Feature, Services } from './feature.ts';
import { actionCommands } from './features/actions.ts';
import { analyzeCommands } from './features/analyze.ts';
import { anyUnit } from './features/any-unit.ts';
import { bootPages } from './features/boot-pages.ts';
import { codeLens } from './features/code-lens.ts';
import { contextKeys } from './features/context-keys.ts';
import { effectiveView } from './features/effective.ts';
import { failedStart } from './features/failed-start.ts';
import { freshness } from './features/fresh.ts';
import { hardening } from './features/harden.ts';
import { installCommands } from './features/install.ts';
import { journalQuestions } from './features/journal.ts';
import { journalViews } from './features/journal-view.ts';
import { learning } from './features/learn.ts';
import { managerCommands } from './features/manager-commands.ts';
import { dependencyGraphs } from './features/manager-graph.ts';
import { managerStatus } from './features/manager-status.ts';
import { more } from './features/more.ts';
import { noSystemd } from './features/no-systemd.ts';
import { relatedUnits } from './features/related.ts';
import { renewLinks } from './features/renew-links.ts';
import { reportIssue } from './features/report.ts';
import { securityReport } from './features/security.ts';
import { securityScore } from './features/security-score.ts';
import { silence } from './features/silence.ts';
import { statusBar } from './features/status-bar.ts';
import { taskProvider } from './features/tasks.ts';
import { uninstalling } from './features/uninstall.ts';
import { unitsView } from './features/units-view.ts';
import { t } from './localize.ts';
import { managerChoice } from './machine/manager.ts';
import { unitPages } from './machine/unit-pages.ts';
import { unitStates } from './machine/unit-states.ts';
import { createClient } from './node/language-client.ts';
import { trustNothingBelow } from './node/process.ts';
import { theRunLog } from './operate/run-log.ts';

/** Every feature of the extension. A new one is a file in `features/` and a name in this list. */
const features: readonly Feature[] = [
  contextKeys,
  reportIssue,
  relatedUnits,
  effectiveView,
  dependencyGraphs,
  managerStatus,
  actionCommands,
  anyUnit,
  journalQuestions,
  managerCommands,
  securityReport,
  hardening,
  // Lenses of what is registered later come first in a line.
  securityScore,
  codeLens,
  statusBar,
  failedStart,
  installCommands,
  uninstalling,
  freshness,
  more,
  journalViews,
  analyzeCommands,
  bootPages,
  unitsView,
  taskProvider,
  noSystemd,
  silence,
  renewLinks,
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
  theRunLog.to(client.outputChannel as vscode.LogOutputChannel);
  const managers = managerChoice(context);
  const services: Services = { context, client, managers, states: unitStates(managers), pages: unitPages() };
  context.subscriptions.push(
    client,
    managers,
    services.states,
    services.pages,
    ...features.map((feature) => feature(services)),
  );
  void services.states.refresh();
  const ready = client.start();
  ready.catch((reason: unknown) => {
    vscode.window.showErrorMessage(t('The language server of systemd Units did not start: {0}', String(reason)));
  });
  return { ready };
}
