import { afterEach, describe, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  Location,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { startClient, type TestClient, usualCapabilities } from './client.ts';

const FILES: Readonly<Record<string, string>> = {
  '/w/db.service': '[Service]\nExecStart=/bin/true\n',
  '/w/app.service': '[Unit]\nRequires=db.service\nAfter=db.service\n[Service]\nExecStart=/bin/true\n',
};

/** A client that knows the bare protocol: columns, and how it learns of diagnostics, are all it says. */
interface Client {
  readonly encoding: 'utf-8' | 'utf-16' | undefined;
  readonly pulls: boolean;
}

const clients: readonly Client[] = [undefined, 'utf-16' as const, 'utf-8' as const].flatMap((encoding) =>
  [false, true].map((pulls) => ({ encoding, pulls })),
);

let client: TestClient;
let unasked: string[] = [];
afterEach(() => client.close());

async function start(capabilities: ClientCapabilities): Promise<void> {
  unasked = [];
  const unknown = [
    'client/registerCapability',
    'workspace/configuration',
    'workspace/diagnostic/refresh',
    'workspace/applyEdit',
    'window/showMessageRequest',
    'window/workDoneProgress/create',
  ];
  const onRequest = Object.fromEntries(unknown.map((method) => [method, () => void unasked.push(method)]));
  client = await startClient({
    folders: ['file:///w'],
    capabilities,
    onRequest,
    runtime: {
      workspaceFiles: async () => Object.keys(FILES).map((path) => ({ path })),
      readText: async (path) => FILES[path],
    },
  });
  await client.indexed;
}

const ask = <R>(method: string, params: object): Promise<R> => client.connection.sendRequest<R>(method, params);

describe.each(clients)('a client of the bare protocol: %o', ({ encoding, pulls }) => {
  const capabilities: ClientCapabilities = {
    ...(encoding && { general: { positionEncodings: [encoding] } }),
    ...(pulls && { textDocument: { diagnostic: {} } }),
  };
  const uri = 'file:///w/app.service';
  const textDocument = { uri };
  /** With an umlaut before the fault: a column of its own in each encoding. */
  const text = '[Unit]\nAfter=db.service\n[Service]\nExecStart=/bin/echo ä && b\nRestart=\n';

  async function open(): Promise<readonly Diagnostic[]> {
    const pushed = client.nextDiagnostics(uri);
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'systemd', version: 1, text },
    });
    if (!pulls) return await pushed;
    const report = await ask<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
    return report.kind === 'full' ? report.items : [];
  }

  test('is told what is wrong, where it counts it', async () => {
    await start(capabilities);
    const [shell] = (await open()).filter(({ code }) => code === 'shell-syntax');
    expect(shell!.range.start).toEqual({ line: 3, character: encoding === 'utf-8' ? 23 : 22 });
    expect(client.initialized.capabilities.positionEncoding).toBe(encoding ?? 'utf-16');
  });

  test('gets completions without snippets, hovers, places and symbols in their plain forms', async () => {
    await start(capabilities);
    await open();
    const completions = await ask<CompletionItem[]>('textDocument/completion', {
      textDocument,
      position: { line: 4, character: 8 },
    });
    expect(completions.map(({ label }) => label)).toContain('on-failure');
    expect(completions.filter(({ insertTextFormat, command }) => insertTextFormat === 2 || command)).toEqual([]);
    const hover = await ask<Hover>('textDocument/hover', { textDocument, position: { line: 1, character: 8 } });
    expect(JSON.stringify(hover.contents)).toContain('db');
    const [place] = await ask<Location[]>('textDocument/definition', {
      textDocument,
      position: { line: 1, character: 8 },
    });
    expect(place).toMatchObject({ uri: 'file:///w/db.service', range: { start: { line: 0 } } });
    const symbols = await ask<SymbolInformation[]>('textDocument/documentSymbol', { textDocument });
    expect(symbols.map(({ name, containerName }) => [name, containerName])).toEqual([
      ['Unit', undefined],
      ['After', 'Unit'],
      ['Service', undefined],
      ['ExecStart', 'Service'],
      ['Restart', 'Service'],
    ]);
    expect(symbols.every(({ location }) => location.uri === uri)).toBe(true);
  });

  test('gets whole units without places to fill in', async () => {
    await start(capabilities);
    const empty = { uri: 'file:///w/empty.service' };
    const document = { ...empty, languageId: 'systemd', version: 1, text: '' };
    await client.connection.sendNotification('textDocument/didOpen', { textDocument: document });
    const position = { line: 0, character: 0 };
    const items = await ask<CompletionItem[]>('textDocument/completion', { textDocument: empty, position });
    const script = items.find(({ label }) => label === 'service-script');
    expect(script?.textEdit?.newText).toContain('\nExecStart=/usr/local/bin/script.sh\n');
    expect(JSON.stringify(items)).not.toContain('${');
  });

  test('is told how to rename by hand, with nothing changed by half, and is offered no files to be made', async () => {
    await start(capabilities);
    await open();
    const position = { line: 1, character: 8 };
    await expect(ask('textDocument/rename', { textDocument, position, newName: 'store' })).rejects.toThrow(
      'nothing was changed. Rename /w/db.service to store.service. Then write the new name in /w/app.service.',
    );
    expect(client.initialized.capabilities.renameProvider).toBe(true);
    const range = { start: position, end: position };
    const actions = await ask<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [] },
    });
    expect(actions.filter((action) => action.edit?.documentChanges)).toEqual([]);
  });

  test('is never asked what it cannot answer', async () => {
    await start(capabilities);
    await open();
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { systemdUnits: { rules: { 'shell-syntax': 'error' } } },
    });
    // Both were handled before this is answered.
    await ask('textDocument/hover', { textDocument, position: { line: 0, character: 0 } });
    expect(unasked).toEqual([]);
    expect(client.initialized.capabilities.diagnosticProvider === undefined).toBe(!pulls);
  });
});

