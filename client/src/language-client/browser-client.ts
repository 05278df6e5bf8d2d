import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { createLog } from './client-log.ts';
import { clientOptions, NAME } from './client-options.ts';
import { renameMiddleware } from './rename-partners.ts';
import { answerFiles, toServer, toWorkspace } from './web-files.ts';

/** The language server is the same bundle as elsewhere, run as a web worker. */
export function createClient(context: vscode.ExtensionContext): LanguageClient {
  const script = vscode.Uri.joinPath(context.extensionUri, 'server', 'dist', 'main.js');
  const worker = new Worker(script.toString(true), { name: 'systemd Units' });
  const client: LanguageClient = new LanguageClient('systemdUnits', NAME, worker, {
    ...clientOptions,
    middleware: { ...clientOptions.middleware, ...renameMiddleware(() => client) },
    ...createLog(context, NAME),
    uriConverters: { code2Protocol: toServer, protocol2Code: toWorkspace },
  });
  context.subscriptions.push(answerFiles(client, context.extensionUri));
  return client;
}
