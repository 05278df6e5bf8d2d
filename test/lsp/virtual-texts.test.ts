import { afterEach, describe, expect, test } from 'vitest';
import type { Location } from 'vscode-languageserver-protocol';
import type { Runtime } from '../../server/src/lsp/runtime.ts';
import { createUris } from '../../server/src/lsp/uris.ts';
import { startClient, type TestClient } from './client.ts';

const FOLDER = '/w/units';
const uri = (name: string, scheme = 'file://'): string => `${scheme}${FOLDER}/${name}`;

let client: TestClient;
afterEach(() => client.close());

/** The server over files that exist only here. */
async function start(files: Readonly<Record<string, string>>, beforePreparing = Promise.resolve()): Promise<void> {
  const paths = Object.keys(files).map((name) => `${FOLDER}/${name}`);
  const runtime: Partial<Runtime> = {
    workspaceFiles: async () => paths.map((path) => ({ path })),
    async filesBeside(fragment, owners) {
      if (owners.length > 0) await beforePreparing;
      return paths
        .filter((path) => path === fragment || owners.some((owner) => path.startsWith(`${FOLDER}/${owner}.d/`)))
        .map((path) => ({ path }));
    },
    readText: async (path) => files[path.slice(FOLDER.length + 1)],
  };
  client = await startClient({ folders: [`file://${FOLDER}`], runtime });
  await client.indexed;
}

const didOpen = (at: string, text: string): Promise<void> =>
  client.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: at, languageId: 'systemd', version: 1, text },
  });
const didClose = (at: string): Promise<void> =>
  client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: at } });

async function referencesTo(at: string): Promise<string[]> {
  const found = await client.connection.sendRequest<Location[]>('textDocument/references', {
    textDocument: { uri: at },
    position: { line: 0, character: 1 },
    context: { includeDeclaration: false },
  });
  return found.map((location) => location.uri).sort();
}

const names = async (): Promise<string[]> => {
  const found = await client.connection.sendRequest<{ name: string }[]>('workspace/symbol', { query: '' });
  return found.map(({ name }) => name).sort();
};

const A = '[Unit]\nDescription=a\n[Service]\nExecStart=/bin/true\n';
const B = '[Unit]\nAfter=a.service\n[Service]\nExecStart=/bin/true\n';

describe('a text that is not the file of its path', () => {
  test.each(['git:', 'vscode-scm:', 'untitled:'])('%s says nothing of the file', async (scheme) => {
    await start({ 'a.service': A, 'b.service': B });
    await client.open(uri('a.service'), A);
    await client.open(uri('b.service', scheme), '[Service]\nExecStart=/bin/true\n');
    expect(await referencesTo(uri('a.service'))).toEqual([uri('b.service')]);
    await didClose(uri('b.service', scheme));
    expect(await referencesTo(uri('a.service'))).toEqual([uri('b.service')]);
  });

  test('is judged all the same, with the drop-ins of its path', async () => {
    await start({ 'a.service': A, 'a.service.d/10.conf': '[Service]\nType=oneshot\n' });
    const { diagnostics } = await client.open(uri('a.service', 'git:'), `${A}Restart=always\nRestrt=no\n`);
    const codes = diagnostics.map(({ code }) => code);
    expect(codes).toContain('directive-unknown');
    expect(codes).toContain('service-oneshot');
  });

  test('of a folder of its scheme is the file', async () => {
    client = await startClient({ folders: ['vscode-vfs://github/w'] });
    await client.open('vscode-vfs://github/w/a.service', A);
    await client.open('vscode-vfs://github/w/b.service', B);
    expect(await referencesTo('vscode-vfs://github/w/a.service')).toHaveLength(1);
  });
});

test('a text that stands beside a new file is judged with its drop-ins as long as that is open', async () => {
  await start({ 'a.service.d/10.conf': '[Service]\nType=oneshot\n' });
  const at = uri('a.service', 'git:');
  const codesIn = async (diagnostics: Promise<readonly { code?: unknown }[]>) =>
    (await diagnostics).map(({ code }) => code);
  const alone = client.open(at, `${A}Restart=always\n`);
  expect(await codesIn(alone.then(({ diagnostics }) => diagnostics))).toEqual([]);
  const opened = client.nextDiagnostics(at);
  await didOpen(uri('a.service'), A);
  expect(await codesIn(opened)).toEqual(['service-oneshot']);
  const closed = client.nextDiagnostics(at);
  await didClose(uri('a.service'));
  expect(await codesIn(closed)).toEqual([]);
});