test('a client that can do more is given more', async () => {
  await start({
    ...usualCapabilities,
    textDocument: {
      ...usualCapabilities.textDocument,
      completion: { completionItem: { snippetSupport: true } },
    },
    workspace: { ...usualCapabilities.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
  });
  expect(client.initialized.capabilities.renameProvider).toEqual({ prepareProvider: true });
  await client.open('file:///w/a.service', '[Unit]\nAfter=\n');
  expect(unasked).toEqual(['client/registerCapability']);
});

test('a client that names operations on files without the list they stand in is given both', async () => {
  const { documentChanges, ...operations } = usualCapabilities.workspace.workspaceEdit;
  expect(documentChanges).toBe(true);
  await start({ ...usualCapabilities, workspace: { workspaceEdit: operations } });
  const { at } = await client.open('file:///w/app.service', '[Unit]\nAfter=d|b.service\n');
  const edit = await ask<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'store' });
  const kinds = edit.documentChanges?.map((change) => ('kind' in change ? change.kind : 'text'));
  expect(kinds).toEqual(['text', 'rename']);
});

describe('what Neovim does not rename as it is told is refused as a whole', () => {
  const links = { path: '/w/all.target.wants/db.service', link: '/w/db.service' };
  test.each([
    ['0.7.2', '/w/db.service.d/a.conf', 'Rename /w/db.service.d to store.service.d, /w/db.service to store.service.'],
    ['0.12.4', '/w/db.service.d/a.conf', undefined],
    ['0.12.4', links, 'Rename /w/all.target.wants/db.service to store.service, /w/db.service to store.service.'],
  ])('%s, %o', async (version, more, refusal) => {
    const files = ['/w/db.service', '/w/app.service', more];
    client = await startClient({
      folders: ['file:///w'],
      clientInfo: { name: 'Neovim', version },
      runtime: {
        workspaceFiles: async () => files.map((file) => (typeof file === 'string' ? { path: file } : file)),
        readText: async (path) => FILES[path] ?? '',
      },
    });
    await client.indexed;
    const { at } = await client.open('file:///w/app.service', '[Unit]\nAfter=d|b.service\n');
    const renamed = ask<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'store' });
    if (refusal) await expect(renamed).rejects.toThrow(refusal);
    else expect((await renamed).documentChanges).toHaveLength(3);
  });
});

test.each([
  ['0.10.4', '[Unit]'],
  ['0.12.4', '[Unit]\n'],
])('Neovim %s is given only lines that it can insert', async (version, section) => {
  client = await startClient({ clientInfo: { name: 'Neovim', version } });
  const { at } = await client.open('file:///w/a.service', '|');
  const items = await ask<CompletionItem[]>('textDocument/completion', at);
  expect(items.find(({ label }) => label === '[Unit]')?.textEdit?.newText).toBe(section);
  expect(items.some(({ label }) => label === 'service')).toBe(version !== '0.10.4');
});
