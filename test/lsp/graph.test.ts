import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallHierarchyItem, CodeAction, Location, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { startClient, type TestClient, usualCapabilities } from './client.ts';

const FILES: Readonly<Record<string, string>> = {
  '/w/backup.service':
    '[Unit]\nDescription=Back up\nWants=net.service\nAfter=net.service\n[Service]\nExecStart=/bin/true\n',
  '/w/backup.timer': '[Timer]\nOnCalendar=daily\n[Install]\nWantedBy=timers.target\n',
  '/w/backup.service.d/10.conf': '[Service]\nExecStart=\nExecStart=/bin/false\n',
  '/w/net.service': '[Service]\nExecStart=/bin/true\n',
  '/w/other.service': '[Unit]\nRequires=backup.service\n[Service]\nExecStart=/bin/true\n',
  '/w/lonely.socket': '[Socket]\nListenStream=/run/x\n',
  '/w/worker@.service': '[Service]\nExecStart=/bin/echo %i\n',
  '/w/worker@a.service.d/10.conf': '[Service]\nNice=1\n',
  '/w/all.target.wants/worker@c.service': '',
  '/w/all.target.requires/lonely.socket': '',
  '/w/all.target': '[Unit]\nWants=worker@a.service worker@b.service\n',
};

let client: TestClient;

beforeEach(async () => {
  client = await startClient({
    folders: ['file:///w'],
    capabilities: {
      ...usualCapabilities,
      workspace: {
        workspaceEdit: { ...usualCapabilities.workspace.workspaceEdit, changeAnnotationSupport: {} },
        fileOperations: { willRename: true },
      },
    },
    initializationOptions: { showPlacesCommand: 'show' },
    runtime: {
      workspaceFiles: async () => Object.keys(FILES).map((path) => ({ path })),
      readText: async (path) => FILES[path],
    },
  });
  await client.indexed;
});
afterEach(() => client.close());

const ask = <R>(method: string, params: object): Promise<R> => client.connection.sendRequest<R>(method, params);
const place = ({ uri, range: { start } }: Location): string =>
  `${uri.slice('file:///w/'.length)}:${start.line}:${start.character}`;

test('definition of a name, declaration of a drop-in, implementation of a unit', async () => {
  const named = await client.open('file:///w/other.service', '[Unit]\nRequires=back|up.service\n');
  const [target] = await ask<{ targetUri: string }[]>('textDocument/definition', named.at);
  expect(target?.targetUri).toBe('file:///w/backup.service');
  const drops = await ask<Location[]>('textDocument/implementation', named.at);
  expect(drops.map(place)).toEqual(['backup.service.d/10.conf:0:0']);
  const dropIn = await client.open('file:///w/backup.service.d/10.conf', '[Serv|ice]\nExecStart=\n');
  expect((await ask<Location[]>('textDocument/declaration', dropIn.at)).map(place)).toEqual(['backup.service:0:0']);
});

test('references of the unit being edited', async () => {
  const { at } = await client.open('file:///w/backup.service', `|${FILES['/w/backup.service']}`);
  const context = { includeDeclaration: false };
  const found = await ask<Location[]>('textDocument/references', { ...at, context });
  expect(found.map(place)).toEqual(['other.service:1:9', 'backup.timer:0:0']);
});

test('highlights, symbols and lenses', async () => {
  const { at } = await client.open(
    'file:///w/backup.service',
    (FILES['/w/backup.service'] ?? '').replace('net', 'n|et'),
  );
  expect(await ask<object[]>('textDocument/documentHighlight', at)).toHaveLength(2);
  const symbols = await ask<{ name: string; containerName?: string }[]>('workspace/symbol', { query: 'bkup' });
  expect(symbols.map(({ name, containerName }) => [name, containerName])).toEqual([
    ['backup.timer', undefined],
    ['backup.service', 'Back up'],
  ]);
  const lenses = await ask<{ command: { title: string; command: string } }[]>('textDocument/codeLens', at);
  expect(lenses.map(({ command: { title, command } }) => [command, title])).toEqual([
    ['show', '2 references'],
    ['show', '1 drop-in'],
  ]);
});

test('the hierarchy goes both ways', async () => {
  const { at } = await client.open('file:///w/backup.service', `|${FILES['/w/backup.service']}`);
  const [item] = await ask<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', at);
  const incoming = await ask<{ from: CallHierarchyItem }[]>('callHierarchy/incomingCalls', { item });
  expect(incoming.map(({ from }) => [from.name, from.detail])).toEqual([
    ['other.service', 'Requires='],
    ['backup.timer', 'Triggers='],
  ]);
  const outgoing = await ask<{ to: CallHierarchyItem; fromRanges: object[] }[]>('callHierarchy/outgoingCalls', {
    item,
  });
  expect(outgoing.map(({ to, fromRanges }) => [to.name, to.detail, fromRanges.length])).toEqual([
    ['net.service', 'Wants= After=', 2],
  ]);
});

