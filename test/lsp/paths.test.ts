import { describe, expect, test } from 'vitest';
import type { Diagnostic, Location } from 'vscode-languageserver-protocol';
import { createUris, type PathStyle, posixPaths } from '../../server/src/lsp/uris.ts';
import { nativePaths } from '../../server/src/node/native-paths.ts';
import { fileKindOfPath } from '../../server/src/schema/file-kind.ts';
import { locate, roleOf, searchFolderOf } from '../../server/src/units/unit-location.ts';
import { startClient } from './client.ts';

const windows: PathStyle = { windows: true, ignoresCase: true };
const mac: PathStyle = { windows: false, ignoresCase: true };

describe('from a uri to a path', () => {
  test.each([
    ['file:///w/a.service', posixPaths, '/w/a.service'],
    ['file:///w/getty%40tty1.service', posixPaths, '/w/getty@tty1.service'],
    ['file:///w/getty@tty1.service', posixPaths, '/w/getty@tty1.service'],
    ['file:///w/a%20b%23.service', posixPaths, '/w/a b#.service'],
    // Escapes of systemd are part of a name.
    ['file:///w/dev-disk-by%5Cx2duuid.mount', posixPaths, '/w/dev-disk-by\\x2duuid.mount'],
    ['untitled:Untitled-1', posixPaths, 'Untitled-1'],
    ['vscode-vfs://github/o/r/a.service', posixPaths, '/o/r/a.service'],
    ['file:///c%3A/Users/me/a.service', windows, '/c:/Users/me/a.service'],
    ['file:///C:/Users/me/a.service', windows, '/c:/Users/me/a.service'],
    ['file:///C%3A/Users/me/a.service', windows, '/c:/Users/me/a.service'],
    ['file:///c:/w/foo.service.d%5C10.conf', windows, '/c:/w/foo.service.d/10.conf'],
    ['file:///c:%5Cw%5Ca.service', windows, '/c:/w/a.service'],
    ['file://server/share/etc/a.service', windows, '//server/share/etc/a.service'],
    [
      'file://wsl.localhost/Debian/etc/systemd/system/a.service',
      windows,
      '//wsl.localhost/Debian/etc/systemd/system/a.service',
    ],
  ])('%s', (uri, style, path) => expect(createUris(style).toPath(uri)).toBe(path));
});

describe('and back', () => {
  test.each([
    ['/w/getty@tty1.service', posixPaths, 'file:///w/getty%40tty1.service'],
    ['/w/dev-disk-by\\x2duuid.mount', posixPaths, 'file:///w/dev-disk-by%5Cx2duuid.mount'],
    ['/c:/Users/me/a.service', windows, 'file:///c%3A/Users/me/a.service'],
    ['//server/share/a.service', windows, 'file://server/share/a.service'],
  ])('%s', (path, style, uri) => {
    expect(createUris(style).toUri(path)).toBe(uri);
    expect(createUris(style).toPath(uri)).toBe(path);
  });

  test('an open file is named as its editor names it, until it is closed', () => {
    const uris = createUris(windows);
    uris.opened('file:///C:/w/a.service');
    expect(uris.toUri('/c:/w/a.service')).toBe('file:///C:/w/a.service');
    uris.closed('file:///C:/w/a.service');
    expect(uris.toUri('/c:/w/a.service')).toBe('file:///c%3A/w/a.service');
  });
});

describe('capitals and small letters', () => {
  test.each([
    [windows, 'file:///C:/Units/A.service', 'file:///c%3A/units/a.service'],
    [mac, 'file:///Users/me/A.service', 'file:///users/me/a.Service'],
  ])('are one file where the machine takes them for one', (style, first, second) => {
    const uris = createUris(style);
    expect(uris.toPath(second)).toBe(createUris(style).toPath(second));
    expect(uris.toPath(first)).toBe(uris.toPath(second));
  });
  test('and two on Linux', () => {
    const uris = createUris();
    expect(uris.toPath('file:///w/A.service')).not.toBe(uris.toPath('file:///w/a.service'));
  });
});

