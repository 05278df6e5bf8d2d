import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('the generated facts are those of server/facts', () => {
  const { status, stderr } = spawnSync(process.execPath, ['server/scripts/facts.mjs', '--check'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
