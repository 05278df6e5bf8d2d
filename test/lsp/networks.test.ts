import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type CodeLens,
  type CompletionItem,
  type DocumentHighlight,
  FileChangeType,
  type Hover,
  type Location,
  type LocationLink,
  type MarkupContent,
  type Range,
  type SymbolInformation,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { GraphAnswer } from '../../server/src/protocol/requests.ts';
import { startClient, type TestClient } from './client.ts';

const FILES: Readonly<Record<string, string>> = {
  '/w/10-br0.netdev': '[NetDev]\nName=br0\nKind=bridge\n',
  '/w/11-vlan7.netdev': '[NetDev]\nName=vlan7\nKind=vlan\n\n[VLAN]\nId=7\n',
  '/w/20-ports.network': '[Match]\nName=enp3s0 enp4s0\n\n[Network]\nBridge=br0\n',
  '/w/30-br0.network': '[Match]\nName=br0\n\n[Network]\nVLAN=vlan7\n',
  '/w/40-all.network': '[Match]\nName=*\n\n[Network]\nDHCP=yes\n',
  '/w/notes.network': 'Not one of ours.\n',
  '/elsewhere/10-far.netdev': '[NetDev]\nName=far0\nKind=bridge\n',
};

let client: TestClient;
let files: Record<string, string>;

beforeEach(async () => {
  files = { ...FILES };
  client = await startClient({
    folders: ['file:///w', 'file:///elsewhere'],
    initializationOptions: { showPlacesCommand: 'places' },
    runtime: {
      workspaceFiles: async ({ path }) =>
        Object.keys(files)
          .filter((each) => each.startsWith(path))
          .map((each) => ({ path: each })),
      readText: async (path) => files[path],
    },
  });
  await client.indexed;
});
afterEach(() => client.close());

const open = (name: string, text = files[`/w/${name}`]!) => client.open(`file:///w/${name}`, text);
const ask = <T>(method: string, params: object): Promise<T> => client.connection.sendRequest<T>(method, params);
const at = (uri: string, { start, end }: Range): string =>
  `${uri.slice('file:///'.length)}:${start.line + 1}:${start.character + 1}-${end.character + 1}`;

describe('a device', () => {
  test('leads to its name in the .netdev file, and from there to the .network file that sets it up', async () => {
    const use = await open('20-ports.network', '[Match]\nName=enp3s0 enp4s0\n\n[Network]\nBridge=b|r0\n');
    const found = await ask<LocationLink[]>('textDocument/definition', use.at);
    expect(found.map((link) => at(link.targetUri, link.targetRange))).toEqual(['w/10-br0.netdev:2:6-9']);
    const name = await open('10-br0.netdev', '[NetDev]\nName=|br0\nKind=bridge\n');
    const back = await ask<LocationLink[]>('textDocument/definition', name.at);
    expect(back.map((link) => at(link.targetUri, link.targetRange))).toEqual(['w/30-br0.network:1:2-7']);
  });

  test('of another folder is found where the own has none', async () => {
    const use = await open('20-ports.network', '[Match]\nName=enp3s0\n\n[Network]\nBridge=fa|r0\n');
    const found = await ask<LocationLink[]>('textDocument/definition', use.at);
    expect(found.map((link) => at(link.targetUri, link.targetRange))).toEqual(['elsewhere/10-far.netdev:2:6-10']);
  });

  test('is referred to by keys and by [Match]', async () => {
    const name = await open('10-br0.netdev', '[NetDev]\nName=b|r0\nKind=bridge\n');
    const places = async (includeDeclaration: boolean) =>
      (await ask<Location[]>('textDocument/references', { ...name.at, context: { includeDeclaration } })).map((place) =>
        at(place.uri, place.range),
      );
    expect((await places(false)).sort()).toEqual(['w/20-ports.network:5:8-11', 'w/30-br0.network:2:6-9']);
    expect((await places(true)).sort()).toEqual([
      'w/10-br0.netdev:2:6-9',
      'w/20-ports.network:5:8-11',
      'w/30-br0.network:2:6-9',
    ]);
    const marks = await ask<DocumentHighlight[]>('textDocument/documentHighlight', name.at);
    expect(marks).toEqual([{ range: { start: { line: 1, character: 5 }, end: { line: 1, character: 8 } }, kind: 3 }]);
  });

  test('gets a new name wherever it stands', async () => {
    const use = await open('30-br0.network', '[Match]\nName=b|r0\n\n[Network]\nVLAN=vlan7\n');
    expect(await ask('textDocument/prepareRename', use.at)).toMatchObject({ placeholder: 'br0' });
    const edit = await ask<WorkspaceEdit>('textDocument/rename', { ...use.at, newName: 'lan0' });
    const changed = edit.documentChanges!.flatMap((change) =>
      'edits' in change
        ? change.edits.map((each) => `${at(change.textDocument.uri, each.range)} ${'newText' in each && each.newText}`)
        : [],
    );
    expect(changed.sort()).toEqual([
      'w/10-br0.netdev:2:6-9 lan0',
      'w/20-ports.network:5:8-11 lan0',
      'w/30-br0.network:2:6-9 lan0',
    ]);
  });

  test.each([
    ['[Match]\nName=br|0\n', 'vlan7', '11-vlan7.netdev gives a device the name vlan7 already.'],
    [
      '[Match]\nName=br|0\n',
      'a/b',
      '"a/b" is not a valid name for a device: it contains "/", which an interface name cannot.',
    ],
    [
      '[Match]\nName=enp|3s0\n',
      'lan0',
      'No .netdev or .link file beside this one gives a device the name enp3s0, so it cannot be changed from here.',
    ],
  ])('%j cannot be called %s', async (text, newName, message) => {
    const use = await open('30-br0.network', text);
    await expect(ask('textDocument/rename', { ...use.at, newName })).rejects.toThrow(message);
  });

  test('is offered where its kind fits, those of the folder first', async () => {
    const labels = async (text: string): Promise<string[]> => {
      const { at: place } = await open('50-x.network', text);
      const found = await ask<CompletionItem[] | { items: CompletionItem[] }>('textDocument/completion', place);
      const items = Array.isArray(found) ? found : found.items;
      return [...items].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1)).map(({ label }) => label);
    };
    expect(await labels('[Network]\nBridge=|\n')).toEqual([]);
    expect(await labels('[Match]\nName=x\n[Network]\nBridge=|\n')).toEqual(['br0', 'far0']);
  });

  test('tells in a hover who makes it, sets it up and names it', async () => {
    const use = await open('20-ports.network', '[Match]\nName=enp3s0\n\n[Network]\nBridge=b|r0\n');
    const hover = await ask<Hover>('textDocument/hover', use.at);
    expect((hover.contents as MarkupContent).value).toContain(
      '**`br0`** · `bridge`, made by `10-br0.netdev`\n\nSet up by `30-br0.network`.\n\nNamed by `20-ports.network` (`Bridge=`).',
    );
  });

  test('is among the symbols of the workspace', async () => {
    const found = await ask<SymbolInformation[]>('workspace/symbol', { query: 'vlan7' });
    expect(
      found.map(({ name, containerName, location }) => `${name} ${containerName} ${at(location.uri, location.range)}`),
    ).toEqual(['vlan7 11-vlan7.netdev w/11-vlan7.netdev:2:6-11']);
  });
});

