import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from '../lsp/server.ts';
import { browserRuntime } from './runtime.ts';

declare const SYSTEMD_UNITS_VERSION: string;

/** The language server as a web worker: whoever started it is the client. */
export function serve(): void {
  const worker = globalThis as unknown as DedicatedWorkerGlobalScope;
  const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
  startServer(connection, browserRuntime(connection, SYSTEMD_UNITS_VERSION));
}
