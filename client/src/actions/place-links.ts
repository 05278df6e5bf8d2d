import * as vscode from 'vscode';

/** `/etc/systemd/system/web.service:12`, at the beginning of a line or behind a wide gap. */
const PLACE = /(?<=^ {2}| {4})(\/[^:\n]+?):(\d+)(?=: |$)/gm;

/** Links from the places that a read-only text of ours names to the lines of their files. */
export const placeLinks = (scheme: string): vscode.Disposable =>
  vscode.languages.registerDocumentLinkProvider({ scheme }, { provideDocumentLinks: linksIn });

function linksIn(document: vscode.TextDocument): vscode.DocumentLink[] {
  return [...document.getText().matchAll(PLACE)].map((match) => {
    const [whole, path = '', line] = match;
    const range = new vscode.Range(document.positionAt(match.index), document.positionAt(match.index + whole.length));
    return new vscode.DocumentLink(range, vscode.Uri.file(path).with({ fragment: `L${line}` }));
  });
}
