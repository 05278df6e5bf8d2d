// VS Code Server from npm: what `npm start` and the VS Code suite present where no desktop VS Code can be had.
// Nothing is compiled: node-pty brings its binaries along, and the server does without the other native modules.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const repo = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** The VS Code of this code-server needs a newer Node than ours, so that comes from npm too. */
const versions = { 'code-server': '4.139.1', [`node-linux-${process.arch}`]: '24.21.0' };

/** Settings that leave the window to the files in it. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'git.openRepositoryInParentFolders': 'never',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/**
 * Installs the server below `.cache/` unless that was done before.
 * @returns the folder of VS Code Server and the Node that runs it
 */
export function installVsCodeServer(log = console.log) {
  if (process.platform !== 'linux') throw new Error('VS Code Server is only set up on Linux; install VS Code instead.');
  const root = join(repo, '.cache', 'vscode-server');
  const code = join(root, 'node_modules', 'code-server', 'lib', 'vscode');
  const node = join(root, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');
  const done = join(root, `installed-${versions['code-server']}`);
  if (!existsSync(done)) {
    log('Installing VS Code Server from npm into .cache/vscode-server (once, about a minute) …');
    rmSync(root, { recursive: true, force: true });
    mkdirSync(root, { recursive: true });
    writeFileSync(join(root, 'package.json'), JSON.stringify({ private: true, dependencies: versions }));
    const npm = (args, cwd) =>
      execFileSync('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd,
        stdio: ['ignore', 'inherit', 'inherit'],
      });
    npm(['install'], root);
    npm(['install', '--omit=dev'], code);
    writeFileSync(done, '');
  }
  return { code, node };
}

/**
 * Lays out a data folder with the extension as the only one installed: a link to its folder, so that a new build is
 * there after a reload of the page. Settings that exist stay as they are.
 */
export function prepareData(dataDir, settings, extension = repo) {
  const extensions = join(dataDir, 'extensions');
  rmSync(extensions, { recursive: true, force: true });
  mkdirSync(extensions, { recursive: true });
  symlinkSync(extension, join(extensions, 'systemd-units.systemd-units'), 'dir');
  const user = join(dataDir, 'data', 'User');
  mkdirSync(user, { recursive: true });
  const file = join(user, 'settings.json');
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(settings, null, 2));
}

/**
 * Starts VS Code Server on a loopback port and waits until it listens.
 * @param {{port?: number | string, dataDir: string, args?: string[], env?: NodeJS.ProcessEnv, prefix?: string[]}} options
 *   `port` may be a range, of which the first free one is taken; `prefix` is a command line that runs another one, as `systemd-sandbox.sh exec DIR` does
 * @returns {Promise<{port: number, process: import('node:child_process').ChildProcess, output: () => string}>}
 */
export function startVsCodeServer({ port = 0, dataDir, args = [], env = process.env, prefix = [] }) {
  const { code, node } = installVsCodeServer();
  const [file, ...argv] = [
    ...prefix,
    node,
    join(code, 'out', 'server-main.js'),
    '--host=127.0.0.1',
    `--port=${port}`,
    '--without-connection-token',
    '--accept-server-license-terms',
    '--telemetry-level=off',
    `--server-data-dir=${dataDir}`,
    ...args,
  ];
  const child = spawn(file, argv, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines = [];
  return new Promise((resolve, reject) => {
    const onLine = (line) => {
      lines.push(line);
      const listening = /Extension host agent listening on (\d+)/.exec(line);
      if (listening) resolve({ port: Number(listening[1]), process: child, output: () => lines.join('\n') });
    };
    createInterface({ input: child.stdout }).on('line', onLine);
    createInterface({ input: child.stderr }).on('line', onLine);
    child.on('error', reject);
    child.on('exit', (status) => reject(new Error(`VS Code Server ended with ${status}:\n${lines.join('\n')}`)));
  });
}
