import { afterEach, describe, expect, test } from 'vitest';
import type { Diagnostic, Location, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { startClient, type TestClient, usualCapabilities } from './client.ts';

const BAD = '[Service]\nExecStart=/bin/true\nRestrt=no\nRestartMode=direct\n';

/** Two projects that know nothing of each other; both have a backup.service. */
const FILES: Record<string, string> = {
  '/one/.systemd-units.json': '{"rules":{"directive-unknown":"hint"}}',
  '/one/backup.service': '[Service]\nExecStart=/bin/true\n',
  '/one/backup.timer': '[Timer]\nOnCalendar=daily\nUnit=backup.service\n',
  '/two/.systemd-units.json': '{"systemdVersion":252,"rules":{"directive-unknown":"error"}}',
  '/two/backup.service': '[Service]\nExecStart=/bin/true\n',
  '/two/backup.service.d/10.conf': '[Service]\nNice=1\n',
  '/two/other.timer': '[Timer]\nOnCalendar=daily\nUnit=backup.service\n',
};

let client: TestClient;
afterEach(() => client.close());

const workspaceFiles = async ({ path: folder }: { path: string }) =>
  Object.keys(FILES)
    .filter((path) => path.startsWith(`${folder}/`))
    .map((path) => ({ path }));

async function start(folders: readonly string[]): Promise<void> {
  const workspace = { ...usualCapabilities.workspace, workspaceFolders: true };
  client = await startClient({
    folders: folders.map((folder) => `file://${folder}`),
    capabilities: { ...usualCapabilities, workspace },
    runtime: { workspaceFiles, readText: async (path) => FILES[path] },
  });
  await client.indexed;
}

const seen = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code, severity }) => [code, severity]);
const ask = <R>(method: string, params: object): Promise<R> => client.connection.sendRequest<R>(method, params);
const names = async (): Promise<string[]> => {
  const symbols = await ask<{ location: Location }[]>('workspace/symbol', { query: 'backup' });
  return symbols.map(({ location }) => location.uri.slice('file://'.length)).sort();
};

test('each folder has its own settings and its own version, and files outside have neither', async () => {
  await start(['/one', '/two']);
  expect(seen((await client.open('file:///one/a.service', BAD)).diagnostics)).toEqual([['directive-unknown', 4]]);
  expect(seen((await client.open('file:///two/a.service', BAD)).diagnostics)).toEqual([
    ['directive-unknown', 1],
    ['directive-too-new', 2],
  ]);
  expect(seen((await client.open('file:///elsewhere/a.service', BAD)).diagnostics)).toEqual([['directive-unknown', 2]]);
});

test('settings of an editor are asked for folder by folder', async () => {
  const workspace = { ...usualCapabilities.workspace, configuration: true };
  const asked: (string | undefined)[] = [];
  client = await startClient({
    folders: ['file:///p', 'file:///q'],
    capabilities: { ...usualCapabilities, workspace },
    onRequest: {
      'workspace/configuration': ({ items }: { items: { scopeUri?: string }[] }) =>
        items.map(({ scopeUri }) => {
          asked.push(scopeUri);
          return { rules: scopeUri === 'file:///q' ? { 'directive-unknown': 'off' } : {} };
        }),
    },
  });
  expect(asked).toEqual([undefined, 'file:///p', 'file:///q']);
  expect(seen((await client.open('file:///p/a.service', BAD)).diagnostics)).toEqual([['directive-unknown', 2]]);
  expect(seen((await client.open('file:///q/a.service', BAD)).diagnostics)).toEqual([]);
});

test('drop-ins of one folder change nothing in the other', async () => {
  await start(['/one', '/two']);
  const one = await client.open('file:///one/backup.service', '[Serv|ice]\nExecStart=/bin/true\n');
  expect(await ask<Location[]>('textDocument/implementation', one.at)).toEqual([]);
  const two = await client.open('file:///two/backup.service', '[Serv|ice]\nExecStart=/bin/true\n');
  const drops = await ask<Location[]>('textDocument/implementation', two.at);
  expect(drops.map(({ uri }) => uri)).toEqual(['file:///two/backup.service.d/10.conf']);
});

test('a rename stays in the folder where there are units of the same name', async () => {
  await start(['/one', '/two']);
  const { at } = await client.open('file:///one/backup.service', '[Serv|ice]\nExecStart=/bin/true\n');
  const edit = await ask<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'save' });
  const touched = (edit.documentChanges ?? []).map((change) =>
    'kind' in change ? change.kind : change.textDocument.uri,
  );
  expect(touched).toEqual(['file:///one/backup.timer', 'rename', 'rename']);
});

describe('a folder', () => {
  const change = async (event: { added?: string[]; removed?: string[] }): Promise<void> => {
    const folder = (path: string) => ({ uri: `file://${path}`, name: path });
    const { added = [], removed = [] } = event;
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: added.map(folder), removed: removed.map(folder) },
    });
  };

  test('opened later brings its units and settings, and takes them along when it is closed', async () => {
    await start(['/one']);
    const uri = 'file:///two/a.service';
    const before = await client.open(uri, BAD);
    // A window with one folder has one set of settings.
    expect(seen(before.diagnostics)).toEqual([['directive-unknown', 4]]);
    const added = client.nextDiagnostics(uri);
    await change({ added: ['/two'] });
    expect(seen(await added)).toEqual([
      ['directive-unknown', 1],
      ['directive-too-new', 2],
    ]);
    expect(await names()).toEqual(['/one/backup.service', '/one/backup.timer', '/two/backup.service']);
    const other = 'file:///one/a.service';
    expect(seen((await client.open(other, BAD)).diagnostics)).toEqual([['directive-unknown', 4]]);
    const removed = client.nextDiagnostics(other);
    await change({ removed: ['/one'] });
    // Now the other is the window's one folder.
    expect(seen(await removed)).toEqual([
      ['directive-unknown', 1],
      ['directive-too-new', 2],
    ]);
    expect(await names()).toEqual(['/two/backup.service']);
  });
});
