import { expect, test } from 'vitest';
import { startClient } from './client.ts';

const MIB = 1 << 20;

test('the index reads so much of all units together, and no more, however many there are', async () => {
  let read = 0;
  const text = `[Unit]\nDescription=${'x'.repeat(MIB)}\n`;
  const files = Array.from({ length: 400 }, (_, i) => ({ path: `/w/u${i}.service` }));
  const client = await startClient({
    folders: ['file:///w'],
    runtime: {
      workspaceFiles: async () => files,
      readText: async (path) => {
        if (!path.endsWith('.service')) return undefined;
        read += text.length;
        return text;
      },
    },
  });
  await client.indexed;
  expect(read).toBeGreaterThan(32 * MIB);
  expect(read).toBeLessThan(128 * MIB);
  await client.close();
});
