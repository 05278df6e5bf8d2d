import { expect, test } from 'vitest';
import type { Runtime } from '../../server/src/lsp/runtime.ts';
import { createToldFiles } from '../../server/src/lsp/told-files.ts';
import { createUnitFileStore } from '../../server/src/lsp/unit-file-store.ts';
import type { FoundFile } from '../../server/src/units/indexed-file.ts';
import { createUnitIndex } from '../../server/src/units/unit-index.ts';
import { startClient } from './client.ts';

const folder = '/w/units';
const path = `${folder}/a.service`;

test('only what was told since then counts, the last of it, and of a folder above that it is gone', () => {
  const told = createToldFiles();
  told.tell(path, false);
  const then = told.now();
  expect(told.since(path, then)).toBeUndefined();
  told.tell(folder, true);
  expect(told.since(path, then)).toBeUndefined();
  told.tell('/w', false);
  expect(told.since(path, then)).toBe(false);
  told.tell(path, true);
  expect(told.since(path, then)).toBe(true);
  told.tell(`${folder}/b.service`, false);
  expect(told.since(path, then)).toBe(true);
});

/** A store that is listing a folder: `list` is what it finds in the end. */
function whileListing(isKnown: boolean) {
  let list: (files: readonly FoundFile[]) => void = () => undefined;
  const listed = new Promise<readonly FoundFile[]>((resolve) => {
    list = resolve;
  });
  const runtime: Pick<Runtime, 'readText' | 'filesBeside'> = {
    readText: async () => '[Unit]\nDescription=x\n',
    filesBeside: () => listed,
  };
  const index = createUnitIndex();
  if (isKnown) index.add(path, 'workspace');
  const store = createUnitFileStore(runtime as Runtime, index);
  return { index, told: store.told, list, store };
}

test('a file that is told to be gone while its folder is listed stays away', async () => {
  const { index, told, list, store } = whileListing(false);
  const loading = store.load(`${path}.d/10.conf`);
  told.tell(path, false);
  list([{ path }, { path: `${folder}/service.d/10.conf` }]);
  await loading;
  expect([...index.files()].map((file) => file.path)).toEqual([`${folder}/service.d/10.conf`]);
});

test.each([
  { what: 'made', before: [], isThere: true },
  { what: 'removed', before: [{ path }], isThere: false },
])('a file that is $what while its editor is closed is known as it was told', async ({ before, isThere }) => {
  const { index, told, list, store } = whileListing(true);
  const closing = store.closed(path);
  told.tell(path, isThere);
  if (!isThere) index.remove(path);
  list(before);
  await closing;
  expect(index.file(path) !== undefined).toBe(isThere);
});

test('a file that goes or changes while the server reads the workspace is known as it is', async () => {
  const other = `${folder}/b.service`;
  let text = '[Unit]\nAfter=old.service\n';
  const change = { list: () => {}, read: () => {} };
  const listed = new Promise<void>((resolve) => {
    change.list = resolve;
  });
  const read = new Promise<void>((resolve) => {
    change.read = resolve;
  });
  let isReading: () => void = () => undefined;
  const reads = new Promise<void>((resolve) => {
    isReading = resolve;
  });
  let readings = 0;
  const runtime = {
    async workspaceFiles() {
      await listed;
      return [{ path }, { path: other }];
    },
    async readText(asked: string) {
      if (asked !== other) return undefined;
      const found = text;
      readings += 1;
      if (readings > 1) return found;
      isReading();
      await read;
      return found;
    },
  };
  const client = await startClient({ folders: [`file://${folder}`], runtime });
  const { connection } = client;
  const tell = (name: string, type: number) =>
    connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: `file://${name}`, type }] });
  // An answer says that the server has heard what was told before.
  const heard = () => connection.sendRequest('workspace/symbol', { query: '' });
  await tell(path, 3);
  await heard();
  change.list();
  await reads;
  text = '[Unit]\nAfter=new.service\n';
  await tell(other, 2);
  await heard();
  change.read();
  await client.indexed;
  const symbols = (await heard()) as { name: string }[];
  expect(symbols.map(({ name }) => name)).toEqual(['b.service']);
  const textDocument = { uri: `file://${folder}/new.service` };
  await client.open(textDocument.uri, '[Unit]\nDescription=x\n');
  const places = await connection.sendRequest('textDocument/references', {
    textDocument,
    position: { line: 0, character: 1 },
    context: { includeDeclaration: false },
  });
  expect(places).toHaveLength(1);
  await client.close();
});
