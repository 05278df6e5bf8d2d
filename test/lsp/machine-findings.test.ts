import { afterEach, expect, test } from 'vitest';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { startClient, type TestClient } from './client.ts';

let client: TestClient;

afterEach(() => client.close());

const program = { type: 'file', executable: true } as const;
const files = {
  look: async (path: string) =>
    path === '/bin/true' ? program : path === '/etc/hosts' ? { ...program, executable: false } : undefined,
  list: async () => [],
};

/** What is said of the machine in the lines of a [Service] section. */
async function said(lines: string, hasSystemd = true): Promise<string[]> {
  client = await startClient({
    runtime: { files, machineVersion: async () => (hasSystemd ? NEWEST_VERSION : undefined) },
  });
  const { diagnostics } = await client.open('file:///w/a.service', `[Service]\nExecStart=/bin/true\n${lines}`);
  return diagnostics.filter(({ severity }) => severity === 3).map(({ code, range }) => `${range.start.line}: ${code}`);
}

test('programs that are not there, or cannot be run', async () => {
  expect(await said('ExecStop=/bin/gone now\nExecReload=@/etc/hosts x\nExecStopPost=/bin/true\n')).toEqual([
    '2: program-missing',
    '3: program-missing',
  ]);
});

test('a command that may fail, or runs in an image, needs none', async () => {
  expect(await said('ExecStop=-/bin/gone\nExecStop=@-/bin/gone x\n')).toEqual([]);
});

test('a root of its own is not this machine', async () => {
  expect(await said('RootDirectory=/srv/image\nExecStop=/bin/gone\n')).toEqual([]);
});

test('plain names are looked for where systemd searches', async () => {
  expect(await said('ExecStop=true\nExecReload=gone\n')).toEqual(['3: program-missing']);
  expect(await said('ExecSearchPath=/opt/bin\nExecReload=gone\n')).toEqual([]);
});

test('a line that an empty one takes back runs nothing', async () => {
  expect(await said('ExecStop=/bin/gone\nExecStop=\n')).toEqual([]);
});

test('accounts that nobody knows', async () => {
  expect(await said('User=nemo\nGroup=adm\n')).toEqual(['2: account-unknown']);
});

test('a user made for the occasion need not be there', async () => {
  expect(await said('DynamicUser=yes\nUser=nemo\n')).toEqual([]);
});

test('a machine without systemd is not asked', async () => {
  expect(await said('User=nemo\nExecStop=/bin/gone\n', false)).toEqual([]);
});

test('a program of that name where systemd searches is the remedy for a relative path, and for one that is missing', async () => {
  client = await startClient({ runtime: { files } });
  const uri = 'file:///w/a.service';
  await client.open(uri, '[Service]\nExecStart=./true\nExecStop=/opt/true\n');
  const lines = [1, 2].map((line) => ({ start: { line, character: 12 }, end: { line, character: 12 } }));
  const titles = await Promise.all(
    lines.map(async (range) => {
      const asked = { textDocument: { uri }, range, context: { diagnostics: [], only: ['quickfix'] } };
      const actions = await client.connection.sendRequest<{ title: string }[]>('textDocument/codeAction', asked);
      return actions.map(({ title }) => title);
    }),
  );
  expect(titles).toEqual([['Change to /bin/true'], ['Change to /bin/true']]);
});
