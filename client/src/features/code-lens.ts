import * as vscode from 'vscode';
import type { Feature } from '../feature.ts';
import { unitOfFile } from '../operate/unit-of-file.ts';
import { setting } from '../settings.ts';

const lenses = [
  ['start', 'Start'],
  ['stop', 'Stop'],
  ['restart', 'Restart'],
  ['status', 'Status'],
  ['journal', 'Logs'],
] as const;

/** The unit at one click, above the first line of its file. */
export const codeLens: Feature = () => {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses({ uri }) {
      if (!setting('codeLens.enabled', uri) || !('unit' in unitOfFile(uri.path))) return [];
      const top = new vscode.Range(0, 0, 0, 0);
      return lenses.map(
        ([id, title]) => new vscode.CodeLens(top, { title, command: `systemdUnits.${id}`, arguments: [uri] }),
      );
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider({ language: 'systemd', scheme: 'file' }, provider),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('systemdUnits.codeLens')) changed.fire();
    }),
  );
};
