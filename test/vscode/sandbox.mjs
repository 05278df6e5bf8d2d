// A systemd of its own for tests and pictures; see systemd-sandbox.sh.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const script = join(here, 'systemd-sandbox.sh');

/** The command line that runs another one inside. */
export const sandboxPrefix = (dir) => [script, 'exec', dir];

/**
 * Boots it, with this repository shared.
 * @param {string} dir where its state is kept
 * @returns {{dir: string, prefix: string[], stop: () => void} | {missing: string}} or why it cannot be had
 */
export function bootSandbox(dir) {
  if (process.getuid?.() !== 0) return { missing: 'booting a systemd of its own needs root' };
  if (!existsSync('/lib/systemd/systemd')) return { missing: 'systemd is not installed' };
  mkdirSync(dir, { recursive: true });
  const { status, stderr } = spawnSync(script, ['start', dir, dirname(dirname(here))], { encoding: 'utf8' });
  if (status !== 0) return { missing: `systemd cannot be booted here: ${stderr.trim().split('\n').at(-1)}` };
  return { dir, prefix: sandboxPrefix(dir), stop: () => execFileSync(script, ['stop', dir]) };
}
