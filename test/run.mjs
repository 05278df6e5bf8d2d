// `npm test`: everything this machine can run, from a fresh clone. What was left out is named with its reason;
// under CI=true or FORBID_SKIPS=1 leaving something out is a failure.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll, installPackages, repo } from '../client/scripts/prepare.mjs';

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
  const report = join(repo, 'test', '.out', 'vitest.json');
  mkdirSync(join(repo, 'test', '.out'), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  step('Unit tests', [...bin('vitest/vitest.mjs'), 'run', '--config', 'test/vitest.config.ts', ...reporters]);
  const results = JSON.parse(readFileSync(report, 'utf8'));
  passed += results.numPassedTests;
  failed += results.numFailedTests;
  for (const { assertionResults } of results.testResults) {
    for (const { status, fullName } of assertionResults) {
      if (['pending', 'skipped', 'todo', 'disabled'].includes(status)) skipped.push(fullName);
    }
  }
}

async function vsCodeTests() {
  heading('In VS Code');
  const { runSuite } = await import('./vscode/run.mjs');
  const results = await runSuite();
  passed += results.passed;
  failed += results.failed;
  skipped.push(...results.skipped);
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