describe('paths of the machine', () => {
  test.each([
    ['win32', 'C:\\units\\a.service', '/c:/units/a.service', 'c:\\units\\a.service'],
    ['win32', 'c:\\w\\foo.service.d\\10.conf', '/c:/w/foo.service.d/10.conf', 'c:\\w\\foo.service.d\\10.conf'],
    ['win32', '\\\\server\\share\\a.service', '//server/share/a.service', '\\\\server\\share\\a.service'],
    ['win32', '\\\\?\\C:\\deep\\a.service', '/c:/deep/a.service', 'c:\\deep\\a.service'],
    ['win32', '\\\\?\\UNC\\server\\share\\a.service', '//server/share/a.service', '\\\\server\\share\\a.service'],
    ['linux', '/w/dev\\x2da.mount', '/w/dev\\x2da.mount', '/w/dev\\x2da.mount'],
    ['darwin', '/Users/me/a.service', '/Users/me/a.service', '/Users/me/a.service'],
  ])('%s %s', (platform, native, path, again) => {
    const { fromNative, toNative } = nativePaths(platform);
    expect(fromNative(native)).toBe(path);
    expect(toNative(path)).toBe(again);
  });
  test.each([
    ['win32', { windows: true, ignoresCase: true }],
    ['darwin', { windows: false, ignoresCase: true }],
    ['linux', { windows: false, ignoresCase: false }],
  ])('%s', (platform, style) => expect(nativePaths(platform).style).toEqual(style));
});

describe('what a file is', () => {
  const { fromNative } = nativePaths('win32');
  test.each([
    ['C:\\w\\a.service', 'fragment', 'a.service', 'folder:/c:/w'],
    ['C:\\w\\foo.service.d\\10.conf', 'drop-in', 'foo.service', 'folder:/c:/w'],
    ['C:\\image\\etc\\systemd\\system\\a.timer', 'fragment', 'a.timer', 'system:/c:/image'],
    ['C:\\image\\usr\\lib\\systemd\\user\\a.service.d\\x.conf', 'drop-in', 'a.service', 'user:/c:/image'],
    ['\\\\nas\\pkg\\etc\\systemd\\system\\b.target.wants\\a.service', 'link', 'b.target', 'system://nas/pkg'],
  ])('%s', (native, role, owner, tree) => {
    const path = fromNative(native);
    const found = roleOf(path)!;
    expect(found.role).toBe(role);
    expect(found.role === 'fragment' ? found.name.text : found.owner).toBe(owner);
    expect(locate(searchFolderOf(path, found.role), { system: [], user: [] }).tree).toBe(tree);
    if (role !== 'link') expect(fileKindOfPath(path)?.role).toBe(role);
  });
});

describe('over the wire', () => {
  const drop = '[Service]\nExecStart=\nExecStart=/bin/false\nRestrt=no\n';
  const unit = '[Service]\nExecStart=/bin/true\nRestrt=no\n';
  const found = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

  test('two spellings of one file are one unit of the index', async () => {
    const client = await startClient({
      folders: ['file:///c%3A/W'],
      runtime: { paths: windows, workspaceFiles: async () => [{ path: '/c:/W/a.service' }, { path: '/c:/W/b.timer' }] },
    });
    await client.indexed;
    for (const uri of ['file:///C:/w/A.service', 'file:///c%3A/W/a.service']) {
      expect(found((await client.open(uri, unit)).diagnostics)).toEqual(['directive-unknown']);
    }
    const symbols = await client.connection.sendRequest<{ name: string }[]>('workspace/symbol', { query: 'service' });
    expect(symbols.map(({ name }) => name)).toEqual(['a.service']);
    await client.close();
  });

  test('a drop-in is one however its separators are written, and its unit is gone to as the editor has it', async () => {
    const client = await startClient({ runtime: { paths: windows }, folders: ['file:///C:/w'] });
    await client.open('file:///C:/w/foo.service', unit);
    const { diagnostics, at } = await client.open(
      'file:///c%3A/w/foo.service.d%5C10.conf',
      `[Serv|ice]\n${drop.slice(10)}`,
    );
    expect(found(diagnostics)).toEqual(['directive-unknown']);
    const places = await client.connection.sendRequest<Location[]>('textDocument/declaration', at);
    expect(places.map(({ uri }) => uri)).toEqual(['file:///C:/w/foo.service']);
    await client.close();
  });
});
