// The extension in the web worker of a browser, as on vscode.dev, with files of a virtual file system.
import { join } from 'node:path';
import { repo } from '../../client/scripts/prepare.mjs';
import { insist, launchChromium, webview } from '../../client/scripts/workbench.mjs';
import { PATIENCE } from './page-helpers.mjs';
import { serveWorkbench } from './web-server.mjs';

const word = (page, text) => page.locator('.view-line span span').filter({ hasText: text }).first();

/** Files to open, and what is to be seen in the window of each. */
const windows = {
  'faults/broken.service': [
    {
      title: 'judges units, with what their drop-ins say',
      act: (page) => page.locator('.squiggly-warning, .squiggly-error').first().waitFor(),
    },
  ],
  'backup.timer': [
    {
      title: 'shows the manual of the package',
      act: async (page) => {
        const shown = page.locator('.monaco-hover-content').getByText('systemd.timer').first();
        await insist(async () => {
          await page.mouse.move(5, 5);
          await word(page, 'Persistent').hover();
        }, shown);
      },
    },
    {
      title: 'offers no commands that need a machine',
      act: async (page) => {
        const offered = page.locator('.quick-input-list .monaco-list-row');
        await insist(() => palette(page, 'systemd:'), offered.getByText('Go to Related Unit').first());
        const all = (await offered.allInnerTexts()).join('\n');
        if (/Reload Manager|Slowest|Journal|Restart/.test(all)) throw new Error(`These are offered:\n${all}`);
      },
    },
    {
      title: 'draws the graph around a unit',
      act: async (page) => {
        const view = webview(page);
        await insist(() => command(page, 'Show Dependency Graph'), view.getByText('backup.timer: 2 related units'));
        // Beside the graph the unit has the focus again.
        await word(page, 'Persistent').click();
      },
    },
    {
      title: 'goes from a timer to its service, which it reads through the window',
      act: async (page) => {
        const tab = page.locator('.tab.active').getByText('backup.service');
        await insist(() => command(page, 'Go to Related Unit'), tab);
      },
    },
  ],
};

async function palette(page, text) {
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill(`>${text}`);
}

async function command(page, title) {
  await palette(page, title);
  await page.keyboard.press('Enter');
}

/** @returns {Promise<{passed: number, failed: number, skipped: string[]}>} */
export async function runWebTests() {
  const server = await serveWorkbench(join(repo, 'examples'));
  const browser = await launchChromium();
  const context = await browser.newContext();
  context.setDefaultTimeout(PATIENCE);
  const results = [];
  try {
    for (const [file, tests] of Object.entries(windows)) {
      const page = await context.newPage();
      const said = [];
      page.on('console', (message) => said.push(message.text()));
      await page.goto(server.url(`/${file}`));
      for (const test of tests) results.push(await succeeds(test, page, said));
      await page.close();
    }
  } finally {
    await browser.close();
    server.close();
  }
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed, skipped: [] };
}

async function succeeds({ title, act }, page, said) {
  try {
    await word(page, 'Unit').waitFor();
    await act(page);
    console.log(`  ✔ in a browser: ${title}`);
    return true;
  } catch (error) {
    await page.screenshot({ path: join(repo, '.cache', 'web-failed.png') });
    const ours = said.filter((text) => text.includes('systemd')).slice(-5);
    console.log(
      `  ✖ in a browser: ${title}\n${error.message}\n${ours.join('\n').slice(0, 2000)}\nSee .cache/web-failed.png`,
    );
    return false;
  }
}
