import { afterEach, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  type DocumentDiagnosticReport,
  type SemanticTokens,
  type SemanticTokensDelta,
} from 'vscode-languageserver-protocol/node';
import { startClient, type TestClient } from './client.ts';

const uri = 'file:///etc/systemd/system/a.service';
const textDocument = { uri };

let client: TestClient;
afterEach(() => client.close());

async function opened(text: string): Promise<void> {
  const document = { uri, languageId: 'systemd', version: 1, text };
  await client.connection.sendNotification('textDocument/didOpen', { textDocument: document });
}

describe('diagnostics on request', () => {
  const capabilities = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
  const pull = (previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    client.connection.sendRequest('textDocument/diagnostic', { textDocument, previousResultId });

  test('a client that asks is answered, and not sent any', async () => {
    client = await startClient({ capabilities });
    client.connection.onRequest('workspace/diagnostic/refresh', () => null);
    let sent = 0;
    client.connection.onNotification('textDocument/publishDiagnostics', () => {
      sent += 1;
    });
    expect(client.initialized.capabilities.diagnosticProvider).toEqual({
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    await opened('[Service]\nExecStart=/bin/true\nRestart=alwys\n');
    const first = await pull();
    expect(first).toMatchObject({ kind: 'full', items: [{ code: 'value-invalid' }] });
    const again = await pull(first.resultId);
    expect(again).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: '[Service]\nExecStart=/bin/true\n' }],
    });
    expect(await pull(first.resultId)).toMatchObject({ kind: 'full', items: [] });
    expect(sent).toBe(0);
  });

  test('what was told of a text that was closed is told anew when it is opened again', async () => {
    client = await startClient({ capabilities });
    client.connection.onRequest('workspace/diagnostic/refresh', () => null);
    await opened('[Service]\nExecStart=/bin/true\nRestart=alwys\n');
    const first = await pull();
    await client.connection.sendNotification('textDocument/didClose', { textDocument });
    await opened('[Service]\nExecStart=/bin/true\nRestart=alwys\n');
    expect(await pull(first.resultId)).toMatchObject({ kind: 'full', items: [{ code: 'value-invalid' }] });
  });

  test('a client that cannot ask has no such provider', async () => {
    client = await startClient();
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
  });
});

describe('columns in UTF-8', () => {
  const capabilities = { general: { positionEncodings: ['utf-8', 'utf-16'] } };
  // Each umlaut has two bytes, the wheel four; in UTF-16 they have one and two units.
  const text = '[Unit]\nDescription=äö\u{1f6de}\n[Service]\nExecStart=/bin/echo ä && b\n';

  test('are agreed on, and hold for diagnostics, edits and questions', async () => {
    client = await startClient({ capabilities });
    expect(client.initialized.capabilities.positionEncoding).toBe('utf-8');
    const { diagnostics } = await client.open(uri, text);
    expect(diagnostics).toMatchObject([
      { code: 'shell-syntax', range: { start: { line: 3, character: 23 }, end: { line: 3, character: 25 } } },
    ]);
    const next = client.nextDiagnostics(uri);
    const change = (line: number, from: number, to: number, inserted: string) => ({
      range: { start: { line, character: from }, end: { line, character: to } },
      text: inserted,
    });
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [change(1, 16, 20, 'ß'), change(1, 18, 18, 'x %Z'), change(3, 23, 25, '>')],
    });
    expect(await next).toMatchObject([
      { code: 'specifier-unknown', range: { start: { line: 1, character: 20 } } },
      { code: 'shell-syntax', range: { start: { line: 3, character: 23 } } },
    ]);
  });

  test('are not used with a client that does not know them', async () => {
    client = await startClient({ capabilities: { general: { positionEncodings: ['utf-16'] } } });
    expect(client.initialized.capabilities.positionEncoding).toBe('utf-16');
  });
});

describe('tokens', () => {
  test('after a change only what differs is sent', async () => {
    client = await startClient();
    await client.open(uri, '[Unit]\nAfter=a.service b.service\n[Service]\nExecStart=/bin/true\n');
    const full = await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument,
    });
    const next = client.nextDiagnostics(uri);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 1, character: 15 }, end: { line: 1, character: 24 } }, text: 'long-name.service' },
      ],
    });
    await next;
    const delta = await client.connection.sendRequest<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
      textDocument,
      previousResultId: full.resultId,
    });
    const anew = await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument,
    });
    const patched = [...full.data];
    for (const { start, deleteCount, data = [] } of delta.edits) patched.splice(start, deleteCount, ...data);
    expect(patched).toEqual(anew.data);
    expect(delta.edits.flatMap(({ data = [] }) => data).length).toBeLessThan(anew.data.length / 2);
  });
});

describe('faults', () => {
  test('a feature that throws answers empty, is logged once, and the server lives', async () => {
    const logged: string[] = [];
    const manual = (): never => {
      throw new Error('disk on fire');
    };
    client = await startClient({ runtime: { manual } });
    client.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      logged.push(message);
    });
    const { at } = await client.open(uri, '[Service]\nRes|tart=always\nExecStart=/bin/true\n');
    expect(await client.connection.sendRequest('textDocument/hover', at)).toBeNull();
    expect(await client.connection.sendRequest('textDocument/hover', at)).toBeNull();
    expect(await client.connection.sendRequest('textDocument/foldingRange', { textDocument })).toHaveLength(1);
    expect(logged.filter((message) => message.includes('hover failed'))).toHaveLength(1);
  });

  test('a request taken back is answered as such', async () => {
    client = await startClient();
    const { at } = await client.open(uri, '[Service]\nRes|tart=always\n');
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest('textDocument/completion', at, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
  });
});
