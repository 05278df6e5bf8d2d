// What is tried in a real VS Code: the mocha suites of `suite/` in its extension host, pages at its screen, and the web build.
// Two rings: `npm test` runs `main`, `npm run test:vscode` the `rest`, which takes long or is asked rarely.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installVsCodeServer } from '../../client/scripts/vscode-server.mjs';
import { chromiumPath } from '../../client/scripts/workbench.mjs';
import { launch, suiteNames } from './launch.mjs';
import { runPageTests } from './pages.mjs';
import { runRightsSuite } from './rights.mjs';
import { bootSandbox } from './sandbox.mjs';
import { runWebTests } from './web.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const repo = dirname(dirname(here));
const cache = join(repo, '.cache');

/** Suites of the ring `rest`; those of `main` are the others. Pages say of themselves that they are `isMain`. */
const rest = ['flood', 'learn', 'quadlet', 'rights'];

/**
 * @param {string[]} names a ring (`main`, `rest`), `web`, `pages` with a part of a title, or suites, by the names of their
 *   files: `node test/vscode/run.mjs journal`, `node test/vscode/run.mjs pages hangs`; none: both rings
 * @returns {Promise<{passed: number, failed: number, skipped: string[]}>} `skipped` says why, one line each
 */
export async function runSuite(names = []) {
  const code = findVsCode();
  if ('missing' in code) return skipping(`the VS Code suite: ${code.missing}`);
  mkdirSync(cache, { recursive: true });
  // Several need it at once.
  if (code.standIn) installVsCodeServer();
  const scratch = mkdtempSync(join(cache, 'vscode-suite-'));
  const { suites, rights, pages, web } = wanted(names);
  const inMachine = () =>
    withSandbox(code, join(scratch, 'systemd'), (sandbox) => launch({ code, suites, scratch, sandbox }));
  const inWindows = () => withSandbox(code, join(scratch, 'pages'), (sandbox) => runPageTests(sandbox, pages));
  const screen = (run) =>
    code.standIn ? run : async () => skipping('what is on the screen: only with the stand-in for VS Code');
  try {
    const lanes = await Promise.all([
      oneByOne([
        ...(suites.length > 0 ? [['suites in the extension host', inMachine]] : []),
        ...(rights ? [['the suite of a user without rights', () => runRightsSuite(code, scratch)]] : []),
      ]),
      oneByOne([
        ...(pages ? [['pages', screen(inWindows)]] : []),
        ...(web ? [['the web build', screen(runWebTests)]] : []),
      ]),
    ]);
    return sum(lanes.flat());
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function wanted([first, title = '', ...more]) {
  const all = suiteNames();
  const usual = all.filter((name) => !rest.includes(name));
  const rare = rest.filter((name) => name !== 'rights');
  switch (first) {
    case undefined:
      return { suites: [...usual, ...rare], rights: true, pages: () => true, web: true };
    case 'main':
      return { suites: usual, pages: ({ isMain }) => isMain === true, web: true };
    case 'rest':
      return { suites: rare, rights: true, pages: ({ isMain }) => isMain !== true };
    case 'pages':
      return { suites: [], pages: (page) => page.title.includes(title) };
    case 'web':
      return { suites: [], web: true };
  }
  const names = [first, title, ...more];
  return { suites: all.filter((name) => name !== 'rights' && names.includes(name)), rights: names.includes('rights') };
}

/** Does one piece of work after the other, and says how long each took; the next one is done all the same when one fails. */
async function oneByOne(works) {
  const results = [];
  for (const [name, work] of works) {
    const begun = performance.now();
    results.push(await work().catch(failing));
    console.log(`${name}: ${Math.round((performance.now() - begun) / 1_000)} s`);
  }
  return results;
}

async function withSandbox(code, dir, work) {
  const sandbox = code.standIn ? bootSandbox(dir) : { missing: 'only with the stand-in for VS Code' };
  try {
    return await work(sandbox);
  } finally {
    sandbox.stop?.();
  }
}

const skipping = (reason) => ({ passed: 0, failed: 0, skipped: [reason] });

function failing(error) {
  console.error(error);
  return { passed: 0, failed: 1, skipped: [] };
}

const sum = (runs) => ({
  passed: runs.reduce((all, { passed }) => all + passed, 0),
  failed: runs.reduce((all, { failed }) => all + failed, 0),
  skipped: [...new Set(runs.flatMap(({ skipped }) => skipped))],
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
