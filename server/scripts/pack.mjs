// Packs the npm package of the command line and language server: node server/scripts/pack.mjs [FOLDER]
// What the whole project shares is copied in for the time of packing. Needs a build.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const server = join(repository, 'server');
const shared = {
  LICENSE: 'LICENSE',
  'THIRD-PARTY-NOTICES.md': 'THIRD-PARTY-NOTICES.md',
  'docs/systemd-units.1': 'dist/systemd-units.1',
  'schemas/config.schema.json': 'dist/config.schema.json',
  'schemas/check.schema.json': 'dist/check.schema.json',
};

/** @returns the tarball's path */
export function pack(folder = repository) {
  mkdirSync(folder, { recursive: true });
  for (const [from, to] of Object.entries(shared)) copyFileSync(join(repository, from), join(server, to));
  try {
    const args = ['pack', '--json', '--ignore-scripts', `--pack-destination=${resolve(folder)}`];
    const [{ filename }] = JSON.parse(execFileSync('npm', args, { cwd: server, encoding: 'utf8' }));
    return join(folder, filename);
  } finally {
    for (const to of Object.values(shared)) rmSync(join(server, to), { force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(pack(process.argv[2]));
