import type * as vscode from 'vscode';

/** Where the one bundle begins, in Node and in a browser: the language client is too big to be shipped twice. */
export async function activate(context: vscode.ExtensionContext) {
  const { activate } =
    'importScripts' in globalThis ? await import('./browser/extension.ts') : await import('./extension.ts');
  return activate(context);
}
