import * as vscode from 'vscode';

/** Caches an answer about a file until the file is saved or closed. */
export interface SavedFileCache<T> extends vscode.Disposable {
  of(uri: vscode.Uri): Promise<T>;
  /** An answer is out of date. */
  readonly onDidInvalidate: vscode.Event<void>;
}

export function savedFileCache<T>(ask: (uri: vscode.Uri) => Promise<T>): SavedFileCache<T> {
  const forgotten = new vscode.EventEmitter<void>();
  const answers = new Map<string, Promise<T>>();
  const forget = ({ uri }: vscode.TextDocument) => {
    if (answers.delete(uri.toString())) forgotten.fire();
  };
  const listeners = vscode.Disposable.from(
    forgotten,
    vscode.workspace.onDidSaveTextDocument(forget),
    vscode.workspace.onDidCloseTextDocument(forget),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      answers.clear();
      forgotten.fire();
    }),
  );
  return {
    of(uri) {
      const key = uri.toString();
      const known = answers.get(key) ?? ask(uri);
      answers.set(key, known);
      return known;
    },
    onDidInvalidate: forgotten.event,
    dispose: () => listeners.dispose(),
  };
}
