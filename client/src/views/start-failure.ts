import * as vscode from 'vscode';
import { feature } from '../feature.ts';
import { t } from '../localize.ts';
import { fileRelation } from '../machine/query-unit.ts';
import type { UnitStates } from '../machine/unit-state-watcher.ts';
import { causeSpan, failureOf } from '../systemd/failure.ts';

/** Shows why the last start failed, as a problem on the line that caused it, until the unit runs again. */
export const startFailureProblem = feature(({ states }) => {
  const problems = vscode.languages.createDiagnosticCollection('systemdUnits.state');
  const update = () => {
    const documents = vscode.workspace.textDocuments.filter(({ languageId }) => languageId === 'systemd');
    for (const document of documents) {
      const problem = problemOf(document, states);
      problems.set(document.uri, problem && [problem]);
    }
  };
  return vscode.Disposable.from(
    problems,
    states.onDidChange(update),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => problems.delete(uri)),
  );
});

function problemOf(document: vscode.TextDocument, states: UnitStates): vscode.Diagnostic | undefined {
  const state = states.of(document.uri);
  const failure = state && failureOf(state);
  if (!failure || fileRelation(document.uri, state) === 'elsewhere') return undefined;
  const { start, end } = causeSpan(failure, document.getText());
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  const message = t('The last start of {0} failed: {1}. See its journal for details.', state.id, failure.text);
  const problem = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Warning);
  problem.source = t('systemd, last start');
  problem.code = state.result;
  return problem;
}
