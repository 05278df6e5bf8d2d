import * as vscode from 'vscode';
import { setting } from '../settings.ts';
import { type Manager, unitOfFile } from '../systemd/unit-of-file.ts';

const MEMENTO = 'managers';

/** Which manager a unit file belongs to: what was chosen for the file, else the setting, else where the file lies. */
export interface ManagerChoice extends vscode.Disposable {
  of(uri: vscode.Uri | undefined): Manager;
  /** Undefined forgets the choice. */
  choose(uri: vscode.Uri, manager: Manager | undefined): Thenable<void>;
  readonly onDidChange: vscode.Event<void>;
}

export function managerChoice({ workspaceState }: vscode.ExtensionContext): ManagerChoice {
  const changed = new vscode.EventEmitter<void>();
  const chosen = (): Record<string, Manager | undefined> => workspaceState.get(MEMENTO, {});
  const settings = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('systemdUnits.manager')) changed.fire();
  });
  return {
    onDidChange: changed.event,
    of(uri) {
      const set = setting('manager', uri);
      if (!uri) return set === 'user' ? 'user' : 'system';
      return chosen()[uri.toString()] ?? (set === 'auto' ? managerOfPath(uri.path) : set);
    },
    async choose(uri, manager) {
      await workspaceState.update(MEMENTO, { ...chosen(), [uri.toString()]: manager });
      changed.fire();
    },
    dispose() {
      settings.dispose();
      changed.dispose();
    },
  };
}

function managerOfPath(path: string): Manager {
  const file = unitOfFile(path);
  return 'manager' in file ? file.manager : 'system';
}
