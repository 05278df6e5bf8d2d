// Runs the mocha suite of `suite/` in the extension host of a real VS Code, and leaves its figures in a file.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromiumPath } from '../../client/scripts/workbench.mjs';
import { launch, suiteNames } from './launch.mjs';
import { runPageTests } from './pages.mjs';
import { runRightsSuite } from './rights.mjs';
import { bootSandbox } from './sandbox.mjs';
import { runWebTests } from './web.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const repo = dirname(dirname(here));
const cache = join(repo, '.cache');

/**
 * @param {string[]} names runs only the suites whose file is named so, and no page tests: `node test/vscode/run.mjs journal`;
 *   after `pages` a part of the title of the page tests that are wanted: `node test/vscode/run.mjs pages hangs`
 * @returns {Promise<{passed: number, failed: number, skipped: string[]}>} `skipped` says why, one line each
 */
export async function runSuite(names = []) {
  const code = findVsCode();
  if ('missing' in code) return skipping(`the VS Code suite: ${code.missing}`);
  mkdirSync(cache, { recursive: true });
  const scratch = mkdtempSync(join(cache, 'vscode-suite-'));
  const sandbox = code.standIn
    ? bootSandbox(join(scratch, 'systemd'))
    : { missing: 'only with the stand-in for VS Code' };
  try {
    if (names[0] === 'pages' && code.standIn) return await runPageTests(sandbox, names[1]);
    const wanted = suiteNames().filter((name) => names.length === 0 || names.includes(name));
    const suites = wanted.filter((name) => name !== 'rights');
    const runs = [
      ...(suites.length > 0 ? [await launch({ code, suites, scratch, sandbox })] : []),
      ...(wanted.includes('rights') ? [await runRightsSuite(code, scratch)] : []),
    ];
    if (names.length > 0) return sum(runs);
    if (code.standIn) return sum([...runs, await runPageTests(sandbox), { ...(await runWebTests()), skipped: [] }]);
    return sum([...runs, skipping('messages on the screen: only with the stand-in for VS Code')]);
  } finally {
    sandbox.stop?.();
    rmSync(scratch, { recursive: true, force: true });
  }
}

const skipping = (reason) => ({ passed: 0, failed: 0, skipped: [reason] });

const sum = (runs) => ({
  passed: runs.reduce((all, { passed }) => all + passed, 0),
  failed: runs.reduce((all, { failed }) => all + failed, 0),
  skipped: runs.flatMap(({ skipped }) => skipped),
});

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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { passed, failed, skipped } = await runSuite(process.argv.slice(2));
  for (const line of skipped) console.log(`skipped ${line}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}
