// The extension in the web worker of a browser, as on vscode.dev, with files of a virtual file system.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repo } from '../../client/scripts/prepare.mjs';
import { insist, launchChromium, webview } from '../../client/scripts/workbench.mjs';
import { serveWorkbench } from './web-server.mjs';

const word = (page, text) => page.locator('.view-line span span').filter({ hasText: text }).first();

/** Each is a file to open and what is to be seen. */
const tests = [
  {
    title: 'judges units, with what their drop-ins say',
    file: 'faults/broken.service',
    act: (page) => page.locator('.squiggly-warning, .squiggly-error').first().waitFor(),
  },
  {
    title: 'shows the manual of the package',
    file: 'backup.timer',
    act: async (page) => {
      const shown = page.locator('.monaco-hover-content').getByText('systemd.timer').first();
      await insist(async () => {
        await page.mouse.move(5, 5);
        await word(page, 'Persistent').hover();
      }, shown);
    },
  },
  {
    title: 'goes from a timer to its service, which it reads through the window',
    file: 'backup.timer',
    act: async (page) => {
      const tab = page.locator('.tab.active').getByText('backup.service');
      await insist(() => command(page, 'Go to Related Unit'), tab);
    },
  },
  {
    title: 'draws the graph around a unit',
    file: 'backup.timer',
    act: async (page) => {
      const view = webview(page);
      await insist(() => command(page, 'Show Dependency Graph'), view.getByText('backup.timer: 2 units around it'));
    },
  },
  {
    title: 'offers no commands that need a machine',
    file: 'backup.timer',
    act: async (page) => {
      const offered = page.locator('.quick-input-list .monaco-list-row');
      await insist(() => palette(page, 'systemd:'), offered.getByText('Go to Related Unit').first());
      const all = (await offered.allInnerTexts()).join('\n');
      if (/Reload the Manager|Blame|Journal|Restart/.test(all)) throw new Error(`These are offered:\n${all}`);
    },
  },
];

async function palette(page, text) {
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill(`>${text}`);
}

async function command(page, title) {
  await palette(page, title);
  await page.keyboard.press('Enter');
}

/** @returns {Promise<{passed: number, failed: number}>} */
export async function runWebTests() {
  const server = await serveWorkbench(join(repo, 'examples'));
  const browser = await launchChromium();
  let passed = 0;
  try {
    for (const test of tests) passed += (await succeeds(test, browser, server)) ? 1 : 0;
  } finally {
    await browser.close();
    server.close();
  }
  return { passed, failed: tests.length - passed };
}

async function succeeds({ title, file, act }, browser, server) {
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  try {
    await page.goto(server.url(`/${file}`));
    await word(page, 'Unit').waitFor();
    await act(page);
    console.log(`  ✔ ${title}`);
    return true;
  } catch (error) {
    await page.screenshot({ path: join(repo, '.cache', 'web-failed.png') });
    console.log(
      `  ✖ ${title}\n${error.message}\n${said
        .filter((text) => text.includes('systemd'))
        .slice(-5)
        .join('\n')
        .slice(0, 2000)}\nSee .cache/web-failed.png`,
    );
    return false;
  } finally {
    await page.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { passed, failed } = await runWebTests();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}
