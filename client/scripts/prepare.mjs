// What `npm start` and `npm test` need in a fresh clone: the packages, and a build.
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const repo = fileURLToPath(new URL('../../', import.meta.url));

export const run = (file, args) => execFileSync(file, args, { cwd: repo, stdio: ['ignore', 'inherit', 'inherit'] });

/** `npm ci`, unless what is installed is at least as new as the lock file. */
export function installPackages() {
  const [installed, wanted] = ['node_modules/.package-lock.json', 'package-lock.json'].map((path) => repo + path);
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  run('npm', ['ci', '--no-audit', '--no-fund']);
}

export const buildAll = () => run(process.execPath, ['esbuild.mjs']);
