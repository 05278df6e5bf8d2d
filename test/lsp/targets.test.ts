import { afterEach, expect, test } from 'vitest';
import type { CodeAction, CompletionItem, CompletionList, Hover } from 'vscode-languageserver-protocol';
import { targetsChanged, targetsRequest } from '../../server/src/protocol/requests.ts';
import { listTargets, readTargets } from '../../server/src/schema/targets.ts';
import { startClient, type TestClient } from './client.ts';

const uri = 'file:///etc/systemd/system/a.service';
const UNIT = '[Service]\nExecStart=/bin/true\nRestart|Mode=direct\nPrivateTmp=disconnected\nRestrt=no\n';

let client: TestClient;
afterEach(() => client.close());

const start = async (targets: unknown): Promise<TestClient> => {
  client = await startClient({ initializationOptions: { settings: { targets } } });
  return client;
};

test('a finding names the targets it holds for, and what holds for all is said once', async () => {
  await start(['debian12', 'ubuntu24.04', 'debian13']);
  const { diagnostics } = await client.open(uri, UNIT);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'RestartMode= exists since systemd 254; Debian 12 (252) ignores it.',
    'PrivateTmp=disconnected exists since systemd 257; Debian 12 (252) and Ubuntu 24.04 (255) ignore the line.',
    expect.stringMatching(/^Unknown directive Restrt= in \[Service\]/),
  ]);
  expect(client.logged).toContainEqual(
    expect.stringContaining('judging as Debian 12 (252), Ubuntu 24.04 (255) and Debian 13 (257)'),
  );
});

test('an edit is judged for each of them', async () => {
  await start(['252', '257']);
  await client.open(uri, '[Service]\nExecStart=/bin/true\nNice=1\n');
  const next = client.nextDiagnostics(uri);
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [
      { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 6 } }, text: 'MemoryZSwapMax=1G' },
    ],
  });
  expect((await next).map(({ message }) => message)).toEqual([
    'MemoryZSwapMax= exists since systemd 253; systemd 252 ignores it.',
  ]);
});

test('hover, completion and fixes speak of the targets', async () => {
  await start(['debian12', 'debian13']);
  const { at } = await client.open(uri, UNIT);
  const hover = await client.connection.sendRequest<Hover>('textDocument/hover', at);
  expect(JSON.stringify(hover.contents)).toContain('Since 254: Debian 13 (257), not Debian 12 (252).');
  const list = await client.connection.sendRequest<CompletionList | CompletionItem[]>('textDocument/completion', at);
  const items = Array.isArray(list) ? list : list.items;
  expect(JSON.stringify(items.find(({ label }) => label === 'RestartMode='))).toContain('since 254: not Debian 12');
  const position = { line: 3, character: 12 };
  const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
  expect(actions.map(({ title, isPreferred }) => [title, isPreferred ?? false])).toContainEqual([
    'Change to PrivateTmp=yes, which shares the file system of /tmp',
    false,
  ]);
});

test('a word that is no target is told, and units are judged as without it', async () => {
  await start([]);
  const told = new Promise<string>((resolve) => {
    client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => resolve(message));
  });
  const settings = { systemdUnits: { targets: ['debain12'], systemdVersion: '252' } };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
  expect(await told).toMatch(/^systemdUnits\.targets: "debain12" is not a target: .*did you mean debian12\?$/);
  const { diagnostics } = await client.open(uri, UNIT);
  expect(diagnostics[0]!.message).toContain('the target is 252');
});

test('a client that shows the targets is told when they change, and asks what they are', async () => {
  client = await startClient({ initializationOptions: { hearsTargets: true, settings: { targets: ['debian12'] } } });
  const ask = () => client.connection.sendRequest(targetsRequest, { uri });
  expect(await ask()).toMatchObject({ text: 'Debian 12 (252)', notes: [] });
  const changed = new Promise<void>((resolve) => client.connection.onNotification(targetsChanged, () => resolve()));
  const settings = { systemdUnits: { targets: ['al2', '257'] } };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
  await changed;
  const answer = await ask();
  expect(answer).toMatchObject({
    text: 'Amazon Linux 2 (219) and systemd 257',
    notes: [expect.stringMatching(/^systemd 219 is not among the versions known here/)],
  });
  const chosen = answer!.choices.filter(({ isChosen }) => isChosen);
  expect(chosen.map(({ word, label }) => [word, label])).toEqual([
    ['amazonlinux2', 'Amazon Linux 2'],
    ['257', 'systemd 257'],
  ]);
});

test('every choice names its target, and none is chosen where none is set', async () => {
  await start([]);
  const answer = await client.connection.sendRequest(targetsRequest, { uri });
  expect(answer!.choices.filter(({ isChosen }) => isChosen)).toEqual([]);
  for (const { word, label } of answer!.choices) {
    const read = readTargets([word]);
    expect('targets' in read && listTargets(read.targets)).toContain(label);
  }
});
