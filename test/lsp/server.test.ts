import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CodeAction, CompletionItem, LocationLink } from 'vscode-languageserver-protocol';
import { startClient, type TestClient } from './client.ts';

const UNITS = ['/w/backup.service', '/w/backup.timer', '/w/getty@.service'];

let client: TestClient;

beforeEach(async () => {
  const workspaceFiles = async () => UNITS.map((path) => ({ path }));
  client = await startClient({ folders: ['file:///w'], runtime: { workspaceFiles } });
});

afterEach(() => client.close());

async function labels(uri: string, marked: string): Promise<string[]> {
  const { at } = await client.open(uri, marked);
  const items = await client.connection.sendRequest<CompletionItem[]>('textDocument/completion', at);
  return items.sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1)).map((item) => item.label);
}

describe('diagnostics', () => {
  test('a misspelt directive is underlined and mended', async () => {
    const { diagnostics, at } = await client.open(
      'file:///w/a.service',
      '[Service]\nExecStart=/bin/true\nRestrt|=no\n',
    );
    expect(diagnostics.map(({ code, range }) => [code, range.start.line])).toEqual([['directive-unknown', 2]]);
    const range = { start: at.position, end: at.position };
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      ...at,
      range,
      context: { diagnostics },
    });
    expect(actions.map(({ title }) => title)).toEqual(['Change to Restart=']);
  });

  test('a change is judged as the text then is', async () => {
    const uri = 'file:///w/a.service';
    const { diagnostics } = await client.open(uri, '[Service]\nExecStart=/bin/true\nRemainAfterExit=yes\n');
    expect(diagnostics).toEqual([]);
    const next = client.nextDiagnostics(uri);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 2, character: 16 }, end: { line: 2, character: 19 } }, text: 'maybe' },
      ],
    });
    expect((await next).map(({ code }) => code)).toEqual(['value-invalid']);
  });

  test('a file that is not a unit is left alone', async () => {
    const { diagnostics } = await client.open(
      'file:///w/org.example.service',
      '[D-BUS Service]\nName=org.example\nExec=/x\n',
    );
    expect(diagnostics).toEqual([]);
  });
});

describe('completion', () => {
  test('sections of the kind', async () => {
    expect(await labels('file:///w/a.timer', '[|')).toEqual(['[Unit]', '[Timer]', '[Install]']);
  });
  test('directives of the section, those set already after the others', async () => {
    const found = await labels('file:///w/a.timer', '[Timer]\nOnCalendar=daily\n|');
    expect(found).toContain('Persistent=');
    expect(found.indexOf('OnCalendar=')).toBeGreaterThan(found.indexOf('Persistent='));
  });
  test('yes and no', async () => {
    expect(await labels('file:///w/a.timer', '[Timer]\nPersistent=|\n')).toEqual(['yes', 'no']);
  });
});

test('definition leads from a timer to the service it starts', async () => {
  const { at } = await client.open('file:///w/backup.timer', '[|Timer]\nOnCalendar=daily\n');
  const found = await client.connection.sendRequest<LocationLink[]>('textDocument/definition', at);
  expect(found.map(({ targetUri }) => targetUri)).toEqual(['file:///w/backup.service']);
});

test('outline, folding and tokens answer', async () => {
  const { at } = await client.open(
    'file:///w/a.service',
    '[Unit]\nDescription=x\n\n[Service]\nExecStart=/bin/true \\\n  a\n',
  );
  const symbols = await client.connection.sendRequest<{ name: string }[]>('textDocument/documentSymbol', at);
  expect(symbols.map(({ name }) => name)).toEqual(['Unit', 'Service']);
  const folds = await client.connection.sendRequest<{ startLine: number; endLine: number }[]>(
    'textDocument/foldingRange',
    at,
  );
  expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
    [0, 1],
    [3, 5],
    [4, 5],
  ]);
  const tokens = await client.connection.sendRequest<{ data: number[] }>('textDocument/semanticTokens/full', at);
  expect(tokens.data.length % 5).toBe(0);
  expect(tokens.data.length).toBeGreaterThan(0);
});