test('a text that never was on the disk is gone when it is closed, however soon', async () => {
  let prepare: () => void = () => undefined;
  const wait = new Promise<void>((resolve) => {
    prepare = resolve;
  });
  await start({ 'a.service': A }, wait);
  for (const name of ['ghost.service', 'a.service.d/ghost.conf']) {
    await didOpen(uri(name), '[Service]\nRestrt=no\n');
    await didClose(uri(name));
  }
  // Answered only after both notifications were dealt with.
  await names();
  prepare();
  await client.open(uri('a.service'), A);
  const implementations = await client.connection.sendRequest('textDocument/implementation', {
    textDocument: { uri: uri('a.service') },
    position: { line: 0, character: 1 },
  });
  expect([await names(), implementations]).toEqual([['a.service'], []]);
});

test('opened again at once it stays', async () => {
  await start({});
  await didOpen(uri('a.service'), A);
  await didClose(uri('a.service'));
  await client.open(uri('a.service'), A);
  expect(await names()).toEqual(['a.service']);
});

test('a drop-in for a kind that was open before the units were found is judged with them', async () => {
  const dropIn = '[Service]\nType=oneshot\nRestart=always\n';
  const files = { 'a.service': A, 'service.d/10.conf': dropIn };
  let found: () => void = () => undefined;
  const walked = new Promise<void>((resolve) => {
    found = resolve;
  });
  const paths = Object.keys(files).map((name) => `${FOLDER}/${name}`);
  client = await startClient({
    folders: [`file://${FOLDER}`],
    runtime: {
      workspaceFiles: async () => {
        await walked;
        return paths.map((path) => ({ path }));
      },
      readText: async (path) => files[path.slice(FOLDER.length + 1) as keyof typeof files],
    },
  });
  const at = uri('service.d/10.conf');
  const alone = await client.open(at, dropIn);
  const together = client.nextDiagnostics(at);
  found();
  expect(alone.diagnostics.map(({ code }) => code)).not.toContain('service-oneshot');
  expect((await together).map(({ code }) => code)).toContain('service-oneshot');
});

test('emptying a unit puts another in its place among those a drop-in is judged with', async () => {
  const oneshot = '[Service]\nType=oneshot\nExecStart=/bin/true\n';
  const units = Object.fromEntries([1, 2, 3, 4, 5, 6].map((i) => [`unit-${i}.service`, i === 6 ? A : oneshot]));
  const dropIn = '[Service]\nRestart=always\n';
  await start({ ...units, 'service.d/10.conf': dropIn });
  const { diagnostics } = await client.open(uri('service.d/10.conf'), dropIn);
  expect(diagnostics.map(({ code }) => code)).toContain('service-oneshot');
  const again = client.nextDiagnostics(uri('service.d/10.conf'));
  await didOpen(uri('unit-1.service'), '');
  // The sixth is not a oneshot service: what is wrong with some of them is not wrong with the drop-in.
  expect((await again).map(({ code }) => code)).not.toContain('service-oneshot');
});

test('odd spellings of a path are one file, and none of them ends the server', async () => {
  await start({ 'a.service': A });
  await didOpen('file:////w//../w/units/b.service', A);
  await client.open(uri('a.service'), A);
  expect(await names()).toEqual(['a.service', 'b.service']);
  const { toPath } = createUris();
  const spellings = ['file:///w/units/a', 'file:////w/units/a', 'file:///w/./units//b/../a', 'file:///w/units/a?x#y'];
  expect(new Set(spellings.map(toPath))).toEqual(new Set(['/w/units/a']));
  expect(toPath('file:////a//../b')).toBe('/b');
  expect(toPath('file:///../../a')).toBe('/a');
});

test('half a surrogate pair in a path has a link', async () => {
  await start({});
  const text = '[Service]\nEnvironmentFile=/etc/\ud83d/a\nExecStart=/bin/true\n';
  const { at } = await client.open(uri('a.service'), JSON.parse(JSON.stringify(text)));
  const links = await client.connection.sendRequest<unknown[]>('textDocument/documentLink', at);
  expect(links.length).toBeGreaterThan(0);
});

test('a file that was opened while its drop-in was being closed is judged with what the disk holds', async () => {
  const fragment = `${FOLDER}/a.service`;
  const dropIn = `${fragment}.d/10.conf`;
  let goOn: () => void = () => undefined;
  const closing = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  client = await startClient({
    folders: [`file://${FOLDER}`],
    runtime: {
      workspaceFiles: async () => [{ path: fragment }, { path: dropIn }],
      async filesBeside(path, owners) {
        if (owners.length === 0) await closing;
        return [{ path: fragment }, { path: dropIn }].filter((file) => owners.length > 0 || file.path === path);
      },
      readText: async (path) => (path === fragment ? A : '[Service]\nType=oneshot\n'),
    },
  });
  await client.indexed;
  await client.open(uri('a.service.d/10.conf'), '[Service]\nType=simple\n');
  await didClose(uri('a.service.d/10.conf'));
  const { diagnostics } = await client.open(uri('a.service'), `${A}Restart=always\n`);
  expect(diagnostics).toEqual([]);
  const next = client.nextDiagnostics(uri('a.service'));
  goOn();
  expect((await next).map(({ code }) => code)).toEqual(['service-oneshot']);
});
