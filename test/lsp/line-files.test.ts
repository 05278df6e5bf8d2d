import { afterEach, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  Hover,
  LocationLink,
  SemanticTokens,
  SignatureHelp,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { startClient, type TestClient } from './client.ts';

let client: TestClient;
afterEach(() => client.close());

const PATH = 'file:///w/etc/tmpfiles.d/web.conf';

test('a file of lines is answered by the same requests as a unit', async () => {
  client = await startClient();
  const { at } = await client.open(PATH, '# web\nd /run/web 07|55 root\nL /var/run/x\n');
  const ask = <T>(method: string, more = {}): Promise<T> =>
    client.connection.sendRequest<T>(`textDocument/${method}`, { ...at, ...more });
  expect((await ask<Hover>('hover')).contents).toMatchObject({ value: expect.stringContaining('`rwxr-xr-x`') });
  expect((await ask<SignatureHelp>('signatureHelp')).activeParameter).toBe(2);
  expect((await ask<CompletionItem[]>('completion')).map(({ label }) => label)).toContain('0755');
  expect((await ask<DocumentSymbol[]>('documentSymbol')).map(({ name }) => name)).toEqual(['/run/web', '/var/run/x']);
  expect((await ask<SemanticTokens>('semanticTokens/full')).data).toHaveLength(4 * 5);
  const options = { options: { tabSize: 2, insertSpaces: true } };
  expect((await ask<TextEdit[]>('formatting', options)).length).toBe(0);
  const range = { start: { line: 2, character: 3 }, end: { line: 2, character: 3 } };
  const actions = await ask<CodeAction[]>('codeAction', { range, context: { diagnostics: [] } });
  expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toContainEqual(['Change to /run/x', true]);
});

test('a line of a preset leads to its unit', async () => {
  client = await startClient({ capabilities: { textDocument: { definition: { linkSupport: true } } } });
  await client.open('file:///w/web.service', '[Service]\nExecStart=/bin/true\n|');
  const { at } = await client.open('file:///w/system-preset/50-web.preset', 'enable we|b.service\n');
  const found = await client.connection.sendRequest<LocationLink[]>('textDocument/definition', at);
  expect(found.map((link) => link.targetUri ?? (link as never as { uri: string }).uri)).toEqual([
    'file:///w/web.service',
  ]);
});

describe('files that are read together', () => {
  let files: Record<string, string>;
  const start = () => {
    files = { '/w/usr/lib/tmpfiles.d/b.conf': 'd /run/web 0755\n', '/w/etc/tmpfiles.d/a.conf': 'd /run/web 0700\n' };
    return startClient({
      folders: ['file:///w'],
      capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } },
      runtime: {
        lineFiles: async (folders) =>
          Object.keys(files)
            .filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)))
            .map((path) => ({ path })),
        readText: async (path) => files[path],
      },
    });
  };
  const B = 'file:///w/usr/lib/tmpfiles.d/b.conf';
  const A = 'file:///w/etc/tmpfiles.d/a.conf';

  test('are judged with what lies in the folders beside, and follow each change', async () => {
    client = await start();
    const { diagnostics } = await client.open(B, 'd /run/web 0755\n');
    expect(diagnostics).toMatchObject([
      {
        code: 'line-overridden',
        severity: 3,
        relatedInformation: [{ location: { uri: A, range: { start: { line: 0, character: 0 } } } }],
      },
    ]);
    files['/w/etc/tmpfiles.d/a.conf'] = 'd /run/other\n';
    const next = client.nextDiagnostics(B);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: A, type: 2 }] });
    expect(await next).toEqual([]);
  });

  test('count as the editor shows them', async () => {
    client = await start();
    await client.open(B, 'd /run/web 0755\n');
    const next = client.nextDiagnostics(B);
    await client.open(A, '# nothing\n');
    expect(await next).toEqual([]);
  });
});

test('a udev rule leads to the unit that it pulls in, which names it in turn, and labels are renamed', async () => {
  client = await startClient({ capabilities: { textDocument: { definition: { linkSupport: true } } } });
  const unit = 'file:///w/etc/systemd/system/web@.service';
  await client.open(unit, '[Service]\nExecStart=/bin/true\n|');
  const rules = 'file:///w/etc/udev/rules.d/50-web.rules';
  const text = 'KERNEL!="sda", GOTO="end"\nENV{SYSTEMD_WANTS}+="we|b@%k.service"\nLABEL="end"\n';
  const { at } = await client.open(rules, text);
  const ask = <T>(method: string, params: object): Promise<T> =>
    client.connection.sendRequest<T>(`textDocument/${method}`, params);
  const found = await ask<LocationLink[]>('definition', at);
  expect(found.map(({ targetUri }) => targetUri)).toEqual([unit]);
  const position = { line: 2, character: 8 };
  const textDocument = { uri: rules };
  const edit = await ask<WorkspaceEdit>('rename', { textDocument, position, newName: 'web_end' });
  const changed = JSON.stringify(edit);
  expect(changed.match(/web_end/g)).toHaveLength(2);
  expect(await ask<unknown[]>('documentHighlight', { textDocument, position })).toHaveLength(2);
});
