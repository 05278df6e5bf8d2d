import { expect, test } from 'vitest';
import { indexReport } from '../../server/src/lsp/index-report.ts';
import { startClient } from './client.ts';

test('each folder is named with how many unit files it holds, one within another for itself', () => {
  const folders = ['/w', '/etc/systemd/system', '/w/inner', '/run/systemd/system'];
  const paths = [
    '/w/a.service',
    '/w/inner/b.service',
    '/w/inner/c.timer',
    '/etc/systemd/system/a.service.d/x.conf',
    '/y',
  ];
  expect(indexReport(folders, paths).split('\n')).toEqual([
    'index: 5 unit files',
    '  /w: 1',
    '  /etc/systemd/system: 1',
    '  /w/inner: 2',
    '  /run/systemd/system: 0',
  ]);
});

test('the log of the server tells which folders were read', async () => {
  const files = (...paths: string[]) => paths.map((path) => ({ path }));
  const client = await startClient({
    folders: ['file:///w'],
    runtime: {
      workspaceFiles: async () => files('/w/a.service', '/w/a.timer'),
      machinePaths: async () => ({ system: ['/etc/systemd/system'], user: ['/etc/systemd/user'] }),
      unitFiles: async () => files('/etc/systemd/system/b.service'),
    },
  });
  await client.indexed;
  expect(client.logged.find((message) => message.startsWith('index: '))).toBe(
    'index: 3 unit files\n  /w: 2\n  /etc/systemd/system: 1\n  /etc/systemd/user: 0',
  );
  await client.close();
});
