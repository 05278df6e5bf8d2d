// Fetches the packages of quadlet-packages.txt from Debian sid and keeps their Quadlet files in .cache/quadlets/PACKAGE/, as they lie
// below containers/systemd. apt has a state of its own for it: that of the machine stays as it is.
//
//   node test/corpus/fetch-quadlets.mjs       packages that are there already are left alone
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const kept = join(here, '../../.cache/quadlets');
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

const wanted = readFileSync(join(here, 'quadlet-packages.txt'), 'utf8')
  .split('\n')
  .filter((name) => /^[a-z0-9][a-z0-9+.-]+$/.test(name) && !existsSync(join(kept, name)));
if (wanted.length > 0) fetchAll(wanted);
console.log(`packages with Quadlet files: ${existsSync(kept) ? readdirSync(kept).length : 0}`);

function fetchAll(names) {
  const folder = mkdtempSync(join(tmpdir(), 'quadlets-'));
  try {
    const apt = aptWithin(folder);
    apt('update');
    apt('download', ...names);
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.deb')))
      unpack(join(folder, file), file.slice(0, file.indexOf('_')));
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
  return (...args) => execFileSync('apt-get', ['-qq', ...given, ...args], { cwd: folder, stdio: 'inherit' });
}

function unpack(deb, name) {
  const target = join(kept, name);
  mkdirSync(target, { recursive: true });
  const input = execFileSync('dpkg-deb', ['--fsys-tarfile', deb], { maxBuffer: 2 ** 30 });
  const patterns = ['./usr/share/containers/systemd/*', './etc/containers/systemd/*'];
  const options = ['-x', '-C', target, '--no-same-owner', '--wildcards', '--transform=s,^.*containers/systemd/,,'];
  spawnSync('tar', [...options, ...patterns], { input, stdio: ['pipe', 'ignore', 'ignore'] });
}
