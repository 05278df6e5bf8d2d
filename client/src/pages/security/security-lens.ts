import * as vscode from 'vscode';
import { feature } from '../../feature.ts';
import { t } from '../../localize.ts';
import { query } from '../../machine/query.ts';
import type { UnitStates } from '../../machine/unit-state-watcher.ts';
import { setting } from '../../settings.ts';
import { isAssessable, parseScore, type Score, security } from '../../systemd/security.ts';

/** The exposure of a service, above its section. */
export const securityScore = feature(({ managers, states }) => {
  const scores = savedFileCache(async (uri): Promise<Score | undefined> => {
    const { code, stdout } = await query(security(managers.of(uri), uri.fsPath));
    return code === 0 ? parseScore(stdout) : undefined;
  });
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: scores.onDidInvalidate,
    async provideCodeLenses(document) {
      const { uri } = document;
      if (!canAssess(uri, states) || !setting('codeLens.enabled', uri)) return [];
      const header = /^\[Service\]/m.exec(document.getText());
      const score = header ? await scores.of(uri) : undefined;
      if (!header || !score) return [];
      const place = document.positionAt(header.index);
      const title = t('Security: exposure {0} {1}', score.exposure.toFixed(1), score.level);
      const command = { title, command: 'systemdUnits.security', arguments: [uri] };
      return [new vscode.CodeLens(new vscode.Range(place, place), command)];
    },
  };
  return vscode.Disposable.from(
    scores,
    vscode.languages.registerCodeLensProvider({ language: 'systemd', scheme: 'file' }, provider),
  );
});

/** Whether the file is a service and systemd-analyze can be run; systemd need not be running. */
export const canAssess = (uri: vscode.Uri, { obstacle }: UnitStates): boolean =>
  isAssessable(uri.path) && obstacle !== 'untrusted' && obstacle !== 'missing';

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
