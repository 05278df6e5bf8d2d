import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource, type WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol';
import { nodeRuntime } from '../../server/src/node/runtime.ts';
import { startClient, type TestClient, usualCapabilities } from './client.ts';

let root = '';
let client: TestClient;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'systemd-units-whole-'));
});
afterEach(async () => {
  await client.close();
  rmSync(root, { recursive: true, force: true });
});

const uri = (name: string): string => `file://${root}/${name}`;
function write(name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}

async function start(initializationOptions?: object): Promise<void> {
  const { workspaceFiles, filesToCheck, filesBeside, readText } = nodeRuntime('0.0.0');
  client = await startClient({
    folders: [`file://${root}`],
    runtime: { workspaceFiles, filesBeside, readText, ...(filesToCheck && { filesToCheck }) },
    capabilities: { ...usualCapabilities, textDocument: { diagnostic: {} } },
    initializationOptions,
  });
  await client.indexed;
}

type Items = WorkspaceDiagnosticReport['items'];

/** What is told, a line a file: its name below the folder and the codes found, or that they are as before. */
const told = (items: Items): string[] =>
  items.map((item) => {
    const name = item.uri.slice(uri('').length);
    return `${name}: ${item.kind === 'full' ? item.items.map(({ code }) => code).join(' ') : 'unchanged'}`;
  });

const ask = (previousResultIds: { uri: string; value: string }[] = [], more: object = {}) =>
  client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds, ...more });

const idsOf = (items: Items): { uri: string; value: string }[] =>
  items.map((item) => ({ uri: item.uri, value: item.resultId! }));

const BAD = '[Service]\nExecStart=/bin/true\nRestart=alwys\n';
const GOOD = '[Service]\nExecStart=/bin/true\n';

describe('a client that asks once', () => {
  test('hears of each file what the settings nearest above it say', async () => {
    for (const name of ['a.service', 'sub/b.service', 'sub/vendor/c.service']) write(name, BAD);
    write('sub/.systemd-units.json', '{"ignore":["vendor"],"rules":{"value-invalid":"hint"}}');
    await start();
    const { items } = await ask();
    const severities = items.map((item) => [
      item.uri.slice(uri('').length),
      item.kind === 'full' ? item.items.map(({ severity }) => severity) : [],
    ]);
    expect(severities).toEqual([
      ['a.service', [2]],
      ['sub/b.service', [4]],
      ['sub/vendor/c.service', []],
    ]);
  });

  test('is told of every file that a program reads, with its drop-ins', async () => {
    write('a.service', BAD);
    write('deep/down/b.timer', '[Timer]\nOnCalendar=dayly\n');
    write('c.service', '[Unit]\nDescription=only a drop-in has the command\n');
    write('c.service.d/10.conf', GOOD);
    write('etc/systemd/journald.conf.d/a.conf', '[Journal]\nStorage=disk\n');
    write('lan.link', '[Match]\nOriginalName=*\n[Link]\nMTUBytes=many\n');
    write('notes.txt', '[Service]\n');
    write('.git/a.service', BAD);
    symlinkSync('a.service', join(root, 'alias.service'));
    await start();
    const { items } = await ask();
    expect(told(items)).toEqual([
      'a.service: value-invalid',
      'c.service: ',
      'c.service.d/10.conf: ',
      'deep/down/b.timer: timer-trigger',
      'etc/systemd/journald.conf.d/a.conf: value-invalid',
      'lan.link: value-invalid',
    ]);
    expect(told((await ask(idsOf(items))).items).every((line) => line.endsWith(': unchanged'))).toBe(true);
  });

  test('is told of what is gone, and of the text of what is open', async () => {
    write('a.service', BAD);
    write('b.service', BAD);
    await start();
    const { items } = await ask();
    rmSync(join(root, 'a.service'));
    const document = { uri: uri('b.service'), languageId: 'systemd', version: 1, text: GOOD };
    await client.connection.sendNotification('textDocument/didOpen', { textDocument: document });
    expect((await ask(idsOf(items))).items).toMatchObject([
      { kind: 'full', uri: uri('b.service'), version: 1, items: [] },
      { kind: 'full', uri: uri('a.service'), version: null, items: [] },
    ]);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri('b.service') } });
    expect(told((await ask()).items)).toEqual(['b.service: value-invalid']);
  });
});

describe('a client that keeps asking', () => {
  const parts = { partialResultToken: 'p' };

  test('waits for a change, and is told of it', async () => {
    write('a.service', BAD);
    await start();
    const { items } = await ask([], parts);
    expect(told(items)).toEqual(['a.service: value-invalid']);
    const answered = ask(idsOf(items), parts);
    write('a.service', GOOD);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri('a.service'), type: 2 }],
    });
    expect(told((await answered).items)).toEqual(['a.service: ']);
  });

  test('may take its question back while it waits', async () => {
    await start();
    await ask([], parts);
    const source = new CancellationTokenSource();
    const params = { previousResultIds: [], ...parts };
    const answer = client.connection.sendRequest('workspace/diagnostic', params, source.token);
    source.cancel();
    await expect(answer).rejects.toThrow('cancelled');
  });

  test('gets many files in parts', async () => {
    for (let i = 0; i < 120; i++) write(`${i}.service`, BAD);
    await start();
    const sizes: number[] = [];
    client.connection.onNotification('$/progress', ({ value }: { value: { items: Items } }) => {
      sizes.push(value.items.length);
    });
    sizes.push((await ask([], parts)).items.length);
    expect(sizes).toEqual([50, 50, 20]);
  });
});

test('an editor may say that it does not ask', async () => {
  await start({ workspaceDiagnostics: false });
  expect(client.initialized.capabilities.diagnosticProvider).toMatchObject({ workspaceDiagnostics: false });
});
