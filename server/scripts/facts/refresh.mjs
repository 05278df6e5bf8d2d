// Reads server/facts anew from the binaries and the manual pages of each version.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manualRows } from './manual.mjs';
import { nameRows } from './names.mjs';
import { acceptedSystemCalls } from './system-calls.mjs';
import { facts, releases, versions, writeTable } from './tables.mjs';

const chroots = process.env.SYSTEMD_UNITS_CHROOTS ?? '/var/cache/systemd-units';

/** Releases this machine does not have keep their committed facts, and are named; without any of them it fails. */
export async function refresh() {
  const roots = findRoots();
  let refreshed = 0;
  for (const version of versions) {
    const root = roots.get(version);
    const manual = join(chroots, 'man', String(version));
    if (root === undefined || !existsSync(manual)) {
      console.error(`facts: no systemd ${version} with its manual here; its facts stay as they are`);
      continue;
    }
    writeFileSync(join(facts, `dump-${version}.txt`), ask(root, manager, '--dump-configuration-items'));
    writeTable(`manual-${version}.tsv`, ['page', 'key', 'since'], manualRows(manual));
    const run = (...argv) => ask(root, ...argv);
    const names = [...nameRows(run, manual)];
    const mentioned = names.filter(([set, , name]) => set === 'syscall' && !name.startsWith('@')).map((row) => row[2]);
    for (const name of acceptedSystemCalls(root, run, mentioned)) names.push(['syscall-name', name, '']);
    writeTable(`names-${version}.tsv`, ['set', 'name', 'value'], names);
    refreshed += 1;
  }
  if (refreshed === 0) throw new Error('Nothing was refreshed: test/oracle/chroots.sh builds what is asked');
}

const manager = '/usr/lib/systemd/systemd';

/** Version to root directory; the empty root is the machine itself. */
function findRoots() {
  const roots = new Map();
  for (const root of ['', ...releases.map(({ suite }) => join(chroots, suite))]) {
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
