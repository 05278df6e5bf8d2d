import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import * as vscode from 'vscode';
import { t } from '../../localize.ts';
import type { FromJournal } from './journal-messages.ts';

/** Opens what a message names, if there is such a file: as it stands, or below a folder of the workspace or of the unit. */
export async function openPlace(
  { path, line, column }: FromJournal & { readonly kind: 'open' },
  unitPath: string,
): Promise<void> {
  const folders = [...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath), dirname(unitPath)];
  const candidates = isAbsolute(path) ? [path] : folders.map((folder) => join(folder, path));
  for (const candidate of candidates) {
    const isFile = await stat(candidate).then(
      (found) => found.isFile(),
      () => false,
    );
    if (!isFile) continue;
    const position = new vscode.Position(Math.max(0, line - 1), Math.max(0, (column ?? 1) - 1));
    await vscode.window.showTextDocument(vscode.Uri.file(candidate), {
      selection: new vscode.Range(position, position),
      viewColumn: vscode.ViewColumn.One,
    });
    return;
  }
  vscode.window.showInformationMessage(t('{0} is not on this machine, nor in the folders of this window.', path));
}
