// A systemd of its own for tests and pictures; see systemd-sandbox.sh.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const script = join(here, 'systemd-sandbox.sh');

/**
 * The command line that runs another one inside.
 * @param {string} dir
 * @param {{uid: number, home: string}} [user] root, unless said
 */
export const sandboxPrefix = (dir, user) => [script, 'exec', dir, ...(user ? asUser(user) : [])];

/** May read what only root may, since the repository can lie in a closed folder; of systemd it may change nothing. */
export const asUser = ({ uid, home }) => [
  ...['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups'],
  ...['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search', 'env', `HOME=${home}`],
];

/**
 * Boots it, with this repository shared.
 * @param {string} dir where its state is kept
 * @param {string} [root] the folder that is / there, with a systemd in it; the machine's own, unless said
 * @returns {{dir: string, prefix: string[], stop: () => void} | {missing: string}} or why it cannot be had
 */
export function bootSandbox(dir, root = '/') {
  if (process.getuid?.() !== 0) return { missing: 'booting a systemd of its own needs root' };
  if (!existsSync(join(root, 'lib/systemd/systemd'))) return { missing: 'systemd is not installed' };
  mkdirSync(dir, { recursive: true });
  const { status, stderr } = spawnSync(script, ['start', dir, dirname(dirname(here))], {
    encoding: 'utf8',
    env: { ...process.env, SYSTEMD_SANDBOX_ROOT: root },
  });
  if (status !== 0) return { missing: `systemd cannot be booted here: ${stderr.trim().split('\n').at(-1)}` };
  return { dir, prefix: sandboxPrefix(dir), stop: () => execFileSync(script, ['stop', dir]) };
}
