import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const suite = 'sid';
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Binary packages of the source package systemd that carry no manual pages, or a great deal beside them. */
const unwanted = /-(?:tests|dev|dbgsym|sysv|efi.*|standalone-.*)$|^systemd-standalone/;

/**
 * The manual pages of Debian's newest systemd, kept below `cache`: `{ directory, origin }`, or undefined with the
 * reason told to `warn`. What was fetched once is kept until `refresh`.
 */
export function fetchPages(cache, { warn, refresh = false }) {
  const kept = join(cache, suite);
  if (refresh || !existsSync(join(kept, 'origin'))) {
    mkdirSync(cache, { recursive: true });
    // A folder of its own until all is there: several builds may run at once.
    const work = mkdtempSync(join(cache, 'fetch-'));
    try {
      const reason = fetchInto(work);
      if (reason !== undefined) warn(reason);
      else moveInto(work, kept);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  if (!existsSync(join(kept, 'origin'))) return undefined;
  return { directory: join(kept, 'man'), origin: readFileSync(join(kept, 'origin'), 'utf8').trim() };
}

function moveInto(work, kept) {
  rmSync(kept, { recursive: true, force: true });
  try {
    renameSync(work, kept);
  } catch (error) {
    // Another build was faster; its pages are as good.
    if (!existsSync(join(kept, 'origin'))) throw error;
  }
}

/**
 * Downloads and unpacks; the reason when it could not. apt runs on directories of its own, so the machine's apt is left
 * as it is; it takes the mirror and the proxy from the machine's settings and checks Debian's signature.
 */
function fetchInto(work) {
  const mirror = findMirror();
  if (mirror === undefined) return 'no Debian mirror among the apt sources of this machine';
  const apt = privateApt(work, mirror);
  const update = apt('apt-get', ['-qq', 'update']);
  if (update.status !== 0) return `apt cannot read ${suite} from ${mirror}: ${lastLine(update.stderr)}`;
  const packages = systemdPackages(apt);
  if (packages.length === 0) return `${mirror} has no package systemd`;
  const download = apt('apt-get', ['-qq', 'download', ...packages.map(({ name, version }) => `${name}=${version}`)]);
  if (download.status !== 0) return `apt cannot download systemd: ${lastLine(download.stderr)}`;
  for (const file of readdirSync(work).filter((name) => name.endsWith('.deb'))) unpackPages(work, file);
  if (!existsSync(join(work, 'man/man5'))) return 'the packages hold no manual pages';
  fetchQuadletPage(apt, work);
  rmSync(join(work, 'apt'), { recursive: true, force: true });
  const version = packages.find(({ name }) => name === 'systemd')?.version ?? '';
  writeFileSync(join(work, 'origin'), `Debian ${suite}, systemd ${version}\n`);
  return undefined;
}

/** Podman's page on Quadlet files, alone of all in its package; without it their hovers have our own words only. */
function fetchQuadletPage(apt, work) {
  if (apt('apt-get', ['-qq', 'download', 'podman']).status !== 0) return;
  const [file] = readdirSync(work).filter((name) => /^podman_.*\.deb$/.test(name));
  const page = 'podman-systemd.unit.5.gz';
  const into = join(work, 'unpacked');
  const { status } = spawnSync('dpkg-deb', ['-x', file, into], { cwd: work });
  const path = join(into, 'usr/share/man/man5', page);
  if (status === 0 && existsSync(path)) cpSync(path, join(work, 'man/man5', page));
  rmSync(into, { recursive: true, force: true });
  rmSync(join(work, file));
}

/**
 * The first Debian archive apt itself uses, whether its source is a one-line or a deb822 one. Index files tell their
 * origin, but only after the first `apt update` of a machine; before that, Debian's archives are known by their paths.
 */
function findMirror() {
  const known = ask(['indextargets', '--format', '$(REPO_URI) $(ORIGIN)'])
    .map((line) => line.split(' '))
    .find(([uri, origin]) => origin === 'Debian' && isArchive(uri));
  const [configured] = ask(['--print-uris', 'update'])
    .map((line) => /^'(\S+?)\/dists\//.exec(line)?.[1] ?? '')
    .filter((uri) => isArchive(uri) && uri.endsWith('/debian'));
  return (known?.[0] ?? configured)?.replace(/\/$/, '');
}

function ask(argv) {
  return (spawnSync('apt-get', argv, { encoding: 'utf8' }).stdout ?? '').split('\n');
}

function isArchive(uri) {
  return /^https?:/.test(uri) && !/security/.test(uri);
}

function privateApt(root, mirror) {
  const home = join(root, 'apt');
  for (const folder of ['lists/partial', 'cache/archives/partial', 'parts'])
    mkdirSync(join(home, folder), { recursive: true });
  const trust = existsSync(keyring) ? ` [signed-by=${keyring}]` : '';
  writeFileSync(join(home, 'sources.list'), `deb${trust} ${mirror} ${suite} main\n`);
  const settings = {
    'Dir::Etc::sourcelist': join(home, 'sources.list'),
    'Dir::Etc::sourceparts': join(home, 'parts'),
    'Dir::Etc::preferences': '/dev/null',
    'Dir::Etc::preferencesparts': join(home, 'parts'),
    'Dir::State': home,
    'Dir::State::status': '/dev/null',
    'Dir::Cache': join(home, 'cache'),
    'Acquire::Languages': 'none',
    'Acquire::Retries': '2',
    'Acquire::http::Timeout': '30',
    'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled': 'false',
    // The folder may lie where apt's own user cannot go.
    'APT::Sandbox::User': 'root',
    'APT::Update::Post-Invoke': '',
    'APT::Update::Post-Invoke-Success': '',
  };
  const options = Object.entries(settings).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
  return (command, argv) =>
    spawnSync(command, [...options, ...argv], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 600_000 });
}

/** Name and version of the packages built from the source package systemd. */
function systemdPackages(apt) {
  const names = apt('apt-cache', ['pkgnames']).stdout?.split('\n') ?? [];
  const near = names.filter((name) => /^(?:systemd(?:-|$)|udev$|lib(?:nss|pam)-)/.test(name) && !unwanted.test(name));
  if (!near.includes('systemd')) return [];
  const records = (apt('apt-cache', ['show', '--no-all-versions', ...near]).stdout ?? '').split('\n\n');
  return records.flatMap((record) => {
    const field = (name) => new RegExp(`^${name}: (\\S+)`, 'm').exec(record)?.[1];
    const [name, version] = [field('Package'), field('Version')];
    return (field('Source') ?? name) === 'systemd' && version !== undefined ? [{ name, version }] : [];
  });
}

function unpackPages(root, file) {
  const into = join(root, 'unpacked');
  const answer = spawnSync('dpkg-deb', ['-x', file, into], { cwd: root, encoding: 'utf8' });
  const pages = join(into, 'usr/share/man');
  if (answer.status === 0 && existsSync(pages))
    cpSync(pages, join(root, 'man'), { recursive: true, verbatimSymlinks: true });
  rmSync(into, { recursive: true, force: true });
  rmSync(join(root, file));
}

function lastLine(text) {
  return (text ?? '').trim().split('\n').pop() || 'apt-get could not be run';
}
