import * as vscode from 'vscode';
import type { NewFile } from '../../../server/src/protocol/requests.ts';
import { exists } from '../exists.ts';
import { t } from '../localize.ts';

/** The folder of the workspace, or one that is asked for. */
export async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 1) return folders[0]!.uri;
  if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick())?.uri;
  const options = { canSelectFiles: false, canSelectFolders: true, openLabel: t('Write Unit Here') };
  return (await vscode.window.showOpenDialog(options))?.[0];
}

/** Writes all files or none; existing files are never overwritten. */
export async function writeNewFiles(folder: vscode.Uri, files: readonly NewFile[]): Promise<vscode.Uri[] | undefined> {
  const uris = files.map(({ name }) => vscode.Uri.joinPath(folder, name));
  for (const [i, uri] of uris.entries()) {
    if (!(await exists(uri))) continue;
    vscode.window.showErrorMessage(t('{0} exists in this folder already. Choose another name.', files[i]!.name));
    return undefined;
  }
  for (const [i, uri] of uris.entries())
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(files[i]!.text));
  for (const uri of uris) await vscode.window.showTextDocument(uri, { preview: false });
  return uris;
}
