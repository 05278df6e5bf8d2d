import * as vscode from 'vscode';

/** A language of their own: its defaults in package.json wrap sentences at the edge of the editor. */
const LANGUAGE = 'systemd-report';

/** Shows a read-only text of ours beside the unit that it is about. */
export async function showReport(
  document: vscode.TextDocument,
  options: Pick<vscode.TextDocumentShowOptions, 'preserveFocus'> = {},
): Promise<void> {
  const report = await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
  await vscode.window.showTextDocument(report, { viewColumn: vscode.ViewColumn.Beside, preview: true, ...options });
}
