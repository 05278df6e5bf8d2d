import * as vscode from 'vscode';
import { translateWith } from './localize.ts';

/** Where the one bundle begins, in Node and in a browser: the language client is too big to be shipped twice. */
export async function activate(context: vscode.ExtensionContext) {
  // Modules translate their texts when they are loaded, so this has to come first.
  translateWith(vscode.l10n.bundle ?? {});
  const { activate } =
    'importScripts' in globalThis ? await import('./browser-extension.ts') : await import('./extension.ts');
  return activate(context);
}
