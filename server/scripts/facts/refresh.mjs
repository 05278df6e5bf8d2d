// Reads server/facts anew from the binaries and the manual pages of each version.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manualRows } from './manual.mjs';
import { nameRows } from './names.mjs';
import { acceptedSystemCalls } from './system-calls.mjs';
import { addRelease, facts, releases, writeTable } from './tables.mjs';

const chroots = process.env.SYSTEMD_UNITS_CHROOTS ?? '/var/cache/systemd-units';

/** Releases this machine does not have keep their committed facts, and are named; without any of them it fails. */
export async function refresh() {
  const roots = findRoots(releases.map(({ suite }) => suite));
  const here = releases.filter(({ version }) => isHere(version, roots));
  for (const { version } of releases.filter((each) => !here.includes(each)))
    console.error(`facts: no systemd ${version} with its manual here; its facts stay as they are`);
  if (here.length === 0) throw new Error('Nothing was refreshed: test/oracle/chroots.sh builds what is asked');
  for (const { version } of here) await askAll(version, roots.get(version));
}

/** Adds a release to the table, or gives it another suite, and asks it for all there is to ask. */
export async function add(version, suite) {
  if (!/^[1-9]\d{2}$/.test(version ?? '') || !/^[\w-]+$/.test(suite ?? ''))
    throw new Error(
      'Say which release, and the suite of Debian that has it: node server/scripts/facts.mjs --add 263 sid',
    );
  const number = Number(version);
  const roots = findRoots([suite]);
  if (!isHere(number, roots)) {
    const found = [...roots.keys()].join(', ') || 'none';
    throw new Error(
      `No systemd ${version} with its manual here (found: ${found}): sudo bash test/oracle/chroots.sh ${suite}`,
    );
  }
  await askAll(number, roots.get(number));
  addRelease({ version: number, suite });
}

const isHere = (version, roots) => roots.has(version) && existsSync(manualOf(version));

const manualOf = (version) => join(chroots, 'man', String(version));

/** Writes every table that a release answers for. */
async function askAll(version, root) {
  const manual = manualOf(version);
  writeFileSync(join(facts, `dump-${version}.txt`), ask(root, manager, '--dump-configuration-items'));
  writeTable(`manual-${version}.tsv`, ['page', 'key', 'since'], manualRows(manual));
  const run = (...argv) => ask(root, ...argv);
  const names = [...nameRows(run, manual)];
  const mentioned = names.filter(([set, , name]) => set === 'syscall' && !name.startsWith('@')).map((row) => row[2]);
  for (const name of acceptedSystemCalls(root, run, mentioned)) names.push(['syscall-name', name, '']);
  writeTable(`names-${version}.tsv`, ['set', 'name', 'value'], names);
}

const manager = '/usr/lib/systemd/systemd';

/** Version to root directory; the empty root is the machine itself. */
function findRoots(suites) {
  const roots = new Map();
  for (const root of ['', ...suites.map((suite) => join(chroots, suite))]) {
    if (root !== '' && !existsSync(join(root, manager))) continue;
    const match = /^systemd (\d+)/.exec(ask(root, 'systemd-analyze', '--version'));
    if (match && !roots.has(Number(match[1]))) roots.set(Number(match[1]), root);
  }
  return roots;
}

function ask(root, ...argv) {
  const [file, ...rest] = root === '' ? argv : ['chroot', root, ...argv];
  const { stdout, stderr } = spawnSync(file, rest, {
    encoding: 'utf8',
    maxBuffer: 2 ** 27,
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
  });
  return argv.includes('verify') ? (stderr ?? '') : (stdout ?? '');
}
