import { afterEach, expect, test, vi } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import type { Environment } from '../../server/src/features/environment.ts';
import type { LanguageService, ServiceHost } from '../../server/src/service/language-service.ts';
import { startClient, type TestClient } from './client.ts';

/** While set, everything the features are made from throws when it is touched. */
let onFire = false;

const burning = <T extends object>(real: T): T =>
  new Proxy(real, {
    get(target, key, receiver) {
      if (onFire) throw new Error('disk on fire');
      return Reflect.get(target, key, receiver);
    },
  });

vi.mock('../../server/src/service/language-service.ts', async (original) => {
  const { createLanguageService } = await original<typeof import('../../server/src/service/language-service.ts')>();
  return {
    createLanguageService(host: ServiceHost): LanguageService {
      const environment: Environment = burning({ ...host.environment, units: burning(host.environment.units) });
      return burning(createLanguageService({ ...host, ...proxied(host), environment }));
    },
  };
});

/** Getters of the host stay getters. */
const proxied = (host: ServiceHost): Partial<ServiceHost> =>
  Object.defineProperties({}, Object.getOwnPropertyDescriptors(host)) as Partial<ServiceHost>;

const uri = 'file:///w/a.service';
const textDocument = { uri };
const position = { line: 1, character: 4 };
const range = { start: position, end: position };
const at = { textDocument, position };
const item = { name: 'a.service', kind: 2, uri, range, selectionRange: range };

/** Every request, what a failed one is answered with, and the capability that promises it. */
const REQUESTS: readonly [method: string, params: object, none: unknown, capability?: string][] = [
  ['textDocument/completion', at, [], 'completionProvider'],
  ['completionItem/resolve', { label: 'x', data: 1 }, { label: 'x', data: 1 }],
  ['textDocument/hover', at, null, 'hoverProvider'],
  ['textDocument/signatureHelp', at, null, 'signatureHelpProvider'],
  ['textDocument/inlayHint', { textDocument, range }, [], 'inlayHintProvider'],
  ['textDocument/definition', at, [], 'definitionProvider'],
  ['textDocument/declaration', at, [], 'declarationProvider'],
  ['textDocument/implementation', at, [], 'implementationProvider'],
  ['textDocument/references', { ...at, context: { includeDeclaration: true } }, [], 'referencesProvider'],
  ['textDocument/documentHighlight', at, [], 'documentHighlightProvider'],
  ['workspace/symbol', { query: 'a' }, [], 'workspaceSymbolProvider'],
  ['textDocument/prepareCallHierarchy', at, null, 'callHierarchyProvider'],
  ['callHierarchy/incomingCalls', { item }, []],
  ['callHierarchy/outgoingCalls', { item }, []],
  ['textDocument/prepareRename', at, null],
  ['textDocument/rename', { ...at, newName: 'b' }, null, 'renameProvider'],
  ['workspace/willRenameFiles', { files: [{ oldUri: uri, newUri: 'file:///w/b.service' }] }, null],
  ['textDocument/codeLens', { textDocument }, [], 'codeLensProvider'],
  ['textDocument/documentLink', { textDocument }, [], 'documentLinkProvider'],
  ['textDocument/documentSymbol', { textDocument }, [], 'documentSymbolProvider'],
  ['textDocument/foldingRange', { textDocument }, [], 'foldingRangeProvider'],
  ['textDocument/selectionRange', { textDocument, positions: [position] }, [], 'selectionRangeProvider'],
  ['textDocument/semanticTokens/full', { textDocument }, { data: [] }, 'semanticTokensProvider'],
  ['textDocument/semanticTokens/full/delta', { textDocument, previousResultId: '1' }, { data: [] }],
  ['textDocument/semanticTokens/range', { textDocument, range }, { data: [] }],
  ['textDocument/formatting', { textDocument, options: {} }, [], 'documentFormattingProvider'],
  ['textDocument/rangeFormatting', { textDocument, range, options: {} }, [], 'documentRangeFormattingProvider'],
  ['textDocument/onTypeFormatting', { ...at, ch: '\n', options: {} }, [], 'documentOnTypeFormattingProvider'],
  ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }, [], 'codeActionProvider'],
  ['textDocument/diagnostic', { textDocument }, { kind: 'full', items: [] }, 'diagnosticProvider'],
  ['systemdUnits/manualPage', { page: 'systemd.service(5)' }, null],
  ['systemdUnits/manualPages', {}, []],
  ['systemdUnits/bootPosition', { uri }, null],
  ['systemdUnits/related', { textDocument }, []],
  ['systemdUnits/effective', { textDocument }, null],
  ['systemdUnits/graph', { textDocument, depth: 1, kinds: [] }, null],
  ['systemdUnits/newUnit', { purpose: 1, after: 7 }, null],
];

let client: TestClient;
afterEach(async () => {
  onFire = false;
  await client.close();
});

async function start(pulled: boolean): Promise<string[]> {
  const capabilities = pulled ? { textDocument: { diagnostic: {} } } : {};
  client = await startClient({ capabilities, initializationOptions: { showPlacesCommand: 'show' } });
  const logged: string[] = [];
  client.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    logged.push(message);
  });
  return logged;
}

test('every promise of the server is among the requests tried here', async () => {
  await start(true);
  const promised = Object.keys(client.initialized.capabilities).filter((key) => key.endsWith('Provider'));
  expect(promised.sort()).toEqual(REQUESTS.flatMap(([, , , capability]) => capability ?? []).sort());
});

test.each(REQUESTS)(
  '%s that throws is answered empty, logged once, and the server lives',
  async (method, params, none) => {
    const logged = await start(method === 'textDocument/diagnostic');
    if (method === 'textDocument/diagnostic') {
      const document = { uri, languageId: 'systemd', version: 1, text: '[Service]\nExecStart=/bin/true\n' };
      await client.connection.sendNotification('textDocument/didOpen', { textDocument: document });
      await client.connection.sendRequest(method, params);
    } else await client.open(uri, '[Service]\nExecStart=/bin/true\n');
    onFire = method !== 'systemdUnits/newUnit';
    expect(await client.connection.sendRequest(method, params)).toEqual(none);
    expect(await client.connection.sendRequest(method, params)).toEqual(none);
    const failed = logged.filter((message) => message.includes(' failed: '));
    expect(failed.length).toBeGreaterThan(0);
    expect(new Set(failed).size).toBe(failed.length);
    onFire = false;
    expect(await client.connection.sendRequest('textDocument/foldingRange', { textDocument })).toHaveLength(1);
  },
);

test.each(REQUESTS.filter(([method]) => method !== 'completionItem/resolve'))(
  '%s that is taken back is answered as such',
  async (method, params) => {
    await start(true);
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(method, params, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
  },
);

test.each([
  ['workspace/didChangeConfiguration', { settings: {} }],
  ['workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] }],
  ['textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: '[Service]\n' }] }],
  [
    'textDocument/didOpen',
    { textDocument: { uri: 'file:///w/b.service', languageId: 'systemd', version: 1, text: '[Service]\n' } },
  ],
  ['textDocument/didClose', { textDocument }],
])('%s that throws ends nothing', async (method, params) => {
  await start(false);
  await client.open(uri, '[Service]\nExecStart=/bin/true\n');
  onFire = true;
  await client.connection.sendNotification(method, params);
  expect(await client.connection.sendRequest('textDocument/hover', at)).toBeNull();
  onFire = false;
  const other = await client.open('file:///w/c.service', '[Service]\nExecStart=/bin/true\nRestrt=no\n');
  expect(other.diagnostics).toHaveLength(1);
});