describe('the order of files', () => {
  const titles = async (name: string): Promise<string[]> => {
    const { at } = await open(name);
    const lenses = await ask<CodeLens[]>('textDocument/codeLens', { textDocument: at.textDocument });
    return lenses.map(({ command }) => command!.title);
  };

  test('is told above each file', async () => {
    expect(await titles('20-ports.network')).toEqual([
      '1st of 3 .network files · for interfaces named enp3s0 or enp4s0',
    ]);
    expect(await titles('40-all.network')).toEqual(['3rd of 3 .network files · for all interfaces']);
    expect(await titles('10-br0.netdev')).toEqual(['Set up by 30-br0.network', '1 reference']);
  });

  test('and in the hover of [Match]', async () => {
    const header = await open('30-br0.network', '[Ma|tch]\nName=br0\n\n[Network]\nVLAN=vlan7\n');
    const hover = await ask<Hover>('textDocument/hover', header.at);
    expect((hover.contents as MarkupContent).value).toContain(
      'This file is the 2nd of 3 `.network` files that are gone through for each interface; the first that fits is used, and no other.\n\n' +
        'It is for interfaces named `br0`, unless a file before it is for them. Of the devices made here it sets up `br0`.\n\n' +
        '1. `20-ports.network`: interfaces named `enp3s0` or `enp4s0`\n2. **`30-br0.network`**: interfaces named `br0`\n3. `40-all.network`: all interfaces',
    );
  });

  test('a file that is never used is one again when the other changes', async () => {
    const late = await client.open('file:///w/50-late.network', '[Match]\nName=enp9s0\n[Network]\nDHCP=yes\n');
    expect(late.diagnostics.map(({ code }) => code)).toEqual(['match-hidden']);
    const renewed = client.nextDiagnostics('file:///w/50-late.network');
    await client.open('file:///w/40-all.network', '[Match]\nName=wl*\n[Network]\nDHCP=yes\n');
    expect(await renewed).toEqual([]);
  });

  test('a file that comes to the folder is known', async () => {
    const use = await client.open('file:///w/50-x.network', '[Match]\nName=wg*\n[Network]\nBridge=br7\n');
    expect(use.diagnostics.map(({ code }) => code)).toEqual(['match-hidden', 'netdev-unknown']);
    files['/w/12-br7.netdev'] = '[NetDev]\nName=br7\nKind=bridge\n';
    const renewed = client.nextDiagnostics('file:///w/50-x.network');
    const changes = [{ uri: 'file:///w/12-br7.netdev', type: FileChangeType.Created }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    expect((await renewed).map(({ code }) => code)).toEqual(['match-hidden']);
  });
});

test('the graph has the file in the middle, the devices it names and who sets them up', async () => {
  const { at: place } = await open('20-ports.network');
  const options = { depth: 1, kinds: ['requirement'] };
  const answer = await ask<GraphAnswer>('systemdUnits/graph', { textDocument: place.textDocument, ...options });
  expect(answer).toMatchObject({ unit: '20-ports.network', of: 'networks' });
  expect(answer.picture.nodes.map(({ name, state, path }) => `${state} ${name} ${path}`)).toEqual([
    'root 20-ports.network /w/20-ports.network',
    'loaded 10-br0.netdev /w/10-br0.netdev',
    'loaded 30-br0.network /w/30-br0.network',
  ]);
});
