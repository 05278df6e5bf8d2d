import { afterEach, expect, test } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  Hover,
  LocationLink,
  SemanticTokens,
  SignatureHelp,
  TextEdit,
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
