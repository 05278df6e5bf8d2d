import { afterEach, expect, test } from 'vitest';
import { startClient, type TestClient } from './client.ts';

let client: TestClient;
afterEach(() => client.close());

const uri = 'file:///etc/systemd/system/a.service';

/** How often the runtime is asked to spend memory on speed by opening a unit of so many lines, and by typing into it. */
async function askedFor(lines: number): Promise<{ opening: number; typing: number }> {
  let asked = 0;
  const relaxMemoryLimits = (): void => {
    asked += 1;
  };
  client = await startClient({ runtime: { relaxMemoryLimits } });
  await client.open(uri, `[Unit]\n${'After=b.service\n'.repeat(lines)}`);
  const opening = asked;
  const start = { line: 1, character: 6 };
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start, end: start }, text: 'x' }],
  });
  // Answered after the change was taken in.
  await client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
  return { opening, typing: asked - opening };
}

test('only typing into a long unit is worth memory', async () => {
  expect(await askedFor(1000)).toEqual({ opening: 0, typing: 1 });
  await client.close();
  expect(await askedFor(100)).toEqual({ opening: 0, typing: 0 });
});
