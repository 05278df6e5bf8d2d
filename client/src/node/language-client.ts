import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { EFFECTIVE } from '../graph/schemes.ts';

/** The language server is the command line of the same package, run by VS Code's own Node. */
export function createClient(context: vscode.ExtensionContext): LanguageClient {
  const module = context.asAbsolutePath('server/dist/cli.cjs');
  const run = { module, args: ['lsp'], transport: TransportKind.stdio };
  return new LanguageClient(
    'systemdUnits',
    'systemd Units',
    { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } },
    {
      documentSelector: [{ language: 'systemd' }],
      synchronize: { configurationSection: 'systemdUnits' },
      initializationOptions: { showPlacesCommand: 'systemdUnits.showPlaces' },
      middleware: {
        // What is made of several files is no file to find faults in.
        handleDiagnostics: (uri, diagnostics, next) => next(uri, uri.scheme === EFFECTIVE ? [] : diagnostics),
      },
    },
  );
}