/** In a line each: the new texts in a file, or where a file goes and whom to ask. */
const changesOf = (edit: WorkspaceEdit | null): (string | false)[] =>
  (edit?.documentChanges ?? []).map((change) =>
    'kind' in change && change.kind === 'rename'
      ? `${change.oldUri} > ${change.newUri}${change.annotationId ? ` if ${change.annotationId}` : ''}`
      : 'edits' in change &&
        `${change.textDocument.uri} ${change.edits.map((each) => 'newText' in each && each.newText)}`,
  );

describe('rename of a file', () => {
  const willRename = (...names: readonly [string, string][]): Promise<WorkspaceEdit | null> =>
    ask('workspace/willRenameFiles', {
      files: names.map(([from, to]) => ({ oldUri: `file:///w/${from}`, newUri: `file:///w/${to}` })),
    });

  test('is heard of by a client that tells', () => {
    const { fileOperations } = client.initialized.capabilities.workspace ?? {};
    expect(fileOperations?.willRename?.filters[0]?.pattern.glob).toMatch(/service/);
  });

  test('takes along what goes by its name, and the partner on demand', async () => {
    expect(changesOf(await willRename(['backup.service', 'save.service']))).toEqual([
      'file:///w/other.service save.service',
      // The timer starts the service by its new name, whether it is renamed or not.
      'file:///w/backup.timer \nUnit=save.service',
      'file:///w/backup.service.d > file:///w/save.service.d',
      'file:///w/backup.timer > file:///w/save.timer if backup.timer',
    ]);
    // The client now asks about the timer that it renames with it, and later about another name.
    expect(await willRename(['backup.timer', 'save.timer'])).toBeNull();
    expect(changesOf(await willRename(['backup.timer', 'b.timer']))).toContain(
      'file:///w/backup.service > file:///w/b.service if backup.service',
    );
  });

  test('of two partners together asks nothing', async () => {
    const edit = await willRename(['backup.service', 'save.service'], ['backup.timer', 'save.timer']);
    expect(changesOf(edit)).toHaveLength(2);
  });

  test('takes along a link in the folder of another unit', async () => {
    expect(changesOf(await willRename(['lonely.socket', 'alone.socket']))).toEqual([
      'file:///w/all.target.requires/lonely.socket > file:///w/all.target.requires/alone.socket',
    ]);
  });

  test.each([
    ['backup.service', 'backup.service.off'],
    ['backup.service', 'elsewhere/backup.service'],
    ['backup.service', 'backup.target'],
    ['worker@.service', 'worker.service'],
    ['backup.service.d/10.conf', 'backup.service.d/20.conf'],
  ])('%s to %s changes nothing else', async (from, to) => {
    expect(await willRename([from, to])).toBeNull();
  });

  test('is not heard of by others', async () => {
    const plain = await startClient();
    expect(plain.initialized.capabilities.workspace?.fileOperations).toBeUndefined();
    await plain.close();
  });
});

describe('rename', () => {
  test('a unit: its file, drop-ins, names in others, and its timer on demand', async () => {
    const { at } = await client.open('file:///w/other.service', '[Unit]\nRequires=back|up.service\n');
    expect(await ask('textDocument/prepareRename', at)).toMatchObject({ placeholder: 'backup.service' });
    const edit = await ask<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'save' });
    expect(changesOf(edit)).toEqual([
      'file:///w/other.service save.service',
      'file:///w/backup.timer \nUnit=save.service',
      'file:///w/backup.service.d > file:///w/save.service.d',
      'file:///w/backup.service > file:///w/save.service',
      'file:///w/backup.timer > file:///w/save.timer if backup.timer',
    ]);
    expect(edit.changeAnnotations?.['backup.timer']).toMatchObject({ needsConfirmation: true });
  });

  test('a template: its prefix in every instance', async () => {
    const { at } = await client.open('file:///w/all.target', '[Unit]\nWants=worker@a.ser|vice worker@b.service\n');
    const edit = await ask<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'job@.service' });
    expect(changesOf(edit)).toEqual([
      'file:///w/all.target job,job',
      'file:///w/all.target.wants/worker%40c.service > file:///w/all.target.wants/job%40c.service',
      'file:///w/worker%40a.service.d > file:///w/job%40a.service.d',
      'file:///w/worker%40.service > file:///w/job%40.service',
    ]);
  });

  test.each([
    ['net.service', 'there is one'],
    ['a b', 'is not a valid name'],
    ['save@.service', 'is not a template'],
  ])('to %s is refused', async (newName) => {
    const { at } = await client.open('file:///w/other.service', '[Unit]\nRequires=back|up.service\n');
    await expect(ask('textDocument/rename', { ...at, newName })).rejects.toThrow();
  });

  test('a unit outside of the workspace is refused', async () => {
    const { at } = await client.open('file:///w/other.service', '[Unit]\nRequires=db|us.service\n');
    await expect(ask('textDocument/prepareRename', at)).rejects.toThrow(/no file in this workspace/);
  });
});

