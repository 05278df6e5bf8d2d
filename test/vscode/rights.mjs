// The suite of a user without rights: a VS Code of theirs in the systemd of a root folder with all ways to more of them.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { launch } from './launch.mjs';
import { bootSandbox, sandboxPrefix } from './sandbox.mjs';

const root = join(process.env.SYSTEMD_UNITS_CHROOTS ?? '/var/cache/systemd-units', 'rights');
const user = { uid: 1000, home: '/home/tester' };

/**
 * @param {{path?: string, standIn?: boolean}} code
 * @param {string} scratch
 * @returns {Promise<{passed: number, failed: number, skipped: string[]}>}
 */
export async function runRightsSuite(code, scratch) {
  const missing = code.standIn ? whyNot() : 'only with the stand-in for VS Code';
  const sandbox = missing ? { missing } : bootSandbox(join(scratch, 'rights'), root);
  if (sandbox.missing) return { passed: 0, failed: 0, skipped: [`rights and other machines: ${sandbox.missing}`] };
  try {
    const port = await freePort();
    startSshServer(sandbox.dir, port);
    const env = { SYSTEMD_UNITS_SSH_PORT: String(port) };
    return await launch({ code, suites: ['rights'], scratch, sandbox, user, env });
  } finally {
    sandbox.stop();
  }
}

const whyNot = () =>
  existsSync(join(root, '.built')) ? undefined : `no ${root}; test/vscode/rights-root.sh builds it`;

/** The network is the machine's, so the port has to be one that is free there. */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Returns when it listens. */
function startSshServer(dir, port) {
  const [file, ...prefix] = sandboxPrefix(dir);
  const sshd = ['/usr/sbin/sshd', '-D', '-p', String(port), '-o', 'ListenAddress=127.0.0.1'];
  const options = ['--quiet', '--service-type=notify', '--property=RuntimeDirectory=sshd', '--unit=other-host'];
  execFileSync(file, [...prefix, 'systemd-run', ...options, ...sshd]);
}
