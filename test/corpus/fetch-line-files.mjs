// Fetches the packages of line-packages.txt from Debian sid and keeps their files that are read line by line (tmpfiles.d, sysusers.d,
// udev rules and the others) in .cache/line-files/PACKAGE/. apt has a state of its own for it: that of the machine stays as it is.
//
//   node test/corpus/fetch-line-files.mjs       packages that are there already are left alone; 1 GB is read, 10 MB are kept
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const kept = join(here, '../../.cache/line-files');
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const BATCH = 40;

const wanted = readFileSync(join(here, 'line-packages.txt'), 'utf8')
  .split('\n')
  .filter((name) => /^[a-z0-9][a-z0-9+.-]+$/.test(name) && !existsSync(join(kept, name)));
if (wanted.length > 0) fetchAll(wanted);
console.log(`packages with files of lines: ${existsSync(kept) ? readdirSync(kept).length : 0}`);

function fetchAll(names) {
  const folder = mkdtempSync(join(tmpdir(), 'line-files-'));
  try {
    const apt = aptWithin(folder);
    if (apt('update') !== 0) throw new Error('apt-get update failed');
    for (let at = 0; at < names.length; at += BATCH) {
      const batch = names.slice(at, at + BATCH);
      // One that is gone fails the whole call, so a failed batch is tried name by name.
      if (apt('download', ...batch) !== 0) for (const name of batch) apt('download', name);
      for (const file of readdirSync(folder).filter((name) => name.endsWith('.deb'))) {
        unpack(join(folder, file), file.slice(0, file.indexOf('_')));
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

function unpack(deb, name) {
  const target = join(kept, name);
  mkdirSync(target, { recursive: true });
  const input = execFileSync('dpkg-deb', ['--fsys-tarfile', deb], { maxBuffer: 2 ** 31 });
  const patterns = ['tmpfiles', 'user-tmpfiles', 'sysusers', 'sysctl', 'modules-load', 'environment', 'binfmt', 'rules']
    .map((folder) => `*/${folder}.d/*`)
    .concat('*/systemd/*-preset/*');
  const tar = ['-x', '-C', target, '--no-same-owner', '--wildcards', ...patterns];
  spawnSync('tar', tar, { input, stdio: ['pipe', 'ignore', 'ignore'] });
}
