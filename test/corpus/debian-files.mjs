// Keeps files of packages of Debian sid; each script beside this one says which.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
/** Packages that lie on the disk at a time. */
const BATCH = 40;

/**
 * Fetches the packages of a list and keeps their files in `.cache/FOLDER/PACKAGE`; packages that are there already are left
 * alone. apt has a state of its own for it: that of the machine stays as it is.
 * @param {{ list: string, folder: string, patterns: readonly string[], options?: readonly string[] }} what the list is a file
 *   beside this one with a package a line; the patterns and options are those of tar
 * @returns {number} how many packages are there
 */
export function keepFiles({ list, folder, patterns, options = [] }) {
  const kept = join(here, '../../.cache', folder);
  const wanted = readFileSync(join(here, list), 'utf8')
    .split('\n')
    .filter((name) => /^[a-z0-9][a-z0-9+.-]+$/.test(name) && !existsSync(join(kept, name)));
  if (wanted.length > 0) fetchAll(wanted, (deb, name) => unpack(deb, join(kept, name), [...options, ...patterns]));
  return existsSync(kept) ? readdirSync(kept).length : 0;
}

function fetchAll(names, keep) {
  const folder = mkdtempSync(join(tmpdir(), 'debian-files-'));
  try {
    const apt = aptWithin(folder);
    if (apt('update') !== 0) throw new Error('apt-get update failed');
    for (let at = 0; at < names.length; at += BATCH) {
      const batch = names.slice(at, at + BATCH);
      // One that is gone fails the whole call, so a failed batch is tried name by name.
      if (apt('download', ...batch) !== 0) for (const name of batch) apt('download', name);
      for (const file of readdirSync(folder).filter((name) => name.endsWith('.deb'))) {
        keep(join(folder, file), file.slice(0, file.indexOf('_')));
        rmSync(join(folder, file));
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first plain Debian archive apt itself uses. */
function archive() {
  const targets = execFileSync('apt-get', ['indextargets', '--format', '$(ORIGIN) $(REPO_URI)'], { encoding: 'utf8' });
  const found = targets.split('\n').find((line) => line.startsWith('Debian ') && !line.includes('security'));
  if (!found) throw new Error('no Debian archive among the sources of apt');
  return found.slice('Debian '.length);
}

function aptWithin(folder) {
  for (const name of ['lists/partial', 'cache/archives/partial']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'sources.list'), `deb [signed-by=${KEYRING}] ${archive()} sid main\n`);
  const options = {
    'Dir::Etc::sourcelist': join(folder, 'sources.list'),
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::State::lists': join(folder, 'lists'),
    'Dir::Cache': join(folder, 'cache'),
    'APT::Sandbox::User': 'root',
  };
  const given = Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  return (...args) => spawnSync('apt-get', ['-qq', ...given, ...args], { cwd: folder, stdio: 'ignore' }).status;
}

function unpack(deb, target, words) {
  mkdirSync(target, { recursive: true });
  const input = execFileSync('dpkg-deb', ['--fsys-tarfile', deb], { maxBuffer: 2 ** 31 });
  const tar = ['-x', '-C', target, '--no-same-owner', '--wildcards', ...words];
  spawnSync('tar', tar, { input, stdio: ['pipe', 'ignore', 'ignore'] });
}
