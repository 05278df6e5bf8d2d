import * as vscode from 'vscode';
import { desktopFeatures } from './desktop-features.ts';
import { type Services, startAll } from './feature.ts';
import { createClient } from './language-client/node-client.ts';
import { t } from './localize.ts';
import { managerChoice } from './machine/manager-choice.ts';
import { trustNothingBelow } from './machine/process.ts';
import { unitTabs } from './machine/target.ts';
import { type UnitStates, unitStates } from './machine/unit-state-watcher.ts';
import { commandLog } from './systemd/command-log.ts';

/** What the extension offers to others, its own tests among them. */
export interface Api {
  /** Settles once the language server answers. */
  readonly ready: Promise<void>;
  readonly states: Pick<UnitStates, 'live' | 'onDidChange'>;
}

/** Excludes opened folders from the search for programs. */
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
  const commands = Object.assign({}, ...desktopFeatures.map((feature) => feature.commands));
  const services: Services = {
    context,
    client,
    managers,
    commands,
    states: unitStates(managers, client),
    tabs: unitTabs(),
  };
  context.subscriptions.push(client, managers, services.states, services.tabs, ...startAll(desktopFeatures, services));
  void services.states.refresh();
  const ready = client.start();
  ready.catch((reason: unknown) => {
    vscode.window.showErrorMessage(t('The language server of systemd Units did not start: {0}', String(reason)));
  });
  return { ready, states: services.states };
}