describe('our own requests', () => {
  const whole = (name: string): object => ({ textDocument: { uri: `file:///w/${name}` } });

  test('related units, and those that could be made', async () => {
    await client.open('file:///w/backup.timer', FILES['/w/backup.timer']!);
    expect(await ask('systemdUnits/related', whole('backup.timer'))).toEqual([
      { name: 'backup.service', relation: 'starts', uri: 'file:///w/backup.service' },
    ]);
    await client.open('file:///w/lonely.socket', FILES['/w/lonely.socket']!);
    expect(await ask('systemdUnits/related', whole('lonely.socket'))).toMatchObject([
      { name: 'lonely.service', relation: 'starts', create: { uri: 'file:///w/lonely.service' } },
    ]);
  });

  test('the effective unit and where its lines are from', async () => {
    await client.open('file:///w/backup.service', FILES['/w/backup.service']!);
    const effective = await ask<{ text: string; origins: { line: number; uri: string; sourceLine: number }[] }>(
      'systemdUnits/effective',
      whole('backup.service'),
    );
    const lines = effective.text.split('\n');
    expect(
      effective.origins.map(({ line, uri, sourceLine }) => `${lines[line]} < ${uri.slice(10)}:${sourceLine}`),
    ).toEqual([
      'Description=Back up < backup.service:1',
      'Wants=net.service < backup.service:2',
      'After=net.service < backup.service:3',
      'ExecStart=/bin/false < backup.service.d/10.conf:2',
    ]);
  });

  test('the graph around a unit', async () => {
    await client.open('file:///w/backup.service', FILES['/w/backup.service']!);
    const params = { ...whole('backup.service'), depth: 1, kinds: ['requirement', 'trigger'] };
    const { picture, svg } = await ask<{
      picture: { nodes: { name: string }[]; edges: { keys: string[] }[] };
      svg: string;
    }>('systemdUnits/graph', params);
    expect(picture.nodes.map(({ name }) => name)).toEqual([
      'backup.service',
      'net.service',
      'other.service',
      'backup.timer',
    ]);
    expect(picture.edges.map(({ keys }) => keys)).toEqual([['Wants'], ['Requires'], ['Triggers']]);
    expect(svg.match(/class="node /g)).toHaveLength(4);
  });
});

test('a drop-in is judged with the unit it completes, and anew when that changes', async () => {
  const dropIn = await client.open('file:///w/net.service.d/1.conf', '[Service]\nExecStart=/bin/false\n');
  expect(dropIn.diagnostics.map(({ code }) => code)).toEqual(['service-exec-start']);
  const fragment = await client.open('file:///w/net.service', FILES['/w/net.service']!);
  const next = client.nextDiagnostics('file:///w/net.service.d/1.conf');
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { ...fragment.at.textDocument, version: 2 },
    contentChanges: [{ text: '[Service]\nType=oneshot\nExecStart=/bin/true\n' }],
  });
  expect(await next).toEqual([]);
});

test('code actions make partners and merge sections', async () => {
  const { at } = await client.open(
    'file:///w/lonely.socket',
    '|[Socket]\nListenStream=/run/x\n\n[Unit]\n[Socket]\nBacklog=5\n',
  );
  const range = { start: at.position, end: at.position };
  const actions = await ask<CodeAction[]>('textDocument/codeAction', { ...at, range, context: { diagnostics: [] } });
  expect(actions.map(({ title }) => title)).toEqual([
    'Create lonely.service',
    'Add [Install] with WantedBy=sockets.target',
    'Merge the 2 sections [Socket]',
  ]);
  const merge = actions.at(-1)?.edit?.changes?.['file:///w/lonely.socket'];
  expect(merge).toHaveLength(2);
});

test('inlay hints tell what specifiers of a name stand for', async () => {
  const { text } = await client.open(
    'file:///w/net.service',
    '[Service]\nType=exec\nExecStart=/bin/echo %n 100%% %%n\n',
  );
  const range = { start: { line: 0, character: 0 }, end: { line: text.split('\n').length, character: 0 } };
  const hints = await ask<{ label: string }[]>('textDocument/inlayHint', {
    textDocument: { uri: 'file:///w/net.service' },
    range,
  });
  expect(hints.map(({ label }) => label)).toEqual(['net.service']);
});
