import { expect, test } from 'vitest';
import { startClient } from './client.ts';

const uri = 'file:///etc/systemd/system/x.service';
const faulty = `[Service]\nExecStart=/bin/true\n${'Foo=1\n'.repeat(999)}User=a/b\n`;

test('of a thousand findings the gravest are shown, and the others counted', async () => {
  const client = await startClient();
  const { diagnostics } = await client.open(uri, faulty);
  expect(diagnostics).toHaveLength(251);
  expect(diagnostics[0]!.message).toContain('250 of 1,000 findings are shown');
  expect(diagnostics.filter(({ severity }) => severity === 1)).toHaveLength(1);
  await client.close();
});

test('what is found is not sent again while it is the same', async () => {
  const client = await startClient();
  await client.open(uri, `${faulty}# a comment\n`);
  const sent: number[] = [];
  client.connection.onNotification('textDocument/publishDiagnostics', ({ version }: { version: number }) => {
    sent.push(version);
  });
  const change = (version: number, line: number, text: string) =>
    client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: { line, character: 0 }, end: { line, character: 0 } }, text }],
    });
  await change(2, 1002, '# ');
  await client.connection.sendRequest('textDocument/hover', {
    textDocument: { uri },
    position: { line: 0, character: 1 },
  });
  const next = new Promise<void>((resolve) => {
    client.connection.onNotification('textDocument/publishDiagnostics', ({ version }: { version: number }) => {
      sent.push(version);
      resolve();
    });
  });
  await change(3, 1, 'Bar=1\n');
  await next;
  expect(sent).toEqual([3]);
  await client.close();
});
