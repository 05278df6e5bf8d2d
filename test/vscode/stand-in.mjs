#!/usr/bin/env node
// Stands in for the `code` executable where there is none: takes the same arguments as @vscode/test-electron passes,
// presents VS Code Server in Chromium, and ends with the exit code of the extension tests.
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startVsCodeServer } from '../../client/scripts/vscode-server.mjs';
import { launchChromium, workbenchUrl } from '../../client/scripts/workbench.mjs';
import { sandboxPrefix } from './sandbox.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const cache = join(here, '..', '..', '.cache');
const option = (name) => process.argv.findLast((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
const folder = process.argv.slice(2).find((argument) => !argument.startsWith('-'));
const sandbox = process.env.SYSTEMD_SANDBOX;
const user = process.env.SYSTEMD_SANDBOX_USER && JSON.parse(process.env.SYSTEMD_SANDBOX_USER);

mkdirSync(cache, { recursive: true });
const log = join(cache, 'vscode-console.log');
writeFileSync(log, '');
const dataDir = mkdtempSync(join(cache, 'vscode-data-'));
if (user) execFileSync('chown', [`${user.uid}:${user.uid}`, dataDir]);
const server = await startVsCodeServer({
  dataDir,
  args: [
    '--enable-smoke-test-driver',
    ...(process.argv.includes('--disable-workspace-trust') ? ['--disable-workspace-trust'] : []),
  ],
  prefix: sandbox ? sandboxPrefix(sandbox, user) : [],
});
const browser = await launchChromium();
const code = await Promise.race([present(await browser.newPage()), tooLong()]).catch((error) => {
  console.error(`${error}\nThe server said:\n${server.output()}`);
  return 70;
});
await browser.close();
server.process.kill();
rmSync(dataDir, { recursive: true, force: true });
process.exit(code);

/** Shows the workbench until the tests in it have ended. VS Code calls the two functions of that name in its page. */
async function present(page) {
  const exit = new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    page.on('crash', () => reject(new Error('Chromium crashed.')));
    server.process.on('exit', (status) => reject(new Error(`VS Code Server ended with ${status}.`)));
  });
  await page.exposeFunction('codeAutomationLog', (_level, words) => hear(words.join(' ')));
  const paths = {
    extensionDevelopmentPath: option('extensionDevelopmentPath'),
    extensionTestsPath: option('extensionTestsPath'),
  };
  await page.goto(workbenchUrl(server.port, { folder, ...paths }));
  return exit;
}

/** Passes on what the suite says; all else that VS Code writes to its console goes into a file. */
function hear(line) {
  if (line.startsWith('suite| ')) console.log(line.slice('suite| '.length));
  else appendFileSync(log, `${line}\n`);
}

function tooLong() {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('The suite did not end within twenty minutes.')), 1_200_000).unref();
  });
}
