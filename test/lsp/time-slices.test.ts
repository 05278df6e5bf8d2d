import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LSPErrorCodes, type SymbolInformation } from 'vscode-languageserver-protocol';
import { CancellationToken, CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { createDocument } from '../../server/src/features/document.ts';
import { unitSymbols } from '../../server/src/features/navigation/workspace-symbols.ts';
import { documentLinks } from '../../server/src/features/references.ts';
import { semanticTokens } from '../../server/src/features/semantic-tokens.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { atOnce } from '../../server/src/text/time-slices.ts';
import { createUnitIndex } from '../../server/src/units/unit-index.ts';
import { startClient, type TestClient } from './client.ts';

const paths = Array.from({ length: 6000 }, (_, i) => `/w/unit-${i}.service`);

let client: TestClient;

beforeEach(async () => {
  client = await startClient({
    folders: ['file:///w'],
    runtime: {
      workspaceFiles: async () => paths.map((path) => ({ path })),
      readText: async () => '[Unit]\nAfter=x.service\n',
    },
  });
  await client.indexed;
});
afterEach(() => client.close());

const search = (token = CancellationToken.None): Promise<SymbolInformation[]> =>
  client.connection.sendRequest('workspace/symbol', { query: 'unit' }, token);

test('a search of all units lets what is asked later go first', async () => {
  const { at } = await client.open('file:///w/x.service', '[Unit]\nDescri|ption=x\n');
  const answered: string[] = [];
  const asked = search().then((found) => {
    answered.push('search');
    return found;
  });
  const hover = client.connection.sendRequest('textDocument/hover', at).then(() => answered.push('hover'));
  const [found] = await Promise.all([asked, hover]);
  expect(found).toHaveLength(300);
  expect(answered).toEqual(['hover', 'search']);
});

test('a search of all units ends when it is cancelled', async () => {
  const { at } = await client.open('file:///w/x.service', '[Unit]\nDescri|ption=x\n');
  const source = new CancellationTokenSource();
  const asked = search(source.token).catch(({ code }: { code: number }) => code);
  await client.connection.sendRequest('textDocument/hover', at);
  source.cancel();
  expect(await asked).toBe(LSPErrorCodes.RequestCancelled);
});

test('no turn of it looks at more than a part of the units', () => {
  const index = createUnitIndex();
  const turns = unitSymbols(index, '');
  expect(turns.next().done).toBe(true);
  for (const path of paths) index.add(path, 'workspace');
  expect([...unitSymbols(index, '')]).toHaveLength(Math.floor(paths.length / 64));
});

const withPaths = (count: number) => {
  const text = `[Unit]\nRequiresMountsFor=${'/a '.repeat(count)}\n`;
  return createDocument(text, { path: '/w/x.service', version: NEWEST_VERSION });
};

test('links of a long value are found in turns', () => {
  expect([...documentLinks(withPaths(6400))]).toHaveLength(100);
});

test('of a value longer than any line an editor shows in colours the rest is not marked', () => {
  const marked = 20_000 / '/a '.length;
  expect(atOnce(documentLinks(withPaths(33_000)))).toHaveLength(Math.ceil(marked));
  expect(semanticTokens(withPaths(33_000)).filter(({ type }) => type === 'path')).toHaveLength(Math.ceil(marked));
});

describe('what looks at every unit that names another lets what is asked later go first, and ends when it is cancelled', () => {
  const text = '[Unit]\nDescri|ption=x\n';
  const uri = 'file:///w/x.service';
  const textDocument = { uri };
  const renamed = paths
    .slice(0, 300)
    .map((path) => ({ oldUri: `file://${path}`, newUri: `file://${path.replace('unit', 'x')}` }));
  const requests: Readonly<Record<string, object>> = {
    'textDocument/references': {
      textDocument,
      position: { line: 0, character: 1 },
      context: { includeDeclaration: true },
    },
    'systemdUnits/graph': { textDocument, depth: 2, kinds: ['ordering'] },
    'workspace/willRenameFiles': { files: renamed },
    'textDocument/rename': { textDocument, position: { line: 0, character: 1 }, newName: 'y.service' },
  };

  test.each(Object.entries(requests))('%s', async (method, params) => {
    const { at } = await client.open(uri, text);
    const answered: string[] = [];
    const note = (what: string) => () => void answered.push(what);
    const asked = client.connection.sendRequest(method, params).then(note(method));
    const hover = client.connection.sendRequest('textDocument/hover', at).then(note('hover'));
    await Promise.all([asked, hover]);
    expect(answered).toEqual(['hover', method]);
    const source = new CancellationTokenSource();
    const cancelled = client.connection
      .sendRequest(method, params, source.token)
      .catch(({ code }: { code: number }) => code);
    await client.connection.sendRequest('textDocument/hover', at);
    source.cancel();
    expect(await cancelled).toBe(LSPErrorCodes.RequestCancelled);
  });
});
