import { describe, expect, test } from 'vitest';
import { run } from '../cli/host.ts';
import { startClient } from './client.ts';

const UNIT = '[Service]\nExecStart=/bin/true\nRestrt=no\n';

test('a .systemd-units.json of the opened folder counts before the settings of the user', async () => {
  let config = '{"rules":{"directive-unknown":"hint"}}';
  const client = await startClient({
    folders: ['file:///project'],
    initializationOptions: { settings: { rules: { 'directive-unknown': 'off' } } },
    runtime: { readText: async (path) => (path === '/project/.systemd-units.json' ? config : undefined) },
  });
  const uri = 'file:///project/a.service';
  const { diagnostics } = await client.open(uri, UNIT);
  expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['directive-unknown', 4]]);
  config = '{"rules":{"directive-unknown":"error"}}';
  const next = client.nextDiagnostics(uri);
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: 'file:///project/.systemd-units.json', type: 2 }],
  });
  expect((await next).map(({ severity }) => severity)).toEqual([1]);
  await client.close();
});

test('a text that was never saved is in no folder, and is judged as the user has set it', async () => {
  const client = await startClient({ folders: ['file:///project'] });
  const { diagnostics } = await client.open('untitled:Untitled-1', UNIT);
  expect(diagnostics.map(({ code }) => code)).toEqual(['directive-unknown']);
  await client.close();
});

test('a file that is not JSON says nothing', async () => {
  const client = await startClient({
    folders: ['file:///project'],
    runtime: { readText: async (path) => (path.endsWith('.json') ? '{' : undefined) },
  });
  const { diagnostics } = await client.open('file:///project/a.service', UNIT);
  expect(diagnostics.map(({ severity }) => severity)).toEqual([2]);
  await client.close();
});

describe('the editor and check read settings alike', () => {
  const OFF = '{"rules":{"directive-unknown":"off"}}';
  const project = {
    '/above/.systemd-units.json': '{"rules":{"directive-unknown":"hint"}}',
    '/above/project/sub/.systemd-units.json': '{"rules":{"directive-unknown":"error"},"ignore":["vendor"]}',
    '/above/project/theirs/.systemd-units.json': OFF,
    '/above/project/some/.systemd-units.json':
      '{"include":["*.service"],"overrides":[{"files":["legacy"],"rules":{"directive-unknown":"info"}}]}',
  };
  const names = {
    'a.service': 'hint',
    'sub/b.service': 'error',
    'sub/deep/c.service': 'error',
    'sub/vendor/d.service': undefined,
    'theirs/e.service': 'hint',
    'some/f.service': 'warning',
    'some/legacy/g.service': 'info',
    'some/h.timer': undefined,
  };
  const isTrusted = (path: string): boolean => !path.includes('/theirs/');
  const text = (name: string): string => (name.endsWith('.timer') ? '[Timer]\nOnCalendar=daily\nRestrt=no\n' : UNIT);

  test('in the editor', async () => {
    const files: Record<string, string> = project;
    const client = await startClient({
      folders: ['file:///above/project'],
      runtime: { readText: async (path) => files[path], isTrusted: async (path) => isTrusted(path) },
    });
    const found: Record<string, string | undefined> = {};
    for (const name of Object.keys(names)) {
      const { diagnostics } = await client.open(`file:///above/project/${name}`, text(name));
      const unknown = diagnostics.find(({ code }) => code === 'directive-unknown');
      found[name] = unknown && ['error', 'warning', 'info', 'hint'][unknown.severity! - 1];
    }
    expect(found).toEqual(names);
    const edits = (name: string) =>
      client.connection.sendRequest('textDocument/formatting', {
        textDocument: { uri: `file:///above/project/${name}` },
        options: { tabSize: 2, insertSpaces: true },
      });
    const loose = { 'sub/vendor/x.service': 0, 'sub/y.service': 2 };
    for (const [name, count] of Object.entries(loose)) {
      await client.open(`file:///above/project/${name}`, '[Service]\nExecStart = /bin/true\n');
      expect([name, ((await edits(name)) as unknown[]).length]).toEqual([name, count]);
    }
    await client.close();
  });

  test('on the command line', async () => {
    const cwd = '/above/project';
    const files = {
      ...project,
      ...Object.fromEntries(Object.keys(names).map((name) => [`${cwd}/${name}`, text(name)])),
    };
    const args = Object.keys(names).map((name) => `${cwd}/${name}`);
    const { stdout } = await run(['check', '--format', 'json', ...args], files, '', { cwd, isTrusted });
    const found = (JSON.parse(stdout) as { path: string; code: string; severity: string }[])
      .filter(({ code }) => code === 'directive-unknown')
      .map(({ path, severity }) => [path.slice(cwd.length + 1), severity]);
    expect({
      ...Object.fromEntries(Object.keys(names).map((name) => [name, undefined])),
      ...Object.fromEntries(found),
    }).toEqual(names);
  });

  test('where owners cannot be told, what is above the opened folder counts for nothing', async () => {
    const files: Record<string, string> = { '/above/.systemd-units.json': OFF };
    const client = await startClient({
      folders: ['file:///above/project'],
      runtime: { readText: async (path) => files[path] },
    });
    expect((await client.open('file:///above/project/a.service', UNIT)).diagnostics).toHaveLength(1);
    await client.close();
  });

  test('a change is heard of in a folder below', async () => {
    const files: Record<string, string> = {};
    const client = await startClient({
      folders: ['file:///project'],
      runtime: { readText: async (path) => files[path] },
    });
    const uri = 'file:///project/sub/a.service';
    expect((await client.open(uri, UNIT)).diagnostics).toHaveLength(1);
    files['/project/sub/.systemd-units.json'] = '{"rules":{"directive-unknown":"error"}}';
    const next = client.nextDiagnostics(uri);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///project/sub/.systemd-units.json', type: 1 }],
    });
    expect((await next).map(({ severity }) => severity)).toEqual([1]);
    await client.close();
  });
});
