// What `check` of many files is made of, part by part, and what threads make of it: node test/bench/check.mjs [FOLDER]. Without a
// folder 2,800 files are checked: the corpus or this machine's units, again and again under other names, in folders like packages.
// FOLDER has units of your own. Computing is what the kernel counts for the process, garbage collection on other threads included.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engine } from './parts/bundle.mjs';
import { measureRuns } from './parts/processes.mjs';
import { cpuTime, milliseconds } from './parts/statistics.mjs';
import { gatherUnits } from './parts/throughput.mjs';

const COUNT = 2800;
const IN_A_FOLDER = 5;
const at = (...names) => fileURLToPath(new URL(join('../..', ...names), import.meta.url));
const cli = at('server/dist/cli.cjs');
const scratch = mkdtempSync(join(tmpdir(), 'bench-check-'));
const rows = [];
try {
  const folder = process.argv[2] ?? manyFiles();
  const check = [cli, 'check', '--no-config', folder];
  const node = measureRuns(process.execPath, ['-e', '0'], { runs: 5 });
  const start = measureRuns(process.execPath, [cli, '--version'], { runs: 5 });
  rows.push(['node itself', node.cpu, node.wall]);
  rows.push(['the program loaded', start.cpu - node.cpu, start.wall - node.wall]);
  const files = await parts(folder);
  const whole = [['all of it, one thread', onOneProcessor(check)]];
  if (availableParallelism() > 1)
    whole.push(['all of it, as it is run', measureRuns(process.execPath, check, { runs: 3 })]);
  for (const [name, run] of whole) if (run) rows.push([name, run.cpu, run.wall]);
  console.log(`| \`check\` of ${files.toLocaleString('en')} files | computing, ms | wall, ms |\n| --- | ---: | ---: |`);
  for (const [name, cpu, wall] of rows) console.log(`| ${name} | ${milliseconds(cpu)} | ${milliseconds(wall)} |`);
} finally {
  rmSync(scratch, { recursive: true });
}

/** One thread, in this process, from cold: what each part of a check takes. */
async function parts(folder) {
  const { collect, readCheckArguments, filledRound, outcomeOf, complaintsTo, nodeCliHost } = await engine();
  let reading = 0;
  const real = nodeCliHost();
  const readFile = (path) => {
    const begun = performance.now();
    try {
      return real.readFile(path);
    } finally {
      reading += performance.now() - begun;
    }
  };
  const host = { ...real, readFile, stdout: () => {}, stderr: () => {} };
  const options = readCheckArguments(host, ['--no-config', folder]);
  const paths = await timed('names of files', () => collect(host, [folder], complaintsTo(host, options)));
  const round = await timed('an index of what they say of each other', () => filledRound(host, options, { paths }));
  rows.push(['… of which reading', reading, reading]);
  const outcomes = await timed('judging', () => paths.map((path) => outcomeOf(host, path, { round, options })));
  await timed('printing', () => {
    const checked = outcomes.flatMap(({ file }) => file ?? []);
    const { format, target, severity, fix } = options;
    return format(checked, { all: checked, target, severity, fix, seconds: 0, hasColors: false, programVersion: '' });
  });
  return paths.length;
}

async function timed(name, work) {
  const [cpu, wall] = [cpuTime(), performance.now()];
  const result = await work();
  rows.push([name, cpuTime() - cpu, performance.now() - wall]);
  return result;
}

/** No other thread is started where there is one processor; undefined where nobody can say so. */
function onOneProcessor(check) {
  if (spawnSync('taskset', ['--version']).status !== 0) return undefined;
  return measureRuns('taskset', ['-c', '0', process.execPath, ...check], { runs: 3 });
}

function manyFiles() {
  const { paths } = gatherUnits(at('.cache', 'corpus'), scratch);
  const folder = join(scratch, 'many');
  for (let i = 0; i < COUNT; i++) {
    const source = paths[(i * 7) % paths.length];
    const below = join(folder, `package-${Math.floor(i / IN_A_FOLDER)}`);
    mkdirSync(below, { recursive: true });
    writeFileSync(join(below, basename(source).replace(/(?=\.[a-z]+$)/, `-${i}`)), readFileSync(source));
  }
  return folder;
}
