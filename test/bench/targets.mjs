// What it costs to check for several targets at once: node test/bench/targets.mjs [--targets LIST]. Printed, not judged.
// The figure is the time computed for all of them over that for the newest alone, once with start-up and once without.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { classes } from './parts/classes.mjs';
import { measureRuns } from './parts/processes.mjs';
import { longUnit } from './parts/units.mjs';

const { values } = parseArgs({ options: { targets: { type: 'string', default: '252,254,255,257,262' } } });
const repository = new URL('../../', import.meta.url);
const cli = fileURLToPath(new URL('server/dist/cli.cjs', repository));
if (!existsSync(cli)) throw new Error('server/dist is missing: npm run build');
const RUNS = 3;
const all = values.targets.split(',');
const scratch = mkdtempSync(join(tmpdir(), 'bench-targets-'));

/** Folders of units, and what they are called. */
const materials = {
  '300 files: the examples, again and again': (folder) => {
    const examples = fileURLToPath(new URL('examples/', repository));
    const each = readdirSync(examples).length;
    for (let i = 0; i * each < 300; i++) cpSync(examples, join(folder, String(i)), { recursive: true });
  },
  'every class of fault, 100 lines each': (folder) => {
    for (const [i, { path, text }] of classes.entries()) {
      mkdirSync(join(folder, String(i)));
      writeFileSync(join(folder, String(i), path.split('/').at(-1)), text(100));
    }
  },
  'one unit of 10,000 lines': (folder) => writeFileSync(join(folder, 'long.service'), longUnit(10_000)),
};

try {
  const empty = join(scratch, 'empty');
  mkdirSync(empty);
  const start = computed(empty, all.at(-1));
  const row = (...cells) => `| ${cells.join(' | ')} |`;
  console.log(
    row(`\`check\` for ${all.length} targets: ${all.join(', ')}`, 'one, ms', 'all, ms', 'times', 'without start-up'),
  );
  console.log(row('---', '---:', '---:', '---:', '---:'));
  for (const [what, fill] of Object.entries(materials)) {
    const folder = join(scratch, what.replaceAll(/\W/g, '-'));
    mkdirSync(folder);
    fill(folder);
    const one = computed(folder, all.at(-1));
    const many = computed(folder, values.targets);
    const times = (many / one).toFixed(2);
    console.log(row(what, one.toFixed(0), many.toFixed(0), times, ((many - start) / (one - start)).toFixed(2)));
  }
} finally {
  rmSync(scratch, { recursive: true });
}

function computed(folder, targets) {
  const options = ['--no-config', '--allow-empty', '--format', 'json', '--targets', targets];
  return measureRuns(process.execPath, [cli, 'check', ...options, folder], { runs: RUNS }).cpu;
}
