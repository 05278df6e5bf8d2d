// `npm test`: everything this machine can run, from a fresh clone. `npm run test:oracle` (`node test/run.mjs oracle`): what
// asks systemd of several versions, which `test/oracle/chroots.sh` builds. `npm run test:vscode` (`node test/run.mjs vscode`):
// what takes long in VS Code. What was left out is named with its reason; under
// CI=true or FORBID_SKIPS=1 leaving something out is a failure. The time of each step is told at the end.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll, installPackages, repo } from '../client/scripts/prepare.mjs';
import { figuresFile } from './figures.mjs';

const forbidSkips = process.env.CI === 'true' || process.env.FORBID_SKIPS === '1';
/** Milliseconds after which a step hangs, and is ended as failed: slow machines take a quarter of it. */
const HANGS = 60 * 60_000;
const failedSteps = [];
const skipped = [];
/** Seconds of each step, in order. */
const times = new Map();
let passed = 0;
let failed = 0;

const heading = (text) => console.log(`\n== ${text}`);

/** Does a piece of work under its heading, and notes how long it took. */
async function timed(name, work) {
  heading(name);
  const start = performance.now();
  await work();
  times.set(name, (performance.now() - start) / 1000);
}

/** Runs a program to its end and remembers when it failed; the others run all the same. */
const step = (name, [file, ...args]) =>
  timed(name, () => {
    const { error, status } = spawnSync(file, args, {
      cwd: repo,
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: HANGS,
    });
    if (error) console.log(`${name}: ${error.message}`);
    if (status !== 0) failedSteps.push(name);
  });

const bin = (name) => [process.execPath, join(repo, 'node_modules', name)];

/** @param {'unit*' | 'oracle'} project of `vitest.config.mts` */
async function vitest(name, project) {
  rmSync(figuresFile, { force: true });
  const reporters = ['--reporter=default', '--reporter=./test/figures.mjs'];
  const config = ['--config', 'test/vitest.config.mts', '--project', project];
  await step(name, [...bin('vitest/vitest.mjs'), 'run', ...config, ...reporters]);
  if (existsSync(figuresFile)) count(JSON.parse(readFileSync(figuresFile, 'utf8')));
}

function count(figures) {
  passed += figures.passed;
  failed += figures.failed;
  skipped.push(...figures.skipped);
}

/** @param {'main' | 'rest'} ring of `vscode/run.mjs` */
const vsCodeTests = (ring) =>
  timed('In VS Code', async () => {
    const { runSuite } = await import('./vscode/run.mjs');
    count(await runSuite([ring]));
  });

await timed('Packages and build', () => {
  installPackages();
  buildAll();
});
if (process.argv[2] === 'oracle') await vitest('Beside systemd itself', 'oracle');
else if (process.argv[2] === 'vscode') await vsCodeTests('rest');
else {
  await step('Types', [...bin('typescript/bin/tsc'), '-b']);
  await step('Lint', [...bin('@biomejs/biome/bin/biome'), 'check', '.']);
  await vitest('Unit tests', 'unit*');
  await vsCodeTests('main');
}

heading('Result');
for (const [name, seconds] of times) console.log(`${name}: ${Math.round(seconds)} s`);
for (const name of failedSteps) console.log(`failed: ${name}`);
for (const line of skipped) console.log(`skipped: ${line}`);
if (forbidSkips && skipped.length > 0) console.log('Nothing may be skipped here.');
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || failedSteps.length > 0 || passed === 0 || (forbidSkips && skipped.length > 0) ? 1 : 0);
