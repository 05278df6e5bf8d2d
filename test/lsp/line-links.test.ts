import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  CodeLens,
  CompletionItem,
  Hover,
  Location,
  LocationLink,
  MarkupContent,
} from 'vscode-languageserver-protocol';
import type { EffectiveAnswer } from '../../server/src/protocol/requests.ts';
import { startClient, type TestClient } from './client.ts';

const UNIT =
  '[Unit]\nDescription=Web\n[Service]\nExecStart=/bin/true\nUser=web\nSupplementaryGroups=adm web\n[Install]\nWantedBy=multi-user.target\n';

const FILES: Readonly<Record<string, string>> = {
  '/w/usr/lib/systemd/system/web.service': UNIT,
  '/w/usr/lib/systemd/system/db.service': UNIT,
  '/w/usr/lib/systemd/system/mail.service': UNIT,
  '/w/usr/lib/systemd/system-preset/90-default.preset': 'enable web.service\n\ndisable *\n',
  '/w/usr/lib/systemd/system-preset/80-off.preset': 'disable db.*\n',
  '/w/etc/systemd/system-preset/80-off.preset': '# nothing\n',
  '/w/usr/lib/sysusers.d/web.conf': '# c\nu web - "Web"\n',
  '/w/usr/lib/tmpfiles.d/web.conf': 'd /run/web 0755 web root\n',
  '/other/usr/lib/sysusers.d/web.conf': 'u web 7\n',
  '/other/usr/lib/systemd/system-preset/90-default.preset': 'disable web.service\n',
};

let client: TestClient;
beforeEach(async () => {
  client = await startClient({
    folders: ['file:///w', 'file:///other'],
    initializationOptions: { showPlacesCommand: 'places', showEffectiveLinesCommand: 'whole' },
    runtime: {
      workspaceFiles: async ({ path }) =>
        Object.keys(FILES)
          .filter((each) => each.startsWith(path))
          .map((each) => ({ path: each })),
      lineFiles: async (folders) =>
        Object.keys(FILES)
          .filter((path) => folders.some((folder) => path.slice(0, path.lastIndexOf('/')) === folder))
          .map((path) => ({ path })),
      readText: async (path) => FILES[path],
    },
  });
  await client.indexed;
});
afterEach(() => client.close());

/** Opens a file with `|` before some text in it. */
function open(path: string, before: string) {
  const text = FILES[path]!;
  const at = text.indexOf(before);
  return client.open(`file://${path}`, `${text.slice(0, at)}|${text.slice(at)}`);
}
const ask = <T>(method: string, params: object): Promise<T> =>
  client.connection.sendRequest<T>(`textDocument/${method}`, params);
const placeOf = (uri: string, { start, end }: Location['range']): string =>
  `${uri.slice('file://'.length)}:${start.line + 1}:${start.character + 1}-${end.character + 1}`;
const definitions = async (at: object): Promise<string[]> =>
  (await ask<LocationLink[]>('definition', at)).map((link) => placeOf(link.targetUri, link.targetRange));
const references = async (at: object): Promise<string[]> =>
  (await ask<Location[]>('references', { ...at, context: { includeDeclaration: false } })).map(({ uri, range }) =>
    placeOf(uri, range),
  );
const hovered = async (at: object): Promise<string> =>
  ((await ask<Hover>('hover', at)).contents as MarkupContent).value;
const lenses = async ({ textDocument }: { textDocument: object }): Promise<string[]> =>
  (await ask<CodeLens[]>('codeLens', { textDocument })).map(({ command }) => command!.title);

const SERVICE = '/w/usr/lib/systemd/system/web.service';
const PRESET = '/w/usr/lib/systemd/system-preset/90-default.preset';

describe('an account', () => {
  test.each([
    [SERVICE, 'web\nSupplementary'],
    [SERVICE, 'web\n[Install]'],
    ['/w/usr/lib/tmpfiles.d/web.conf', 'web root'],
  ])('in %s leads to the line of sysusers.d that makes it, in its own tree', async (path, before) => {
    const { at } = await open(path, before);
    expect(await definitions(at)).toEqual(['/w/usr/lib/sysusers.d/web.conf:2:3-6']);
    expect(await hovered(at)).toContain('`u web - "Web"` in `/w/usr/lib/sysusers.d/web.conf:2`');
  });

  test('that no line makes leads nowhere', async () => {
    const { at } = await open(SERVICE, 'adm web');
    expect(await definitions(at)).toEqual([]);
  });
});

