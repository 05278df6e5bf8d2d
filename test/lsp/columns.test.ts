import { afterEach, describe, expect, test } from 'vitest';
import type {
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Location,
  LocationLink,
  Range,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { startClient, type TestClient, usualCapabilities } from './client.ts';

/** Closed files that name db.service or a mount after letters of two, three and four bytes. */
const FILES: Readonly<Record<string, string>> = {
  '/w/db.service': '[Service]\nExecStart=/bin/true\n',
  '/w/app.service':
    '[Unit]\nAfter=ä.service db.service\nWants=x\u{1f6de}.service  db.service worker@ß.service worker@a.service\n',
  '/w/worker@.service': '[Service]\nExecStart=/bin/true\n',
  '/w/srv-caf\\xc3\\xa9.mount': '[Mount]\nWhat=/dev/sda1\nWhere=/srv/café\n',
  '/w/needs.service': '[Unit]\nRequiresMountsFor=/öl /srv/café/menu\n[Service]\nExecStart=/bin/true\n',
  '/w/crlf.service': '\ufeff[Unit]\r\n# größer\r\nAfter=ö.service db.service\r\n',
  '/w/continued.service': '[Unit]\nAfter=ö.service \\\n  ü.service db.service\n',
};

let client: TestClient;
afterEach(() => client.close());

async function start(encoding: 'utf-8' | 'utf-16'): Promise<void> {
  client = await startClient({
    folders: ['file:///w'],
    capabilities: { ...usualCapabilities, general: { positionEncodings: [encoding] } },
    runtime: {
      workspaceFiles: async () => Object.keys(FILES).map((path) => ({ path })),
      readText: async (path) => FILES[path],
    },
  });
  await client.indexed;
}

const ask = <R>(method: string, params: object): Promise<R> => client.connection.sendRequest<R>(method, params);

/** What a range covers, counted as the client counts. */
function covered(path: string, { start, end }: Range, encoding: 'utf-8' | 'utf-16'): string {
  const line = FILES[path]!.split(/\r\n|\n/)[start.line]!;
  expect(end.line).toBe(start.line);
  if (encoding === 'utf-16') return line.slice(start.character, end.character);
  return new TextDecoder('utf-8', { fatal: true }).decode(
    new TextEncoder().encode(line).subarray(start.character, end.character),
  );
}

const pathOf = (uri: string): string => decodeURIComponent(uri.slice('file://'.length));

describe.each(['utf-8', 'utf-16'] as const)('places in closed files, counted in %s', (encoding) => {
  test('of references', async () => {
    await start(encoding);
    const { at } = await client.open('file:///w/db.service', '[Serv|ice]\nExecStart=/bin/true\n');
    const found = await ask<Location[]>('textDocument/references', { ...at, context: { includeDeclaration: false } });
    expect(found.map(({ uri, range }) => [pathOf(uri), covered(pathOf(uri), range, encoding)]).sort()).toEqual([
      ['/w/app.service', 'db.service'],
      ['/w/app.service', 'db.service'],
      ['/w/continued.service', 'db.service'],
      ['/w/crlf.service', 'db.service'],
    ]);
  });

  test('of a rename', async () => {
    await start(encoding);
    const { at } = await client.open('file:///w/db.service', '[Serv|ice]\nExecStart=/bin/true\n');
    const { documentChanges } = await ask<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'store' });
    const texts = documentChanges!.filter((change): change is TextDocumentEdit => 'edits' in change);
    expect(
      texts.flatMap(({ textDocument, edits }) =>
        edits.map(({ range }) => covered(pathOf(textDocument.uri), range, encoding)),
      ),
    ).toEqual(Array(4).fill('db.service'));
  });

  test('of a template: only its own part of each name', async () => {
    await start(encoding);
    const { at } = await client.open('file:///w/worker@.service', '[Serv|ice]\nExecStart=/bin/true\n');
    const { documentChanges } = await ask<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'job@.service' });
    const [text] = documentChanges!.filter((change): change is TextDocumentEdit => 'edits' in change);
    expect(text!.edits.map(({ range }) => covered('/w/app.service', range, encoding))).toContain('worker');
  });

  test('of the hierarchy, and of a path that a mount unit belongs to', async () => {
    await start(encoding);
    const { at } = await client.open('file:///w/app.service', `|${FILES['/w/app.service']}`);
    const [item] = await ask<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', at);
    const calls = await ask<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item });
    const ranges = calls.filter(({ to }) => to.name === 'db.service').flatMap(({ fromRanges }) => fromRanges);
    expect(ranges.map((range) => covered('/w/app.service', range, encoding))).toEqual(['db.service', 'db.service']);
    const mount = await client.open('file:///w/srv-caf%5Cxc3%5Cxa9.mount', '[Mo|unt]\nWhere=/srv/café\n');
    const found = await ask<Location[]>('textDocument/references', {
      ...mount.at,
      context: { includeDeclaration: false },
    });
    expect(found.map(({ uri, range }) => covered(pathOf(uri), range, encoding))).toEqual(['/srv/café/menu']);
  });

  test('of a definition: what was pointed at', async () => {
    await start(encoding);
    const text = FILES['/w/app.service']!;
    await client.open('file:///w/app.service', text);
    const line = text.split('\n')[1]!;
    const before = line.slice(0, line.indexOf('db.'));
    const character = encoding === 'utf-8' ? new TextEncoder().encode(before).length : before.length;
    const [link] = await ask<LocationLink[]>('textDocument/definition', {
      textDocument: { uri: 'file:///w/app.service' },
      position: { line: 1, character },
    });
    expect(link!.targetUri).toBe('file:///w/db.service');
    expect(covered('/w/app.service', link!.originSelectionRange!, encoding)).toBe('db.service');
  });
});
