import * as vscode from 'vscode';
import { t } from '../localize.ts';
import type { Target } from '../systemd/actions.ts';

/** Stops at errors of the file, which systemd would refuse, with a way to go on; true: go on. */
export async function confirmErrors({ path, name }: Target, anyway: string): Promise<boolean> {
  const uri = vscode.Uri.file(path);
  const errors = vscode.languages
    .getDiagnostics(uri)
    .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
  const first = errors[0];
  if (!first) return true;
  const place = t('Line {0}: {1}', first.range.start.line + 1, first.message);
  const others = errors.length > 1 ? t('(and {0} more)', errors.length - 1) : '';
  const show = t('Show Problem');
  const answer = await vscode.window.showWarningMessage(
    t('systemd will refuse {0}.', name),
    { modal: true, detail: `${place} ${others}`.trim() },
    show,
    anyway,
  );
  if (answer === show) await vscode.window.showTextDocument(uri, { selection: first.range });
  return answer === anyway;
}
