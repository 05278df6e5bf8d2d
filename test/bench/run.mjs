// Measures speed and writes docs/PERFORMANCE.md and its plot: npm run bench. Nothing is judged; the table is for reading. Each part
// prints its table when it is done; one that fails is named, the others are measured all the same.
//   node test/bench/run.mjs start memory     only these parts, printed and not written
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { measureActivation } from './parts/activation.mjs';
import { engine } from './parts/bundle.mjs';
import { measureKeystrokes } from './parts/keystrokes.mjs';
import { plot } from './parts/plot.mjs';
import { performancePage, sections } from './parts/report.mjs';
import { measureFirstDiagnostics, measureMemory, measureStart } from './parts/startup.mjs';
import { gatherUnits, measureChecks } from './parts/throughput.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const at = (...names) => join(root, ...names);
const cli = at('server', 'dist', 'cli.cjs');
const rivals = {
  lsp: at('.cache/rivals/bin/systemd-lsp'),
  python: at('.cache/rivals/venv/bin/systemd-language-server'),
};
const SIZES = [100, 1000, 10_000];
const PLOTTED = [1000, 2500, 5000, 10_000];

if (!existsSync(cli)) throw new Error('server/dist is missing: npm run build');
const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
const say = (message) => console.error(message);
const printed = (script, options = []) =>
  execFileSync(process.execPath, [...options, at('test/bench', script)], { encoding: 'utf8', maxBuffer: 2 ** 26 });
let gathered;
const units = () => {
  gathered ??= gatherUnits(at('.cache', 'corpus'), scratch);
  return gathered;
};

/** In the order of the page; each gives its text. */
const parts = {
  keystroke,
  classes: () => sections.classes(printed('edits.mjs')),
  requests: () => sections.requests(printed('requests.mjs')),
  start,
  checks: () => sections.checks(units(), measureChecks({ cli, ...units(), rival: rivals.lsp })),
  check: () => sections.check(printed('check.mjs')),
  memory,
  index: () => sections.index(printed('index.mjs', ['--expose-gc'])),
  growth: () => sections.growth(printed('growth.mjs')),
  targets: () => sections.targets(printed('targets.mjs')),
  kills: () => sections.kills(printed('kills.mjs')),
  sizes: () => sections.sizes(sizes()),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: the parts are ${Object.keys(parts).join(', ')}`);
const load = loadavg()[0];
const texts = [];
const failed = [];
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const begun = performance.now();
    try {
      texts.push(await measure());
      console.log(`${texts.at(-1)}\n`);
    } catch (error) {
      failed.push(name);
      say(error.stack);
    }
    say(`${name}: ${Math.round((performance.now() - begun) / 1000)} s`);
  }
} finally {
  rmSync(scratch, { recursive: true });
}
if (failed.length > 0) say(`failed: ${failed.join(', ')}; docs/PERFORMANCE.md stays as it is`);
else if (wanted.length === 0) {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${systemdVersion()}`;
  writeFileSync(at('docs', 'PERFORMANCE.md'), performancePage({ machine, load: [load, loadavg()[0]], texts }));
}
process.exit(failed.length > 0 ? 1 : 0);

async function keystroke() {
  const engineParts = await engine();
  const keystrokes = [];
  for (const lines of [...new Set([...SIZES, ...PLOTTED])].sort((a, b) => a - b)) {
    keystrokes.push({ lines, ...(await measureKeystrokes(engineParts, { lines, strokes: 120 })) });
  }
  if (wanted.length === 0) writeFileSync(at('docs', 'images', 'growth.svg'), growth(keystrokes));
  return sections.keystroke(keystrokes.filter(({ lines }) => SIZES.includes(lines)));
}

async function start() {
  const firsts = [
    { name: 'systemd-units', ...(await measureFirstDiagnostics(process.execPath, [cli, 'lsp', '--stdio'])) },
  ];
  for (const [name, command] of [
    ['systemd-lsp', rivals.lsp],
    ['systemd-language-server', rivals.python],
  ]) {
    if (existsSync(command))
      firsts.push({ name, ...(await measureFirstDiagnostics(command, [], { runs: 5, patience: 5000 })) });
    else say(`${name}: not installed below .cache/rivals, left out`);
  }
  return sections.start({ start: measureStart({ cli, scratch }), firsts, activation: await measureActivation() });
}

async function memory() {
  const texts = units().paths.map((path) => readFileSync(path, 'utf8'));
  return sections.memory(await measureMemory(process.execPath, [cli, 'lsp', '--stdio'], texts));
}

function systemdVersion() {
  return spawnSync('systemd-analyze', ['--version'], { encoding: 'utf8' }).stdout?.split('\n')[0] ?? 'no systemd';
}

function growth(keystrokes) {
  const line = (name, pick) => ({ name, points: keystrokes.map((sample) => [sample.lines, pick(sample)]) });
  const series = [
    line('keystroke to diagnostics', ({ diagnostics }) => diagnostics.cpu),
    line('semantic tokens', ({ tokens }) => tokens.cpu),
    line('completion', ({ completion }) => completion.cpu),
    line('hover', ({ hover }) => hover.cpu),
  ];
  return plot('Answering grows with the unit, not faster', series, { x: 'lines', y: 'ms' });
}

function sizes() {
  const rows = [];
  for (const folder of ['server/dist', 'client/dist']) {
    if (!existsSync(at(folder))) continue;
    for (const name of readdirSync(at(folder)).sort()) {
      const path = at(folder, name);
      if (statSync(path).isFile())
        rows.push([`${folder}/${name}`, statSync(path).size, brotliCompressSync(readFileSync(path)).length]);
    }
  }
  return rows;
}
