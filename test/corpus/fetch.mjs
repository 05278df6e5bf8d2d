// Fetches the Debian packages of packages.txt with apt and keeps their systemd units in .cache/corpus/PACKAGE/.
//
//   node test/corpus/fetch.mjs            packages that are there already are left alone
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const corpus = join(here, '../../.cache/corpus');
const batchSize = 40;

const wanted = readFileSync(join(here, 'packages.txt'), 'utf8')
  .split('\n')
  .filter((name) => /^[a-z0-9][a-z0-9+.-]+$/.test(name));
const missing = wanted.filter((name) => !existsSync(join(corpus, name)));
mkdirSync(corpus, { recursive: true });

for (let start = 0; start < missing.length; start += batchSize) {
  const batch = missing.slice(start, start + batchSize);
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  try {
    download(batch, folder);
    for (const file of readdirSync(folder)) unpack(join(folder, file), file.slice(0, file.indexOf('_')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`${Math.min(start + batchSize, missing.length)} of ${missing.length} packages`);
}

/** One name that apt does not know fails the whole call, so a failed batch is tried name by name. */
function download(names, folder) {
  if (spawnSync('apt-get', ['-qq', 'download', ...names], { cwd: folder, stdio: 'ignore' }).status === 0) return;
  for (const name of names) {
    const done = spawnSync('apt-get', ['-qq', 'download', name], { cwd: folder, stdio: 'ignore' });
    if (done.status !== 0) console.warn(`apt has no ${name}`);
  }
}

/** Only below the unit directories: everything else of the package is dropped. */
function unpack(deb, name) {
  const target = join(corpus, name);
  mkdirSync(target, { recursive: true });
  const data = execFileSync('dpkg-deb', ['--fsys-tarfile', deb], { maxBuffer: 2 ** 30 });
  const patterns = ['./lib/systemd/*', './usr/lib/systemd/*', './etc/systemd/*', './usr/share/systemd/*'];
  spawnSync('tar', ['-x', '-C', target, '--no-same-owner', '--wildcards', ...patterns], { input: data, stdio: ['pipe', 'ignore', 'ignore'] });
  const units = spawnSync('find', [target, '-type', 'f', '(', '-perm', '/111', '-o', '-path', '*/catalog/*', ')', '-delete']);
  if (units.status !== 0) throw new Error(`cannot clean ${target}`);
}
