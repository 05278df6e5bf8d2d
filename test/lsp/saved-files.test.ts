import { afterEach, expect, test } from 'vitest';
import { startClient, type TestClient } from './client.ts';

let client: TestClient;

afterEach(() => client.close());

const uri = 'file:///w/a.service';
const text = '[Service]\nExecStart=/bin/true\n';

/** What is read of a file that Notepad saved: its bytes as if they were UTF-8. */
const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le').toString('utf8');

test('a text that the editor decoded is told to be in an encoding systemd does not read, until it is saved in UTF-8', async () => {
  let onDisk = utf16;
  client = await startClient({ runtime: { readText: async (path) => (path === '/w/a.service' ? onDisk : undefined) } });
  const { diagnostics } = await client.open(uri, text);
  expect(diagnostics.map(({ severity, code, message }) => [severity, code, String(message).slice(0, 32)])).toEqual([
    [1, 'invalid-utf8', 'This file is saved as UTF-16, wh'],
  ]);
  onDisk = text;
  const next = client.nextDiagnostics(uri);
  await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  expect(await next).toEqual([]);
});

test('a text that is not a file says nothing of the file of its path', async () => {
  client = await startClient({ runtime: { readText: async () => utf16 } });
  expect((await client.open('git:///w/a.service', text)).diagnostics).toEqual([]);
});

test('a key in a .netdev file is spoken of as long as every user may read the file', async () => {
  const path = '/w/wg0.netdev';
  let isPrivate = false;
  const files = { look: async () => ({ type: 'file', executable: false, isPrivate }) as const, list: async () => [] };
  client = await startClient({ runtime: { readText: async () => undefined, files } });
  const key = 'EEGlnEPYJV//kbvvIqxKkQwOiS+UENyPncC4bF46ong=';
  const { diagnostics } = await client.open(
    `file://${path}`,
    `[NetDev]\nName=wg0\nKind=wireguard\n[WireGuard]\nPrivateKey=${key}\n`,
  );
  expect(diagnostics.map(({ code }) => code)).toEqual(['netdev-key-readable']);
  isPrivate = true;
  const next = client.nextDiagnostics(`file://${path}`);
  await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: `file://${path}` } });
  expect(await next).toEqual([]);
});
