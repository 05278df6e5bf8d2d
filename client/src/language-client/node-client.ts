import type * as vscode from 'vscode';
import { ErrorAction, LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { createLog } from './client-log.ts';
import { clientOptions, NAME } from './client-options.ts';
import { renameMiddleware } from './rename-partners.ts';

/**
 * glibc raises the size from which on it gives memory back as it sees larger pieces, unless it is told one: its first, in bytes.
 * A server with a thousand units open has 10 MB less with it. Elsewhere nobody reads it.
 */
const GIVING_BACK = { MALLOC_TRIM_THRESHOLD_: '131072' };

/** The language server is the command line of the same package, run by VS Code's own Node. */
export function createClient(context: vscode.ExtensionContext): LanguageClient {
  const module = context.asAbsolutePath('server/dist/cli.cjs');
  // Not the opened folder, which the client would take: nothing of it may be found as a program or a setting.
  const options = { cwd: context.asAbsolutePath('server/dist'), env: GIVING_BACK };
  const run = { module, args: ['lsp'], transport: TransportKind.stdio, options };
  const client: LanguageClient = new LanguageClient(
    'systemdUnits',
    NAME,
    { run, debug: { ...run, options: { ...options, execArgv: ['--nolazy', '--inspect=6009'] } } },
    {
      ...clientOptions,
      middleware: { ...clientOptions.middleware, ...renameMiddleware(() => client) },
      ...createLog(context, NAME),
      errorHandler: {
        // Whatever is written to a server that has just crashed fails. Four such messages would end the client for good,
        // before it hears that the server is gone and starts it again.
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => restarts.closed(),
      },
    },
  );
  const restarts = client.createDefaultErrorHandler();
  return client;
}
