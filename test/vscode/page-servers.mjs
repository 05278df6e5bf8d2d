// VS Code Servers for the tests of pages. Tests that need the same server share one, and with it what the browser keeps of
// VS Code's code; each has a window and a folder of its own.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundle, pseudoOf } from '../../client/scripts/localization.mjs';
import { repo } from '../../client/scripts/prepare.mjs';
import { prepareData, quietSettings, startVsCodeServer } from '../../client/scripts/vscode-server.mjs';
import { workbenchUrl } from '../../client/scripts/workbench.mjs';
import { PATIENCE } from './page-helpers.mjs';

const settings = {
  ...quietSettings,
  // The terminal is drawn as text, which a test can read.
  'terminal.integrated.gpuAcceleration': 'off',
  'terminal.integrated.enablePersistentSessions': false,
};

/** What tells servers apart: an environment is made for one folder, and what is said once is said to the first window. */
export const serverNeeded = ({ title, args, env, alone = false, language, prefix = [] }) =>
  JSON.stringify([args, env || alone ? title : '', language ?? '', prefix]);

/**
 * Runs tests that need the same server.
 * @returns {Promise<boolean[]>} which of them passed
 */
export async function runOnServer(tests, browser) {
  const [{ args, env, language, dir, prefix = [] }] = tests;
  const parent = dir ?? join(repo, '.cache');
  mkdirSync(parent, { recursive: true });
  const dataDir = mkdtempSync(join(parent, 'vscode-page-'));
  prepareData(dataDir, settings, language && translated(join(dataDir, 'translated'), language));
  const folders = tests.map((test, i) => workspaceOf(test, join(dataDir, `workspace-${i + 1}`)));
  if (prefix.length > 0) execFileSync('chown', ['-R', '--no-dereference', '65534:65534', dataDir]);
  const environment = typeof env === 'function' ? env(folders[0]) : env;
  const server = await startVsCodeServer({ dataDir, args, env: environment, prefix });
  const context = await browser.newContext();
  // What VS Code's own translations would say; without them the workbench stays English.
  await context.addInitScript((name) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: name }), language);
  context.setDefaultTimeout(PATIENCE);
  const results = [];
  for (const [i, test] of tests.entries()) {
    results.push(await succeeds(test, { page: await context.newPage(), folder: folders[i], port: server.port }));
  }
  await context.close();
  server.process.kill();
  // What runs in the sandbox ends with it, and writes until then.
  if (!dir) rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  return results;
}

async function succeeds({ title, act, files, terminals, prefix = [] }, { page, folder, port }) {
  const [first] = Object.keys(files ?? { 'backup.timer': '' });
  const begun = performance.now();
  try {
    await page.goto(workbenchUrl(port, { folder, openFile: first && join(folder, first) }));
    await act(page, folder, (file, ...words) =>
      execFileSync(prefix[0], [...prefix.slice(1), file, ...words], { stdio: 'pipe' }),
    );
    const tasks = await page.locator('.xterm-rows').count();
    if (tasks > 0 && !terminals) throw new Error('A terminal was opened.');
    console.log(`  ✔ ${title} (${Math.round((performance.now() - begun) / 1_000)} s)`);
    return true;
  } catch (error) {
    const picture = join('.cache', `page-failed-${title.replace(/\W+/g, '-').slice(0, 40)}.png`);
    await page.screenshot({ path: join(repo, picture) }).catch(() => undefined);
    console.log(`  ✖ ${title}\n${error.message}\nSee ${picture}`);
    return false;
  } finally {
    // A page that leaves says so to the server, which ends what it had started for it.
    await page.goto('about:blank', { timeout: 10_000 }).catch(() => undefined);
    await page.close();
  }
}

/** A folder of its own: with the files of the test, or all examples. */
function workspaceOf({ files, settings: own }, folder) {
  mkdirSync(folder);
  const write = (name, text) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  if (!files) cpSync(join(repo, 'examples'), folder, { recursive: true });
  for (const [name, text] of Object.entries(files ?? {})) write(name, text);
  if (own) write('.vscode/settings.json', JSON.stringify(own));
  return folder;
}

/** The extension with a translation of its own: links to this folder, and its texts so that all can read them. */
function translated(folder, language) {
  const json = (name) => JSON.parse(readFileSync(join(repo, name), 'utf8'));
  mkdirSync(join(folder, 'l10n'), { recursive: true });
  for (const name of ['package.json', 'package.nls.json', 'server', 'syntaxes'])
    symlinkSync(join(repo, name), join(folder, name));
  // VS Code tells by the real path of its code which extension asks for translations.
  cpSync(join(repo, 'client', 'dist'), join(folder, 'client', 'dist'), { recursive: true });
  const write = (name, texts) => writeFileSync(join(folder, name), JSON.stringify(pseudoOf(texts)));
  write(`package.nls.${language}.json`, json('package.nls.json'));
  write(`l10n/bundle.l10n.${language}.json`, bundle());
  return folder;
}
