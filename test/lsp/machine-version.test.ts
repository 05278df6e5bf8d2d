import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { machineVersion } from '../../server/src/node/systemd-version.ts';

let folder: string;
const path = process.env.PATH;

/** A systemctl before all others. */
function systemctlThat(does: string): void {
  const file = join(folder, 'systemctl');
  writeFileSync(file, `#!/bin/sh\n${does}\n`);
  chmodSync(file, 0o755);
  process.env.PATH = `${folder}${delimiter}${path}`;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'systemd-units-version-'));
});
afterEach(() => {
  process.env.PATH = path;
  rmSync(folder, { recursive: true });
});

test('the version of the machine is what systemctl says in its first line', async () => {
  systemctlThat('echo "systemd 252 (252.39-1)"; echo "+PAM"');
  expect(await machineVersion([])).toBe(252);
});

test('a systemctl that is stopped, and heeds no signal but the last, is not waited for', async () => {
  systemctlThat('kill -STOP $$');
  expect(await machineVersion([])).toBeUndefined();
});
