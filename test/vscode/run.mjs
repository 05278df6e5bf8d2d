// Runs the mocha suite of `suite/` in the extension host of a real VS Code, and leaves its figures in a file.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { chromiumPath } from '../../client/scripts/workbench.mjs';
import { runPageTests } from './pages.mjs';
import { bootSandbox } from './sandbox.mjs';
import { runWebTests } from './web.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const repo = dirname(dirname(here));
/** Several runs at once do not mind one another. */
const out = join(repo, 'test', '.out', `vscode-${process.pid}`);
const cache = join(repo, '.cache');
const resultsFile = join(out, 'results.json');

/**
 * @param {string[]} names runs only the suites whose file is named so, and no page tests: `node test/vscode/run.mjs journal`
 * @returns {Promise<{passed: number, failed: number, skipped: string[]}>} `skipped` says why, one line each
 */
export async function runSuite(names = []) {
  const code = findVsCode();
  if ('missing' in code) return { passed: 0, failed: 0, skipped: [`the VS Code suite: ${code.missing}`] };
  await bundleSuite(names);
  mkdirSync(cache, { recursive: true });
  const scratch = mkdtempSync(join(cache, 'vscode-suite-'));
  const workspace = join(scratch, 'workspace');
  cpSync(join(repo, 'examples'), workspace, { recursive: true });
  const sandbox = code.standIn
    ? bootSandbox(join(scratch, 'systemd'))
    : { missing: 'only with the stand-in for VS Code' };
  try {
    await runTests({
      vscodeExecutablePath: code.path,
      extensionDevelopmentPath: repo,
      extensionTestsPath: join(out, 'index.cjs'),
      launchArgs: [workspace],
      extensionTestsEnv: { SYSTEMD_UNITS_RESULTS: resultsFile, ...(sandbox.dir && { SYSTEMD_SANDBOX: sandbox.dir }) },
    }).catch(() => undefined);
    const suite = readResults(sandbox.missing);
    if (names.length > 0) return suite;
    // Awaited here: what follows ends the sandbox.
    return code.standIn
      ? await withPageTests(suite, sandbox)
      : { ...suite, skipped: [...suite.skipped, 'messages on the screen: only with the stand-in for VS Code'] };
  } finally {
    sandbox.stop?.();
    rmSync(scratch, { recursive: true, force: true });
    rmSync(out, { recursive: true, force: true });
  }
}

/** A VS Code with a screen is taken as it is; without one, ours is VS Code Server in Chromium. */
function findVsCode() {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'code'));
  const local = process.env.VSCODE_PATH ?? (process.env.DISPLAY ? onPath.find(existsSync) : undefined);
  if (local) return { path: local };
  if (chromiumPath()) return { path: join(here, 'stand-in.mjs'), standIn: true };
  // Undefined: @vscode/test-electron downloads one.
  if (process.env.DISPLAY) return { path: undefined };
  return { missing: 'neither VS Code (VSCODE_PATH) nor Chromium (CHROMIUM_PATH) is installed' };
}

async function bundleSuite(names) {
  const wanted = (name) => names.length === 0 || names.includes(name.replace('.test.ts', ''));
  const suite = join(here, 'suite');
  await build({
    entryPoints: readdirSync(suite)
      .filter((name) => name === 'index.ts' || (name.endsWith('.test.ts') && wanted(name)))
      .map((name) => join(suite, name)),
    outdir: out,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
  });
}

async function withPageTests({ passed, failed, skipped }, sandbox) {
  const pages = await runPageTests(sandbox);
  const web = await runWebTests();
  return {
    passed: passed + pages.passed + web.passed,
    failed: failed + pages.failed + web.failed,
    skipped: [...skipped, ...pages.skipped],
  };
}

function readResults(sandboxMissing) {
  if (!existsSync(resultsFile)) return { passed: 0, failed: 1, skipped: [] };
  const { passed, failed, skipped } = JSON.parse(readFileSync(resultsFile, 'utf8'));
  return { passed, failed, skipped: skipped.map((title) => `${title}: ${sandboxMissing ?? 'skipped by itself'}`) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { passed, failed, skipped } = await runSuite(process.argv.slice(2));
  for (const line of skipped) console.log(`skipped ${line}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}
