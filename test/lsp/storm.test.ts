import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { checkText } from '../../server/src/service/check.ts';
import { lineIndex } from '../../server/src/text/line-index.ts';
import { createUnitIndex } from '../../server/src/units/unit-index.ts';
import { type Edit, edited, edits, spanOf, unitText } from '../fuzz/unit-text.ts';
import { startClient } from './client.ts';

/** `FUZZ_RUNS=5000` for minutes of it. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 25);

const client = await startClient();
afterAll(() => client.close());
const { connection } = client;

const latest = new Map<string, PublishDiagnosticsParams>();
let wake: () => void = () => undefined;
connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
  latest.set(params.uri, params);
  wake();
});

/** Ends what would wait for ever; a judgement takes milliseconds. */
const PATIENCE = 30_000;

/**
 * That the editor sees this, once all that was sent before has been read. Findings that stayed the same are not sent
 * again, so no version is waited for.
 */
async function expectShown(uri: string, wanted: unknown): Promise<void> {
  await connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
  const until = Date.now() + PATIENCE;
  while (!isDeepStrictEqual(shown(latest.get(uri)), wanted) && Date.now() < until) {
    await new Promise<void>((resolve) => {
      wake = resolve;
      setTimeout(resolve, 100);
    });
  }
  expect(shown(latest.get(uri))).toEqual(wanted);
}

/** A lone surrogate cannot cross the wire: JSON in UTF-8 has no way to say it. */
const sendable = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

let count = 0;

async function play(start: string, changes: readonly Edit[], atOnce: boolean): Promise<void> {
  count += 1;
  const uri = `file:///etc/systemd/system/storm-${count}.service`;
  let text = sendable(start);
  let version = 1;
  const asked: Promise<unknown>[] = [];
  const textDocument = { uri, languageId: 'systemd', version, text };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  for (const change of changes) {
    const next = { ...change, inserted: sendable(change.inserted) };
    const { start: from, end } = spanOf(text, next);
    const lines = lineIndex(text);
    const range = { start: lines.positionAt(from), end: lines.positionAt(end) };
    // A place inside a line end or a pair is not one an editor sends.
    const document = TextDocument.create(uri, 'systemd', version, text);
    if (document.offsetAt(range.start) !== from || document.offsetAt(range.end) !== end) continue;
    const after = edited(text, next);
    if (after !== sendable(after)) continue;
    text = after;
    version += 1;
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: next.inserted }],
    });
    if (!atOnce) await expectShown(uri, expected(text, uri));
    else asked.push(connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: range.start }));
  }
  await expectShown(uri, expected(text, uri));
  // One still under way when the client goes would fail where nobody looks.
  await Promise.all(asked);
  await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
}

const shown = (params?: PublishDiagnosticsParams): unknown =>
  params?.diagnostics.map(({ code, message, range }) => [code, message, range]);

function expected(text: string, uri: string): unknown {
  const path = uri.slice('file://'.length);
  const lines = lineIndex(text);
  const index = createUnitIndex();
  index.add(path, 'workspace');
  index.setText(path, text);
  const around = { units: [[{ path, text }]], index };
  return checkText(text, { path, version: NEWEST_VERSION, around }).map(({ rule, message, start, end }) => [
    rule,
    message,
    { start: lines.positionAt(start), end: lines.positionAt(end) },
  ]);
}

test('after each of many edits the editor sees what a fresh reading finds', async () => {
  await fc.assert(
    fc.asyncProperty(unitText, edits, (text, changes) => play(text, changes, false)),
    { numRuns: RUNS },
  );
}, 600_000);

test('a burst of edits and questions ends in the diagnostics of the last version', async () => {
  await fc.assert(
    fc.asyncProperty(unitText, edits, (text, changes) => play(text, changes, true)),
    { numRuns: RUNS },
  );
}, 600_000);
