// Measures speed and writes docs/PERFORMANCE.md and its plot: npm run bench. Nothing is judged; the table is for reading.
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
import { performancePage } from './parts/report.mjs';
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
try {
  const load = loadavg()[0];
  const parts = await engine();
  say('keystrokes');
  const keystrokes = [];
  for (const lines of [...new Set([...SIZES, ...PLOTTED])].sort((a, b) => a - b)) {
    keystrokes.push({ lines, ...(await measureKeystrokes(parts, { lines, strokes: 120 })) });
  }
  say('start');
  const start = measureStart({ cli, scratch });
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
  say('activation');
  const activation = await measureActivation();
  say('throughput');
  const units = gatherUnits(at('.cache', 'corpus'), scratch);
  const checks = measureChecks({ cli, ...units, rival: rivals.lsp });
  say('memory');
  const texts = units.paths.map((path) => readFileSync(path, 'utf8'));
  const memory = await measureMemory(process.execPath, [cli, 'lsp', '--stdio'], texts);
  say('index');
  const index = execFileSync(process.execPath, ['--expose-gc', at('test/bench/index.mjs')], { encoding: 'utf8' });
  say('classes of units, growth and kills');
  const printed = (script) => execFileSync(process.execPath, [at('test/bench', script)], { encoding: 'utf8' });
  const page = performancePage({
    machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${systemdVersion()}`,
    load: [load, loadavg()[0]],
    keystrokes: keystrokes.filter(({ lines }) => SIZES.includes(lines)),
    start,
    firsts,
    activation,
    checks,
    units,
    memory,
    index,
    edits: printed('edits.mjs'),
    growth: printed('growth.mjs'),
    kills: printed('kills.mjs'),
    sizes: sizes(),
  });
  writeFileSync(at('docs', 'PERFORMANCE.md'), page);
  writeFileSync(at('docs', 'images', 'growth.svg'), growth(keystrokes));
  console.log(page);
} finally {
  rmSync(scratch, { recursive: true });
}
process.exit(0);

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
