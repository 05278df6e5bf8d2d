// Many real units, checked by us and by others: the same files in the same run.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { measureRuns } from './processes.mjs';

const UNIT = /\.(service|socket|timer|path|mount|automount|swap|target|slice)$/;

/** Units of the system manager from Debian's packages where they were fetched, else this machine's, in one folder. */
export function gatherUnits(corpus, scratch) {
  const source = existsSync(corpus) ? corpus : '/usr/lib/systemd/system';
  const folder = join(scratch, 'units');
  mkdirSync(folder);
  for (const path of filesBelow(source)) {
    const name = basename(path);
    if (UNIT.test(name) && !path.includes('/user/') && !/@\./.test(name))
      writeFileSync(join(folder, name), readFileSync(path));
  }
  const names = readdirSync(folder).sort();
  return { source, folder, paths: names.map((name) => join(folder, name)) };
}

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });

/** Every tenth of the files, times ten. */
function oneByOne(paths) {
  const asked = paths.filter((_, i) => i % 10 === 0);
  const runs = asked.map((path) => measureRuns('systemd-analyze', ['verify', '--man=no', path], { runs: 1 }));
  const all = (values) => (values.reduce((sum, value) => sum + value, 0) / asked.length) * paths.length;
  return { cpu: all(runs.map(({ cpu }) => cpu)), wall: all(runs.map(({ wall }) => wall)) };
}

/** Milliseconds for all files in one process each. */
export function measureChecks({ cli, paths, folder, rival }) {
  const runs = 3;
  const results = [{ name: 'systemd-units check', ...measureRuns(process.execPath, [cli, 'check', folder], { runs }) }];
  if (spawnSync('systemd-analyze', ['--version']).status === 0) {
    for (const options of [['--man=no', '--recursive-errors=no'], []]) {
      const timed = measureRuns('systemd-analyze', ['verify', ...options, ...paths], { runs: 1 });
      results.push({ name: ['systemd-analyze verify', ...options].join(' '), ...timed });
    }
    results.push({ name: 'systemd-analyze verify --man=no, a process for each', ...oneByOne(paths) });
  }
  // It checks files only on a terminal, so it is given one.
  if (existsSync(rival) && spawnSync('script', ['--version']).status === 0) {
    const timed = measureRuns('script', ['-qec', `${rival} -r ${folder}`, '/dev/null'], { runs });
    const { stdout } = spawnSync('script', ['-qec', `${rival} -r ${folder}`, '/dev/null'], { encoding: 'utf8' });
    const stopped = stdout.includes('RUST_BACKTRACE') ? ' (stopped by a panic, files unchecked)' : '';
    results.push({ name: `systemd-lsp${stopped}`, ...timed });
  }
  return results;
}
