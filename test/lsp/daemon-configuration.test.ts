import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FolderEntry } from '../../server/src/features/environment.ts';
import { startClient, type TestClient } from './client.ts';

const FILES: Readonly<Record<string, string>> = {
  '/w/etc/systemd/journald.conf': '[Journal]\nStorage=auto\nSystemMaxUse=1G\n',
  '/w/etc/systemd/journald.conf.d/50-storage.conf': '[Journal]\nStorage=none\n',
  '/w/usr/lib/systemd/journald.conf.d/90-wall.conf': '[Journal]\nForwardToWall=no\n',
};

/** What lies in a folder, as a machine lists it. */
function list(folder: string, beginning: string): FolderEntry[] {
  const below = Object.keys(FILES).filter((path) => path.startsWith(`${folder}/`));
  return [...new Set(below.map((path) => path.slice(folder.length + 1)))]
    .filter((name) => !name.includes('/') && name.startsWith(beginning))
    .map((name) => ({ name, type: 'file', executable: false }));
}

let client: TestClient;

beforeEach(async () => {
  client = await startClient({
    folders: ['file:///w'],
    runtime: {
      readText: async (path) => FILES[path],
      files: { look: async () => undefined, list: async (folder, beginning) => list(folder, beginning) },
    },
  });
  await client.indexed;
});
afterEach(() => client.close());

const uri = 'file:///w/etc/systemd/journald.conf.d/50-storage.conf';

test('from a drop-in to the main file and the other drop-ins', async () => {
  await client.open(uri, FILES['/w/etc/systemd/journald.conf.d/50-storage.conf']!);
  expect(await client.connection.sendRequest('systemdUnits/related', { textDocument: { uri } })).toEqual([
    { name: 'journald.conf', relation: 'main file', uri: 'file:///w/etc/systemd/journald.conf' },
    { name: '90-wall.conf', relation: 'drop-in', uri: 'file:///w/usr/lib/systemd/journald.conf.d/90-wall.conf' },
  ]);
});

test('the effective configuration, with the open drop-in as the editor shows it', async () => {
  await client.open(uri, '[Journal]\nStorage=volatile\n');
  const { text, origins } = await client.connection.sendRequest<{ text: string; origins: { uri: string }[] }>(
    'systemdUnits/effective',
    { textDocument: { uri } },
  );
  expect(text).toBe(`# journald.conf as its daemon reads it: its file and 2 drop-ins

[Journal]
# /w/etc/systemd/journald.conf
SystemMaxUse=1G
# /w/etc/systemd/journald.conf.d/50-storage.conf
Storage=volatile
# /w/usr/lib/systemd/journald.conf.d/90-wall.conf
ForwardToWall=no
`);
  expect(origins.map((origin) => origin.uri)).toContain(uri);
});
