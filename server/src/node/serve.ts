import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server.ts';
import { nodeRuntime } from './runtime.ts';

/** The language server on standard input and output. */
export function serve(version: string): void {
  startServer(createConnection(ProposedFeatures.all, process.stdin, process.stdout), nodeRuntime(version));
}
