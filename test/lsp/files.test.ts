import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import { nodeRuntime } from '../../server/src/node/runtime.ts';
import { startClient, type TestClient } from './client.ts';

let root = '';
let client: TestClient;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'systemd-units-lsp-'));
});
afterEach(async () => {
  await client.close();
  rmSync(root, { recursive: true, force: true });
});

const at = (name: string): string => join(root, name);
const uri = (name: string): string => `file://${at(name)}`;

function write(name: string, text: string): void {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
}

/** The server over real files; its machine has the unit paths given, and nothing else. */
async function start(unitPaths: readonly string[] = []): Promise<void> {
  const { workspaceFiles, unitFiles, watchFolders, filesBeside, readText } = nodeRuntime('0.0.0');
  const machinePaths = async () => ({ system: unitPaths, user: [] });
  const runtime = {
    workspaceFiles,
    unitFiles,
    filesBeside,
    readText,
    machinePaths,
    ...(watchFolders && { watchFolders }),
  };
  client = await startClient({ folders: [`file://${root}/w`], runtime });
  await client.indexed;
}

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
/** Waits until exactly these findings are shown for a file. */
function shown(name: string, expected: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const listen = async (): Promise<void> => {
      const found = codes(await client.nextDiagnostics(uri(name)));
      if (String(found) === String(expected)) resolve();
      else void listen();
    };
    void listen();
  });
}
const names = async (): Promise<string[]> => {
  const found = await client.connection.sendRequest<{ name: string }[]>('workspace/symbol', { query: '' });
  return found.map(({ name }) => name).sort();
};
const close = (name: string): Promise<void> =>
  client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri(name) } });
const tell = (...changes: readonly [string, 1 | 2 | 3][]): Promise<void> =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: changes.map(([name, type]) => ({ uri: uri(name), type })),
  });

const UNIT = '[Service]\nExecStart=/bin/true\n';
const NEEDS =
  '[Unit]\nRequires=db.service\nAfter=db.service\n[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=multi-user.target\n';

test('a deleted file is out of the index, and what needs it says so', async () => {
  write('w/db.service', UNIT);
  // The rule speaks where it knows all units of a machine.
  write('m/lone.service', UNIT);
  await start([at('m')]);
  expect(codes((await client.open(uri('w/app.service'), NEEDS)).diagnostics)).toEqual([]);
  const missing = shown('w/app.service', ['requirement-missing']);
  unlinkSync(at('w/db.service'));
  await tell(['w/db.service', 3]);
  await missing;
  expect(await names()).toEqual(['app.service', 'lone.service']);
  const there = shown('w/app.service', []);
  write('w/db.service', UNIT);
  await tell(['w/db.service', 1]);
  await there;
});

test('a deleted folder takes its units along', async () => {
  write('w/sub/db.service', UNIT);
  write('w/sub/db.service.d/10.conf', '[Service]\nNice=1\n');
  write('m/lone.service', UNIT);
  await start([at('m')]);
  expect(await names()).toEqual(['db.service', 'lone.service']);
  const missing = shown('w/app.service', ['requirement-missing']);
  await client.open(uri('w/app.service'), NEEDS);
  rmSync(at('w/sub'), { recursive: true });
  await tell(['w/sub', 3]);
  await missing;
  expect(await names()).toEqual(['app.service', 'lone.service']);
});

test('an open file that gets another name: the old one is forgotten, its diagnostics cleared', async () => {
  write('w/old.service', `${UNIT}Restrt=no\n`);
  await start();
  expect(codes((await client.open(uri('w/old.service'), `${UNIT}Restrt=no\n`)).diagnostics)).toHaveLength(1);
  const cleared = client.nextDiagnostics(uri('w/old.service'));
  renameSync(at('w/old.service'), at('w/new.service'));
  await close('w/old.service');
  expect(await cleared).toEqual([]);
  expect(codes((await client.open(uri('w/new.service'), `${UNIT}Restrt=no\n`)).diagnostics)).toHaveLength(1);
  await tell(['w/old.service', 3], ['w/new.service', 1]);
  expect(await names()).toEqual(['new.service']);
});

test('a text that was never saved is forgotten when it is closed', async () => {
  await start();
  await client.open(uri('w/draft.service'), UNIT);
  expect(await names()).toEqual(['draft.service']);
  const cleared = client.nextDiagnostics(uri('w/draft.service'));
  await close('w/draft.service');
  await cleared;
  // Whether it is on the disk is looked up; the next file to be opened waits for the same disk.
  await client.open(uri('w/other.service'), UNIT);
  expect(await names()).toEqual(['other.service']);
});

test('edits of a drop-in that are thrown away no longer count for the unit', async () => {
  write('w/a.service', '[Service]\nType=oneshot\n');
  write('w/a.service.d/10.conf', '[Service]\nExecStart=/bin/true\n');
  await start();
  const unit = '[Service]\nType=oneshot\n';
  expect(codes((await client.open(uri('w/a.service'), unit)).diagnostics)).toEqual([]);
  const edited = shown('w/a.service', ['service-command']);
  await client.open(uri('w/a.service.d/10.conf'), '[Service]\nNice=1\n');
  await edited;
  const back = shown('w/a.service', []);
  await close('w/a.service.d/10.conf');
  await back;
});

test('pipes, folders with the names of units, circles and closed folders hold nothing up', async () => {
  write('w/a.service', UNIT);
  execFileSync('mkfifo', [at('w/pipe.service')]);
  mkdirSync(at('w/a.service.d'));
  execFileSync('mkfifo', [at('w/a.service.d/10.conf')]);
  symlinkSync('/dev/zero', at('w/device.service'));
  symlinkSync(at('w/pipe.service'), at('w/alias.service'));
  symlinkSync(at('w/loop.service'), at('w/loop.service'));
  symlinkSync(at('w'), at('w/again'));
  write('w/folder.service/b.service', UNIT);
  mkdirSync(at('w/closed'), { mode: 0 });
  await start();
  expect(codes((await client.open(uri('w/a.service'), UNIT)).diagnostics)).toEqual([]);
  expect(codes((await client.open(uri('w/pipe.service'), UNIT)).diagnostics)).toEqual([]);
  expect((await names()).filter((name) => /^(a|b)\./.test(name))).toEqual(['a.service', 'b.service']);
});

test('a read-only file is helped with all the same', async () => {
  write('w/a.service', `${UNIT}Restrt=no\n`);
  execFileSync('chmod', ['0444', at('w/a.service')]);
  await start();
  const opened = await client.open(uri('w/a.service'), `${UNIT}Restrt|=no\n`);
  const range = { start: opened.at.position, end: opened.at.position };
  const context = { diagnostics: opened.diagnostics };
  const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    ...opened.at,
    range,
    context,
  });
  expect(actions.map(({ title }) => title)).toContain('Change to Restart=');
});

test('a watched folder of the machine that vanishes takes its units along, and brings them when it comes back', async () => {
  write('m/db.service', UNIT);
  write('m2/lone.service', UNIT);
  await start([at('m'), at('m2')]);
  expect(codes((await client.open(uri('w/app.service'), NEEDS)).diagnostics)).toEqual([]);
  const gone = shown('w/app.service', ['requirement-missing']);
  rmSync(at('m'), { recursive: true });
  await gone;
  const back = shown('w/app.service', []);
  write('m/db.service', UNIT);
  await back;
});
