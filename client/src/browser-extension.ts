import type * as vscode from 'vscode';
import { browserFeatures } from './browser-features.ts';
import { startAll } from './feature.ts';
import { createClient } from './language-client/browser-client.ts';

/** The extension in a browser without a machine behind it, as on vscode.dev. */
export function activate(context: vscode.ExtensionContext): { readonly ready: Promise<void> } {
  const client = createClient(context);
  context.subscriptions.push(client, ...startAll(browserFeatures, { context, client }));
  return { ready: client.start() };
}
