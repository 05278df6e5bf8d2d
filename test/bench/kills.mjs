// What is left behind when `check --fix` is killed, and what links to endless files cost: node test/bench/kills.mjs [--runs N].
// Printed, not judged.
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '60' } } });
const runs = Number(values.runs);
const cli = fileURLToPath(new URL('../../server/dist/cli.cjs', import.meta.url));
if (!existsSync(cli)) throw new Error('server/dist is missing: npm run build');
const scratch = mkdtempSync(join(tmpdir(), 'bench-kills-'));
const FILES = 200;
const BEFORE = '[Unit]\nDescription=x\n[Service]\nexecstart=/bin/true\n';
const LINKS = 40;

try {
  const whole = timed(() => spawnSync(process.execPath, command(units('whole')), { stdio: 'ignore' }));
  const after = readFileSync(join(scratch, 'whole', '0.service'), 'utf8');
  const found = { killed: 0, midway: 0, left: 0, torn: 0 };
  for (let run = 0; run < runs; run++)
    count(await killed(units(`run-${run}`), (whole * (run + 1)) / (runs + 1)), after, found);
  console.log(
    `check --fix of ${FILES} files killed ${found.killed} of ${runs} times, ${found.midway} of them while some were written:`,
  );
  console.log(`${found.left} files left behind, ${found.torn} torn`);
  if (existsSync('/proc/self/pagemap')) console.log(ofLinks());
} finally {
  rmSync(scratch, { recursive: true });
}

function command(folder) {
  return [cli, 'check', '--no-config', '--fix', folder];
}

function timed(work) {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** Files of which each is mended by a letter or two. */
function units(name) {
  const folder = join(scratch, name);
  mkdirSync(folder);
  for (let i = 0; i < FILES; i++) writeFileSync(join(folder, `${i}.service`), BEFORE);
  return folder;
}

/** Killed after some milliseconds, with no chance to tidy up. */
async function killed(folder, ms) {
  const child = spawn(process.execPath, command(folder), { stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  const signal = await new Promise((resolve) => child.once('exit', (_, by) => resolve(by)));
  clearTimeout(timer);
  return { folder, wasKilled: signal === 'SIGKILL' };
}

function count({ folder, wasKilled }, after, found) {
  const names = readdirSync(folder);
  const texts = names
    .filter((name) => /^\d+\.service$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const mended = texts.filter((text) => text === after).length;
  found.killed += wasKilled ? 1 : 0;
  found.midway += wasKilled && mended > 0 && mended < FILES ? 1 : 0;
  found.left += names.length - texts.length;
  found.torn += texts.filter((text) => text !== after && text !== BEFORE).length;
  rmSync(folder, { recursive: true });
}

/** A link of a repository may lead to a file that never ends. */
function ofLinks() {
  const folder = join(scratch, 'links');
  mkdirSync(folder);
  const paths = Array.from({ length: LINKS }, (_, i) => join(folder, `${i}.service`));
  for (const path of paths) symlinkSync('/proc/self/pagemap', path);
  const code = `process.argv = ${JSON.stringify([process.execPath, cli, 'check', '--no-config', ...paths])};
    process.on('exit', () => console.error('memory', process.resourceUsage().maxRSS >> 10)); require(${JSON.stringify(cli)});`;
  let run;
  const ms = timed(() => {
    run = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
  });
  return `${LINKS} links to /proc/self/pagemap: ${/memory (\d+)/.exec(run.stderr)?.[1]} MB, ${(ms / 1000).toFixed(1)} s`;
}
