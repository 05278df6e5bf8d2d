import * as vscode from 'vscode';

/** Whether a file exists, in any file system of VS Code. */
export const exists = (uri: vscode.Uri): Thenable<boolean> =>
  vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
