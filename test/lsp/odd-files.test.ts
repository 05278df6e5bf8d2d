import { afterEach, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { startClient, type TestClient } from './client.ts';

let client: TestClient;
afterEach(() => client.close());

const UNIT = '[Service]\nExecStart=/bin/true\n';
const noise = (length: number): string =>
  Array.from({ length }, (_, i) => String.fromCharCode((i * 7919 + (i >> 3)) % 256)).join('');

/** A text, and what is said of it. */
const TEXTS: readonly [name: string, text: () => string, codes: readonly (string | undefined)[]][] = [
  ['nothing', () => '', []],
  ['100,000 lines', () => `${UNIT}${'Environment=A=1 B=2\n'.repeat(99_990)}Restrt=no\n`, ['directive-unknown']],
  // The first of them, and how many there are.
  [
    '20,000 faults',
    () => `${UNIT}${'Restrt=no\n'.repeat(19_990)}`,
    [undefined, ...Array(250).fill('directive-unknown')],
  ],
  ['50 MB', () => `${UNIT}${'Environment=ABCDEF=1\n'.repeat(2_500_000)}`, ['file-too-long']],
  ['10 MB in one line', () => `${UNIT}Environment=${'x'.repeat(10 << 20)}`, ['file-too-long']],
  ['2 MB in one line', () => `${UNIT}Environment=A=${'x'.repeat(2 << 20)}\n`, ['line-too-long']],
  ['2 MB of continuations', () => `${UNIT}Environment=A=1 \\\n${'  x=y \\\n'.repeat(200_000)}\n`, ['line-too-long']],
  ['a program', () => noise(100_000), []],
  ['a program that begins as a unit', () => `${UNIT}${noise(10_000)}`, []],
  ['lines that end in CR LF', () => `${UNIT}Restrt=no\n`.replaceAll('\n', '\r\n'), ['directive-unknown']],
  ['lines that end in CR', () => `${UNIT}Restrt=no\n`.replaceAll('\n', '\r'), ['directive-unknown']],
  ['a byte order mark', () => `\ufeff${UNIT}Restrt=no\n`, ['directive-unknown']],
  ['NUL', () => `${UNIT}Description\0=x\n\0\nRestrt=no\0\n`, ['missing-equals', 'missing-key', 'directive-unknown']],
  ['bytes that were no UTF-8', () => `${UNIT}Environment=A=\ufffd\ufffd\n`, []],
  ['half a character', () => `${UNIT}Environment=A=\ud83d\n`, ['value-invalid', 'invalid-utf8']],
  [
    'a thousand brackets',
    () => `${'['.repeat(1000)}\n${']'.repeat(1000)}\n[${'a'.repeat(5000)}]\n`,
    ['section-header', 'section-unknown'],
  ],
  ['quotes without end', () => `[Service]\nExecStart=/bin/sh ${'"\''.repeat(20_000)}\n`, ['quoting']],
  ['specifiers without end', () => `[Service]\nExecStart=/bin/sh ${'%'.repeat(20_001)}\n`, []],
];

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const uri = 'file:///w/odd.service';
const textDocument = { uri };
const position = { line: 1, character: 3 };
const range = { start: { line: 0, character: 0 }, end: { line: 40, character: 0 } };

const QUESTIONS: readonly [string, object][] = [
  ['textDocument/hover', { textDocument, position }],
  ['textDocument/completion', { textDocument, position }],
  ['textDocument/signatureHelp', { textDocument, position: { line: 2, character: 20 } }],
  ['textDocument/documentSymbol', { textDocument }],
  ['textDocument/foldingRange', { textDocument }],
  ['textDocument/selectionRange', { textDocument, positions: [position, { line: 2, character: 20 }] }],
  ['textDocument/documentLink', { textDocument }],
  ['textDocument/formatting', { textDocument, options: {} }],
  ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
  ['textDocument/inlayHint', { textDocument, range }],
  ['textDocument/semanticTokens/full', { textDocument }],
  ['textDocument/semanticTokens/range', { textDocument, range }],
  ['textDocument/references', { textDocument, position, context: { includeDeclaration: true } }],
];

test.each(TEXTS)(
  '%s: judged or given up with a notice, asked everything, edited',
  async (_, textOf, expected) => {
    client = await startClient();
    const faults: string[] = [];
    client.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      if (message.includes(' failed: ')) faults.push(message);
    });
    const text = textOf();
    const pushed = client.nextDiagnostics(uri);
    const document = { uri, languageId: 'systemd', version: 1, text };
    await client.connection.sendNotification('textDocument/didOpen', { textDocument: document });
    expect(codes(await pushed)).toEqual(expected);
    for (const [method, params] of QUESTIONS) await client.connection.sendRequest(method, params);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: position, end: position }, text: 'x' }],
    });
    await client.connection.sendRequest('textDocument/hover', { textDocument, position });
    const other = await client.open('file:///w/plain.service', `${UNIT}Restrt=no\n`);
    expect(codes(other.diagnostics)).toEqual(['directive-unknown']);
    expect(faults).toEqual([]);
  },
  120_000,
);
