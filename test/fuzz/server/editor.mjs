// An editor with a language server: what it shows, what it asks, and what the server computed for each answer.
import { computedByMain, startServer } from '../../bench/parts/processes.mjs';

const capabilities = {
  textDocument: {
    diagnostic: {},
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
  },
  workspace: {
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
  },
};

/** Starts a server on a folder and waits until it has read what lies there. */
export async function startEditor({ cli, folder, heard = () => {}, nodeOptions = [] }) {
  const server = startServer(process.execPath, [...nodeOptions, cli, 'lsp', '--stdio'], heard);
  const open = new Map();
  const root = `file://${folder}`;
  const indexed = server.until(
    ({ method, params }) => method === 'window/logMessage' && /^index: /.test(params.message),
  );
  await server.request('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    workspaceFolders: [{ uri: root, name: 'w' }],
    initializationOptions: { settings: { machineUnits: false, systemdVersion: 257 } },
  });
  server.notify('initialized', {});
  await indexed;
  return {
    open,
    server,
    pid: server.pid,
    didOpen(uri, text) {
      open.set(uri, { text, version: 1 });
      server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'systemd', version: 1, text } });
    },
    didChange(uri, { start, end, inserted }) {
      const before = open.get(uri);
      const range = { start: positionAt(before.text, start), end: positionAt(before.text, end) };
      const after = {
        text: before.text.slice(0, start) + inserted + before.text.slice(end),
        version: before.version + 1,
      };
      open.set(uri, after);
      server.notify('textDocument/didChange', {
        textDocument: { uri, version: after.version },
        contentChanges: [{ range, text: inserted }],
      });
    },
    didClose(uri) {
      open.delete(uri);
      server.notify('textDocument/didClose', { textDocument: { uri } });
    },
    changed: (uri, type) => server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] }),
    /** The answer, and the milliseconds the server's main thread computed until it came, whatever else the machine did. */
    async ask(method, params) {
      const before = computedByMain(server.pid);
      const answer = await server.request(method, params);
      return { answer, milliseconds: computedByMain(server.pid) - before };
    },
  };
}

/** Lines end as LSP says: LF, CR LF, or CR. */
export function positionAt(text, offset) {
  const above = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: above.length - 1, character: above.at(-1).length };
}
