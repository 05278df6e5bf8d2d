// What only a person at the screen sees, tried through Chromium: the messages where nothing may or can be run.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { repo } from '../../client/scripts/prepare.mjs';
import { prepareData, quietSettings, startVsCodeServer } from '../../client/scripts/vscode-server.mjs';
import { insist, launchChromium, workbenchUrl } from '../../client/scripts/workbench.mjs';

const examples = join(repo, 'examples');

const tests = [
  {
    title: 'runs nothing in a workspace that is not trusted, and says so',
    args: [],
    act: (page) => pressStart(page, 'This workspace is not trusted, so systemd Units runs nothing for it'),
  },
  {
    title: 'says once what is missing on a machine without systemctl, and hides what would need it',
    // VS Code would ask a login shell for the PATH.
    args: ['--disable-workspace-trust', '--force-disable-user-env'],
    env: { ...process.env, PATH: '/nowhere' },
    act: async (page) => {
      await page.locator('.notifications-toasts').getByText('systemctl is not on this machine').first().waitFor();
      const lenses = await page.locator('.codelens-decoration').getByText('Start', { exact: true }).count();
      if (lenses > 0) throw new Error('Start is offered all the same.');
    },
  },
];

function pressStart(page, message) {
  return insist(
    () => page.getByText('Start', { exact: true }).first().click(),
    page.locator('.notifications-toasts').getByText(message).first(),
  );
}

/** @returns {Promise<{passed: number, failed: number}>} */
export async function runPageTests() {
  mkdirSync(join(repo, '.cache'), { recursive: true });
  const browser = await launchChromium();
  let passed = 0;
  for (const test of tests) passed += (await succeeds(test, browser)) ? 1 : 0;
  await browser.close();
  return { passed, failed: tests.length - passed };
}

async function succeeds({ title, args, env, act }, browser) {
  const dataDir = mkdtempSync(join(repo, '.cache', 'vscode-page-'));
  prepareData(dataDir, quietSettings);
  const server = await startVsCodeServer({ dataDir, args, env });
  const page = await browser.newPage();
  try {
    await page.goto(workbenchUrl(server.port, { folder: examples, openFile: join(examples, 'backup.timer') }));
    await act(page);
    const tasks = await page.locator('.xterm-rows').count();
    if (tasks > 0) throw new Error('A terminal was opened.');
    console.log(`  ✔ ${title}`);
    return true;
  } catch (error) {
    await page.screenshot({ path: join(repo, '.cache', 'page-failed.png') });
    console.log(`  ✖ ${title}\n${error.message}\nSee .cache/page-failed.png`);
    return false;
  } finally {
    await page.close();
    server.process.kill();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}
