import * as vscode from 'vscode';
import { html } from './html.ts';

export interface Page {
  /** `client/dist/NAME.js` and `NAME.css`. */
  readonly name: string;
  readonly title: string;
  /** Trusted markup; nothing from a file or a program goes in here. */
  readonly body: string;
  /** Further sources of the policy, as `img-src data:`. */
  readonly policy?: string;
}

/** A page that may load its own script and style, and nothing else. */
export function pageHtml(webview: vscode.Webview, { extensionUri }: vscode.ExtensionContext, page: Page): string {
  const translations = html`${JSON.stringify(vscode.l10n.bundle ?? {})}`;
  const nonce = crypto.randomUUID();
  const file = (suffix: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'client', 'dist', `${page.name}.${suffix}`));
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; ${page.policy ?? ''}`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${file('css')}">
<title>${html`${page.title}`}</title>
</head>
<body data-translations="${translations}">
${page.body}
<script nonce="${nonce}" src="${file('js')}"></script>
</body>
</html>`;
}

export const webviewOptions = ({ extensionUri }: vscode.ExtensionContext): vscode.WebviewOptions => ({
  enableScripts: true,
  localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'client', 'dist')],
});
