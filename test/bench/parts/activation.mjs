// How long the extension takes to start in VS Code, as VS Code itself measures it.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { repo } from '../../../client/scripts/prepare.mjs';
import { prepareData, quietSettings, startVsCodeServer } from '../../../client/scripts/vscode-server.mjs';
import { launchChromium, runCommand, workbenchUrl } from '../../../client/scripts/workbench.mjs';

const RUNS = 5;

/** @returns {Promise<number[]>} milliseconds of each run, of a server and a window of its own */
export async function measureActivation() {
  const browser = await launchChromium();
  try {
    const times = [];
    for (let i = 0; i < RUNS; i++) times.push(await activation(browser));
    return times;
  } finally {
    await browser.close();
  }
}

async function activation(browser) {
  const dataDir = mkdtempSync(join(repo, '.cache', 'vscode-bench-'));
  prepareData(dataDir, quietSettings);
  const server = await startVsCodeServer({ dataDir, args: ['--disable-workspace-trust'] });
  const page = await browser.newPage();
  try {
    const folder = join(repo, 'examples');
    await page.goto(workbenchUrl(server.port, { folder, openFile: join(folder, 'backup.timer') }));
    await page.locator('.codelens-decoration').first().waitFor();
    const row = page.locator('.runtime-extensions-editor .extension').filter({ hasText: 'systemd Units' });
    const told = row.locator('.activation-time').filter({ hasText: /\d+ms/ });
    await runCommand(page, 'Developer: Show Running Extensions', told.first());
    return Number(/(\d+)ms/.exec(await told.first().innerText())?.[1]);
  } finally {
    await page.close();
    server.process.kill();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}
