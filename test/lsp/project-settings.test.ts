import { expect, test } from 'vitest';
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

test('a file that is not JSON says nothing', async () => {
  const client = await startClient({
    folders: ['file:///project'],
    runtime: { readText: async (path) => (path.endsWith('.json') ? '{' : undefined) },
  });
  const { diagnostics } = await client.open('file:///project/a.service', UNIT);
  expect(diagnostics.map(({ severity }) => severity)).toEqual([2]);
  await client.close();
});
