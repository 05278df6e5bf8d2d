import { afterEach, beforeEach, expect, test } from 'vitest';
import type {
  Hover,
  Location,
  LocationLink,
  SemanticTokens,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { EffectiveAnswer, GraphAnswer } from '../../server/src/protocol/requests.ts';
import { startClient, type TestClient, usualCapabilities } from './client.ts';

const IMAGE = '[Container]\nImage=quay.io/x/web\n';
const FILES: Readonly<Record<string, string>> = {
  '/w/web.container': `[Unit]\nDescription=Web\n${IMAGE}Network=lan.network\n`,
  '/w/web.container.d/10.conf': '[Service]\nRestart=always\n',
  '/w/lan.network': '[Network]\n',
  '/w/app.service': '[Unit]\nAfter=web.service\n[Service]\nExecStart=/bin/true\n',
  '/w/job.container': `[Unit]\nAfter=web.container\n${IMAGE}`,
};

let client: TestClient;

beforeEach(async () => {
  client = await startClient({
    folders: ['file:///w'],
    capabilities: usualCapabilities,
    runtime: {
      workspaceFiles: async () => Object.keys(FILES).map((path) => ({ path })),
      readText: async (path) => FILES[path],
    },
  });
  await client.indexed;
});
afterEach(() => client.close());

const ask = <R>(method: string, params: object): Promise<R> => client.connection.sendRequest<R>(method, params);
const at = async (path: string, marked: string) => (await client.open(`file://${path}`, marked)).at;
const definitionAt = async (path: string, marked: string): Promise<string[]> =>
  (await ask<LocationLink[]>('textDocument/definition', await at(path, marked))).map(({ targetUri }) => targetUri);

test.each([
  ['/w/app.service', '[Unit]\nAfter=we|b.service\n', 'file:///w/web.container'],
  ['/w/job.container', '[Unit]\nAfter=we|b.container\n', 'file:///w/web.container'],
  ['/w/web.container', '[Container]\nNetwork=la|n.network:ip=10.0.0.1\n', 'file:///w/lan.network'],
  ['/w/web.container.d/10.conf', '[Container]\nVolume=|data.volume:/data\nNetwork=lan.network\n', undefined],
  ['/w/web.container.d/10.conf', '[Serv|ice]\nRestart=no\n', 'file:///w/web.container'],
])('the definition of a unit is the file Podman makes it of: %s', async (path, marked, target) =>
  expect(await definitionAt(path, marked)).toEqual(target === undefined ? [] : [target]),
);

test('who names the service of a file, by either name', async () => {
  const place = await at('/w/web.container', `[Un|it]\n${IMAGE}`);
  const found = await ask<Location[]>('textDocument/references', { ...place, context: { includeDeclaration: true } });
  expect(found.map(({ uri, range }) => `${uri.slice('file:///w/'.length)}:${range.start.line}`)).toEqual([
    ...['web.container:0', 'web.container.d/10.conf:0', 'app.service:1', 'job.container:1'],
  ]);
});

test.each(['[Unit]\nAfter=web.ser|vice\n', '[Unit]\nAfter=web.cont|ainer\n'])(
  'hover on the name of a service, or of a file, tells of what it is made: %j',
  async (marked) => {
    const { contents } = await ask<Hover>('textDocument/hover', await at('/w/job.container', marked));
    expect(JSON.stringify(contents)).toContain('**`web.service`** · Web\\n\\nMade by Podman of `/w/web.container`.');
  },
);

test('the name of the unit of a file or of its drop-in, which a drop-in may tell', async () => {
  const nameOf = (path: string) =>
    ask<string | null>('systemdUnits/unitName', { textDocument: { uri: `file://${path}` } });
  await at('/w/web.container', `|${FILES['/w/web.container']}`);
  expect(await nameOf('/w/web.container')).toBe('web.service');
  await at('/w/web.container.d/10.conf', '|[Container]\nServiceName=front\n');
  expect(await nameOf('/w/web.container')).toBe('front.service');
  expect(await nameOf('/w/web.container.d/10.conf')).toBe('front.service');
});

test('a file that lies in no opened folder has the drop-ins beside it', async () => {
  const files: Readonly<Record<string, string>> = {
    '/x/web.container': IMAGE,
    '/x/web.container.d/10.conf': '[Container]\nServiceName=front\n',
  };
  const lone = await startClient({
    capabilities: usualCapabilities,
    runtime: {
      quadletFiles: async () => Object.keys(files).map((path) => ({ path })),
      readText: async (path) => files[path],
    },
  });
  const textDocument = { uri: 'file:///x/web.container' };
  await lone.open(textDocument.uri, `|${IMAGE}`);
  expect(await lone.connection.sendRequest('systemdUnits/unitName', { textDocument })).toBe('front.service');
  await lone.close();
});

test('the effective unit of a drop-in of a service that Podman makes, with the line that each of its own is made of', async () => {
  await at('/w/web.service.d/10.conf', '|[Service]\nRestart=no\nNice=1\n');
  const { text, origins } = await ask<EffectiveAnswer>('systemdUnits/effective', {
    textDocument: { uri: 'file:///w/web.service.d/10.conf' },
  });
  const lines = text.split('\n');
  const from = origins.map(
    ({ line, uri, sourceLine }) => `${lines[line]!.slice(0, 20)} < ${uri.slice(10)}:${sourceLine}`,
  );
  expect(from).toContain('Description=Web < web.container:1');
  expect(from).toContain('Restart=no < web.service.d/10.conf:1');
  expect(from).toContain('ExecStart=/usr/bin/p < web.container:3');
  expect(text).not.toContain('Restart=always');
  expect(text).toContain('# /w/web.container (made by Podman)\n');
});

test.each([
  ['lan.network', '[Network]\n'],
  ['web.service.d/10.conf', '[Service]\nNice=1\n'],
])('the text in which the unit of %s is shown has the tokens of its kind', async (name, text) => {
  await at(`/w/${name}`, `|${text}`);
  const query = encodeURIComponent(`file:///w/${name}`);
  const uri = `systemd-effective:/x%20%28generated%29?${query}`;
  const shown = '[Service]\nExecStart=/bin/true\nImage=x\n';
  await client.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'systemd', version: 1, text: shown },
  });
  const tokensOf = async (of: string, range?: object) =>
    ask<SemanticTokens>(`textDocument/semanticTokens/${range ? 'range' : 'full'}`, {
      ...{ textDocument: { uri: of } },
      ...(range && { range }),
    });
  await at('/w/plain.service', `|${shown}`);
  const { data } = await tokensOf('file:///w/plain.service');
  expect(data.length).toBeGreaterThan(10);
  expect((await tokensOf(uri)).data).toEqual(data);
  const range = { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } };
  expect((await tokensOf(uri, range)).data).toEqual(data);
});