describe('a preset', () => {
  test('says above a unit what becomes of it, by the line that decides', async () => {
    expect(await lenses((await open(SERVICE, '[Unit]')).at)).toEqual([
      '1 reference',
      'Preset: enable (90-default.preset)',
    ]);
    const other = await open('/w/usr/lib/systemd/system/db.service', '[Unit]');
    expect(await lenses(other.at)).toEqual(['Preset: disable (90-default.preset)']);
  });

  test('refers to the unit that it names, in its own tree, and not by a pattern', async () => {
    const { at } = await open(SERVICE, 'ervice]');
    expect(await references({ ...at, position: { line: 0, character: 2 } })).toEqual([`${PRESET}:1:8-19`]);
    const line = await open(PRESET, 'web.service');
    expect(await references(line.at)).toEqual([`${PRESET}:1:8-19`]);
    expect(await definitions(line.at)).toEqual([`${SERVICE}:1:1-1`]);
  });

  test('leads by a pattern to all units that fit', async () => {
    const { at } = await open(PRESET, '*');
    expect(await definitions(at)).toEqual(
      ['db', 'mail', 'web'].map((name) => `/w/usr/lib/systemd/system/${name}.service:1:1-1`),
    );
    expect(await hovered(at)).toContain(
      'It decides about `db.service` and `mail.service`. Earlier lines decide about one unit that it fits as well.',
    );
  });

  test('completes names of units', async () => {
    const { at } = await client.open(`file://${PRESET}`, 'enable |\n');
    const items = await ask<CompletionItem[]>('completion', at);
    expect(items.map(({ label }) => label)).toEqual(['db.service', 'mail.service', 'web.service']);
  });

  test('that a file of its name hides says so', async () => {
    const { diagnostics } = await open('/w/usr/lib/systemd/system-preset/80-off.preset', 'disable');
    expect(diagnostics).toMatchObject([{ code: 'line-file-hidden', severity: 3 }]);
  });
});

describe('the files that a program reads as one', () => {
  const ask = (uri: string) =>
    client.connection.sendRequest<EffectiveAnswer | null>('systemdUnits/effective', { textDocument: { uri } });

  test('are shown in their order, each line with where it is from, as the editor has them', async () => {
    const { at } = await client.open(`file://${PRESET}`, 'enable web.service\n|disable *');
    const { name, text, origins } = (await ask(at.textDocument.uri))!;
    expect(name).toBe('system-preset');
    expect(text).toBe(
      `# /w/etc/systemd/system-preset/80-off.preset\n# nothing\n\n# ${PRESET}\nenable web.service\ndisable *\n`,
    );
    expect(origins).toEqual([
      { line: 1, uri: 'file:///w/etc/systemd/system-preset/80-off.preset', sourceLine: 0 },
      { line: 4, uri: at.textDocument.uri, sourceLine: 0 },
      { line: 5, uri: at.textDocument.uri, sourceLine: 1 },
    ]);
    expect(await lenses(at)).toEqual(['Effective configuration (3 files)']);
  });

  test('of a file that is read alone that file', async () => {
    const { at } = await client.open('file:///w/etc/crypttab', 'root /dev/sda|2\n');
    expect((await ask(at.textDocument.uri))?.text).toBe('# /w/etc/crypttab\nroot /dev/sda2\n');
    expect(await lenses(at)).toEqual([]);
  });
});

test('a directory that a line of tmpfiles.d makes as well', async () => {
  const text = '[Service]\nExecStart=/bin/true\nRuntimeDirectory=other web\nStateDirectory=web\n|';
  const { diagnostics } = await client.open(`file://${SERVICE}`, text);
  expect(diagnostics.map(({ code, range, severity }) => [code, severity, placeOf('file:///w', range)])).toEqual([
    ['directory-made-twice', 3, '/w:3:24-27'],
  ]);
  const other = await client.open('file:///other/usr/lib/systemd/system/web.service', text);
  expect(other.diagnostics).toEqual([]);
});
