import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions, NAME } from '../language-client-options.ts';
import { createLog } from '../log.ts';

/** The language server is the command line of the same package, run by VS Code's own Node. */
export function createClient(context: vscode.ExtensionContext): LanguageClient {
  const module = context.asAbsolutePath('server/dist/cli.cjs');
  const run = { module, args: ['lsp'], transport: TransportKind.stdio };
  return new LanguageClient(
    'systemdUnits',
    NAME,
    { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } },
    { ...clientOptions, ...createLog(context, NAME) },
  );
}
