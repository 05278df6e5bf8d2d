// What only a person at the screen sees, tried through Chromium: the messages where nothing may or can be run.
import { execFileSync } from 'node:child_process';
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

/** In a booted systemd, as a user that may not change it. */
const asNobody = {
  title: 'explains that rights are missing, and offers a way',
  args: ['--disable-workspace-trust'],
  env: { ...process.env, HOME: '/tmp' },
  terminals: true,
  act: async (page) => {
    const way = page.locator('.quick-input-list').getByText('Link from here');
    await insist(() => page.getByText('Install…', { exact: true }).first().click(), way);
    await way.click();
    const message = page.locator('.notifications-toasts').getByText('was refused: the system manager obeys only root');
    await message.first().waitFor();
    await page.getByRole('button', { name: 'User Manager…' }).waitFor();
  },
};
/** May read what only root may, since the repository can lie in a closed folder; of systemd it may change nothing. */
const nobody = [
  ...['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'],
  ...['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search'],
];

function pressStart(page, message) {
  return insist(
    () => page.getByText('Start', { exact: true }).first().click(),
    page.locator('.notifications-toasts').getByText(message).first(),
  );
}

/**
 * @param {{dir?: string, prefix?: string[], missing?: string}} sandbox its folder is left to whoever made it
 * @returns {Promise<{passed: number, failed: number, skipped: string[]}>}
 */
export async function runPageTests({ dir, prefix, missing }) {
  mkdirSync(join(repo, '.cache'), { recursive: true });
  const browser = await launchChromium();
  const wanted = prefix ? [...tests, { ...asNobody, dir, prefix: [...prefix, ...nobody] }] : tests;
  let passed = 0;
  for (const test of wanted) passed += (await succeeds(test, browser)) ? 1 : 0;
  await browser.close();
  return { passed, failed: wanted.length - passed, skipped: prefix ? [] : [`${asNobody.title}: ${missing}`] };
}

async function succeeds({ title, args, env, act, terminals, dir, prefix = [] }, browser) {
  const dataDir = mkdtempSync(join(dir ?? join(repo, '.cache'), 'vscode-page-'));
  prepareData(dataDir, quietSettings);
  if (prefix.length > 0) execFileSync('chown', ['-R', '--no-dereference', '65534:65534', dataDir]);
  const server = await startVsCodeServer({ dataDir, args, env, prefix });
  const page = await browser.newPage();
  try {
    await page.goto(workbenchUrl(server.port, { folder: examples, openFile: join(examples, 'backup.timer') }));
    await act(page);
    const tasks = await page.locator('.xterm-rows').count();
    if (tasks > 0 && !terminals) throw new Error('A terminal was opened.');
    console.log(`  ✔ ${title}`);
    return true;
  } catch (error) {
    await page.screenshot({ path: join(repo, '.cache', 'page-failed.png') });
    console.log(`  ✖ ${title}\n${error.message}\nSee .cache/page-failed.png`);
    return false;
  } finally {
    await page.close();
    server.process.kill();
    // What runs in the sandbox ends with it, and writes until then.
    if (!dir) rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}
