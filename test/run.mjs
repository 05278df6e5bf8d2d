// `npm test`: everything this machine can run, from a fresh clone. What was left out is named with its reason;
// under CI=true or FORBID_SKIPS=1 leaving something out is a failure.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll, installPackages, repo } from '../client/scripts/prepare.mjs';
import { figuresFile } from './figures.mjs';

const forbidSkips = process.env.CI === 'true' || process.env.FORBID_SKIPS === '1';
const failedSteps = [];
const skipped = [];
let passed = 0;
let failed = 0;

const heading = (text) => console.log(`\n== ${text}`);

/** Runs a step to its end and remembers when it failed; the others run all the same. */
function step(name, args) {
  heading(name);
  const [file, ...rest] = args;
  const { status } = spawnSync(file, rest, { cwd: repo, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) failedSteps.push(name);
}

const bin = (name) => [process.execPath, join(repo, 'node_modules', name)];

function unitTests() {
  rmSync(figuresFile, { force: true });
  const reporters = ['--reporter=default', '--reporter=./test/figures.mjs'];
  step('Unit tests', [...bin('vitest/vitest.mjs'), 'run', '--config', 'test/vitest.config.ts', ...reporters]);
  count(JSON.parse(readFileSync(figuresFile, 'utf8')));
}

function count(figures) {
  passed += figures.passed;
  failed += figures.failed;
  skipped.push(...figures.skipped);
}

async function vsCodeTests() {
  heading('In VS Code');
  const { runSuite } = await import('./vscode/run.mjs');
  count(await runSuite());
}

installPackages();
buildAll();
step('Types', [...bin('typescript/bin/tsc'), '-b']);
step('Lint', [...bin('@biomejs/biome/bin/biome'), 'check', '.']);
unitTests();
await vsCodeTests();

heading('Result');
for (const name of failedSteps) console.log(`failed: ${name}`);
for (const line of skipped) console.log(`skipped: ${line}`);
if (forbidSkips && skipped.length > 0) console.log('Nothing may be skipped here.');
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || failedSteps.length > 0 || passed === 0 || (forbidSkips && skipped.length > 0) ? 1 : 0);
