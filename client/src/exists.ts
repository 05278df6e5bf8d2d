import * as vscode from 'vscode';

/** Whether there is such a file, wherever the window keeps its files. */
export const exists = (uri: vscode.Uri): Thenable<boolean> =>
  vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
