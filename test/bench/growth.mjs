// How the time of `check` grows with what it is given: node test/bench/growth.mjs [PART OF A NAME]. Printed, not judged.
// An exponent of 1 means twice the time for twice as much, 2 four times. Start-up is taken off.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { growing } from './parts/growing-trees.mjs';
import { measureRuns } from './parts/processes.mjs';

const cli = fileURLToPath(new URL('../../server/dist/cli.cjs', import.meta.url));
if (!existsSync(cli)) throw new Error('server/dist is missing: npm run build');
const wanted = process.argv[2] ?? '';
/** Nobody waits longer for one line of a table. */
const PATIENCE = 30_000;
const scratch = mkdtempSync(join(tmpdir(), 'bench-growth-'));
try {
  const base = measure('start', { fill: (folder) => void mkdirSync(folder) }, 0);
  const row = (...cells) => `| ${cells.join(' | ')} |`;
  console.log(row('`check` of more and more', 'how many', 'computing, ms', 'exponent'));
  console.log(row('---', '---:', '---:', '---:'));
  for (const tree of growing.filter(({ what }) => what.includes(wanted))) {
    const times = tree.sizes.map((count) => Math.max(1, measure(tree.what, tree, count) - base));
    const counts = tree.sizes.map((count) => count.toLocaleString('en'));
    const exponent = Math.log(times.at(-1) / times.at(-2)) / Math.log(tree.sizes.at(-1) / tree.sizes.at(-2));
    console.log(row(tree.what, counts.join(', '), times.map((ms) => ms.toFixed(0)).join(', '), exponent.toFixed(2)));
  }
} finally {
  rmSync(scratch, { recursive: true });
}

function measure(what, { fill }, count) {
  const folder = join(scratch, `${what.replaceAll(/\W/g, '-')}-${count}`);
  const paths = fill(folder, count) ?? [folder];
  const args = [cli, 'check', '--no-config', '--format', 'json', ...paths];
  const { cpu } = measureRuns(process.execPath, args, { runs: count > 0 ? 1 : 5, timeout: PATIENCE });
  rmSync(folder, { recursive: true });
  return cpu;
}