test('Quadlet files are among the symbols of the workspace, by either name', async () => {
  for (const query of ['web.cont', 'web.serv']) {
    const found = await ask<SymbolInformation[]>('workspace/symbol', { query });
    expect(found.map(({ name, location }) => [name, location.uri])).toContainEqual([
      'web.container',
      'file:///w/web.container',
    ]);
  }
});

test('rename takes the file, its drop-ins, and both names along', async () => {
  const place = await at('/w/web.container', `[Un|it]\n${IMAGE}`);
  expect(await ask('textDocument/prepareRename', place)).toMatchObject({ placeholder: 'web.container' });
  const edit = await ask<WorkspaceEdit>('textDocument/rename', { ...place, newName: 'front' });
  const said = edit.documentChanges!.map((change) =>
    'edits' in change
      ? [change.textDocument.uri, ...change.edits.map((each) => ('newText' in each ? each.newText : ''))]
      : 'newUri' in change && [change.oldUri, change.newUri],
  );
  expect(said).toEqual([
    ['file:///w/job.container', 'front.container'],
    ['file:///w/app.service', 'front.service'],
    ['file:///w/web.container.d', 'file:///w/front.container.d'],
    ['file:///w/web.container', 'file:///w/front.container'],
  ]);
});

test('a file that is renamed by other hands takes them along as well', async () => {
  const files = [{ oldUri: 'file:///w/lan.network', newUri: 'file:///w/front.network' }];
  const edit = await ask<WorkspaceEdit>('workspace/willRenameFiles', { files });
  expect(JSON.stringify(edit)).toContain('"newText":"front.network"');
  expect(JSON.stringify(edit)).toContain('file:///w/web.container');
});

test('the graph around a Quadlet file has its service', async () => {
  await at('/w/web.container', FILES['/w/web.container']!);
  const { unit, picture } = await ask<GraphAnswer>('systemdUnits/graph', {
    ...{ textDocument: { uri: 'file:///w/web.container' }, depth: 1, kinds: ['requirement', 'ordering'] },
  });
  expect(unit).toBe('web.service');
  const nameOf = (wanted: string) => picture.nodes.find(({ id }) => id === wanted)?.name;
  const edges = picture.edges.map(({ from, to }) => `${nameOf(from)} ${nameOf(to)}`);
  const expected = ['web.service lan-network.service', 'app.service web.service', 'job.service web.service'];
  expect(edges).toEqual(expect.arrayContaining(expected));
});
