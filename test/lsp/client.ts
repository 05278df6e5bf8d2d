import { PassThrough } from 'node:stream';
import { type Connection, createConnection } from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { Runtime } from '../../server/src/lsp/runtime.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { position, readCursor } from './cursor.ts';

/** A runtime without a machine: what a test hands in is all there is. */
const bareRuntime: Runtime = {
  version: '0.0.0',
  manual: () => undefined,
  machineVersion: async () => NEWEST_VERSION,
  workspaceFiles: async () => [],
  machinePaths: async () => ({ system: [], user: [] }),
  unitFiles: async () => [],
  filesBeside: async () => [],
  readText: async () => undefined,
  accounts: async () => ({
    users: new Map([
      ['root', '/root'],
      ['daemon', '/usr/sbin'],
    ]),
    groups: new Set(['root', 'adm']),
  }),
};

/** What today's editors can do. */
export const usualCapabilities = {
  textDocument: {
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
  },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] } },
} satisfies ClientCapabilities;

export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Settles once every unit file was read. */
  readonly indexed: Promise<void>;
  /** What the server wrote to its log. */
  readonly logged: readonly string[];
  /** Opens a text, `|` marking the cursor, and waits for its diagnostics. */
  open(uri: string, marked: string): Promise<OpenText>;
  /** The next diagnostics published for a uri. */
  nextDiagnostics(uri: string): Promise<Diagnostic[]>;
  close(): Promise<void>;
}

export interface OpenText {
  readonly text: string;
  readonly diagnostics: Diagnostic[];
  /** Parameters for requests at the cursor. */
  readonly at: { textDocument: { uri: string }; position: { line: number; character: number } };
}

export interface ClientOptions {
  readonly runtime?: Partial<Runtime>;
  readonly capabilities?: ClientCapabilities;
  readonly clientInfo?: InitializeParams['clientInfo'];
  readonly initializationOptions?: unknown;
  readonly folders?: readonly string[];
  /** Answers to what the server asks. */
  readonly onRequest?: Readonly<Record<string, (params: never) => unknown>>;
}

/** A server and a client joined by two streams in this process. */
export async function startClient(options: ClientOptions = {}): Promise<TestClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server: Connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(server, { ...bareRuntime, ...options.runtime });
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const waiting = new Map<string, ((diagnostics: Diagnostic[]) => void)[]>();
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
    for (const resolve of waiting.get(uri)?.splice(0) ?? []) resolve(diagnostics);
  });
  connection.onRequest('client/registerCapability', () => null);
  for (const [method, answer] of Object.entries(options.onRequest ?? {})) connection.onRequest(method, answer);
  connection.listen();
  const nextDiagnostics = (uri: string): Promise<Diagnostic[]> =>
    new Promise((resolve) => waiting.set(uri, [...(waiting.get(uri) ?? []), resolve]));
  const folders = options.folders?.map((uri) => ({ uri, name: uri })) ?? null;
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: options.capabilities ?? usualCapabilities,
    workspaceFolders: folders,
    initializationOptions: options.initializationOptions,
    ...(options.clientInfo && { clientInfo: options.clientInfo }),
  });
  let indexRead = (): void => undefined;
  const indexed = new Promise<void>((resolve) => {
    indexRead = resolve;
  });
  const logged: string[] = [];
  const ready = new Promise<void>((resolve) => {
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      logged.push(message);
      if (message.includes('judging as ')) resolve();
      if (message.startsWith('index: ')) indexRead();
    });
  });
  await connection.sendNotification('initialized', {});
  await ready;
  return {
    connection,
    initialized,
    indexed,
    logged,
    nextDiagnostics,
    async open(uri, marked) {
      const { text, offset } = readCursor(marked);
      const diagnostics = nextDiagnostics(uri);
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'systemd', version: 1, text },
      });
      return { text, diagnostics: await diagnostics, at: { textDocument: { uri }, position: position(text, offset) } };
    },
    async close() {
      await connection.sendRequest('shutdown');
      // The server is not disposed of: what it still has under way would find its connection gone. It goes with the process.
      connection.dispose();
    },
  };
}
