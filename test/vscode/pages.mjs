// What only a person at the screen sees, tried through Chromium: the messages where nothing may or can be run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { insist, launchChromium, webview } from '../../client/scripts/workbench.mjs';
import { comesTrue } from './page-helpers.mjs';
import { runOnServer, serverNeeded } from './page-servers.mjs';
import { bootPages } from './pages-boot.mjs';
import { bootedLookPages, lookPages } from './pages-look.mjs';
import { bootedPages, unbootedPages } from './pages-operate.mjs';
import { bootedRenamePages, renamePages } from './pages-rename.mjs';
import { startPages } from './pages-start.mjs';
import { bootedTimerPages, timerPages } from './pages-timers.mjs';
import { writingPages } from './pages-writing.mjs';
import { asUser } from './sandbox.mjs';

/** The button of a webview, which the extension host cannot press. */
const addsFromReport = {
  title: 'writes into the service what a button of the security report says, and the exposure falls',
  args: ['--disable-workspace-trust'],
  files: { 'open.service': '[Service]\nExecStart=/bin/true\nPrivateTmp=no\n' },
  act: async (page, folder) => {
    const report = webview(page);
    const title = report.getByRole('heading');
    await insist(() => page.getByText('Security: exposure').first().click(), title);
    const exposure = async () => Number(/: (\d+\.\d) /.exec(await title.innerText())?.[1]);
    const before = await exposure();
    for (const assignment of ['PrivateTmp=yes', 'CapabilityBoundingSet=~CAP_SYS_ADMIN']) {
      const row = report.getByRole('row').filter({ hasText: assignment });
      await row.getByRole('button').click();
      await row.waitFor({ state: 'detached' });
    }
    const wanted = '[Service]\nExecStart=/bin/true\nPrivateTmp=yes\nCapabilityBoundingSet=~CAP_SYS_ADMIN\n';
    const text = readFileSync(join(folder, 'open.service'), 'utf8');
    if (text !== wanted) throw new Error(`The service says:\n${text}`);
    if (!((await exposure()) < before)) throw new Error(`The exposure is ${await exposure()}, and was ${before}.`);
  },
};

const opensManual = {
  title: 'opens the manual at the directive that was pointed at',
  args: ['--disable-workspace-trust'],
  act: async (page) => {
    const directive = page.locator('.view-line span span').filter({ hasText: 'Persistent' }).first();
    const link = page.locator('.monaco-hover-content a').getByText('systemd.timer(5)').last();
    await insist(async () => {
      await page.mouse.move(5, 5);
      await directive.hover();
    }, link);
    const manual = webview(page);
    const heading = manual.getByRole('heading', { name: 'Persistent=' });
    await insist(() => link.click(), heading);
    const top = () => heading.evaluate((element) => element.getBoundingClientRect().top);
    // The preview scrolls once it is laid out.
    await comesTrue(page, async () => Math.abs(await top()) < 100, 'The heading is not at the top.');
  },
};

const tests = [
  opensManual,
  {
    title: 'runs nothing in a workspace that is not trusted, and says so',
    isMain: true,
    args: [],
    act: (page) => press(page, 'Start', 'This workspace is not trusted, so systemd Units runs nothing for it'),
  },
  {
    title: 'says once what is missing on a machine without systemctl, and hides what would need it',
    // VS Code would ask a login shell for the PATH.
    args: ['--disable-workspace-trust', '--force-disable-user-env'],
    env: { ...process.env, PATH: '/nowhere' },
    act: async (page) => {
      await page
        .locator('.notifications-toasts')
        .getByText('systemctl is not installed on this machine')
        .first()
        .waitFor();
      const lenses = await page.locator('.codelens-decoration').getByText('Start', { exact: true }).count();
      if (lenses > 0) throw new Error('Start is offered all the same.');
    },
  },
  {
    title: 'speaks the language of VS Code: manifest, lenses, messages and pages',
    args: [],
    language: 'qps-ploc',
    act: async (page) => {
      await press(page, '[Stárt]', '[Thïs wørkspácë ïs nøt trüstëd, sø systëmd Ûnïts rüns nøthïng før ït');
      await page.getByRole('tab', { name: 'systemd' }).click();
      await page.getByText('[Thïs wørkspácë ïs nøt trüstëd, sø systëmd Ûnïts døës nøt qüëry systëmd.').waitFor();
      await page.getByRole('button', { name: '[Shøw Dëpëndëncy Gráph]' }).click();
      const graph = webview(page);
      await graph.getByText('[Lëvëls]').waitFor();
      await graph.getByText('backup.timer: [2 rëlátëd ünïts]').waitFor();
    },
  },
  addsFromReport,
  ...lookPages,
  ...renamePages,
  ...writingPages,
  ...timerPages,
  ...startPages,
];

/** In a booted systemd, from the view of units. */
const failedIsRed = {
  title: 'draws a failed unit red in the graph of its manager',
  args: ['--disable-workspace-trust'],
  files: { 'ruined.service': '[Service]\nExecStart=/nope\n' },
  act: async (page, folder, inside) => {
    inside('systemctl', 'link', join(folder, 'ruined.service'));
    inside('systemctl', 'start', '--no-block', 'ruined.service');
    await page.getByRole('tab', { name: 'systemd' }).click();
    const entry = page.getByText('Show Loaded Dependency Graph');
    const row = page.getByRole('treeitem').filter({ hasText: /^ruined\.service\s*failed/ });
    await insist(() => row.first().click({ button: 'right' }), entry);
    await entry.click();
    const graph = webview(page);
    const line = (state) => graph.locator(`.node.${state} path`).first();
    const colour = (state) => line(state).evaluate((path) => getComputedStyle(path).stroke);
    await line('is-failed').waitFor();
    const [failed, active] = [await colour('is-failed'), await colour('is-active')];
    const [red = 0, green = 0] = failed.match(/\d+/g)?.map(Number) ?? [];
    if (!(red > 150 && red > 1.5 * green) || failed === active) throw new Error(`It is ${failed} beside ${active}.`);
  },
};

/** In a booted systemd, as a user that may not change it. */
const asNobody = {
  title: 'explains that rights are missing, and offers a way',
  args: ['--disable-workspace-trust'],
  terminals: true,
  act: async (page) => {
    const way = page.locator('.quick-input-list').getByText('Link from here');
    await insist(() => page.getByText('Install…', { exact: true }).first().click(), way);
    await way.click();
    const list = page.locator('.quick-input-widget');
    await list.getByPlaceholder(/was refused: the system manager accepts such commands only from root/).waitFor();
    await list.getByText('Run the unit with my user manager…').waitFor();
  },
};
const nobody = asUser({ uid: 65534, home: '/tmp' });

function press(page, lens, message) {
  return insist(
    () => page.getByText(lens, { exact: true }).first().click(),
    page.locator('.notifications-toasts').getByText(message).first(),
  );
}

/**
 * Tests of one lane run one after the other, those that need the same server next to each other; lanes run at once.
 * @param {{dir?: string, prefix?: string[], missing?: string}} sandbox its folder is left to whoever made it
 * @param {(test: {title: string, isMain?: boolean}) => boolean} isWanted
 * @returns {Promise<{passed: number, failed: number, skipped: string[]}>}
 */
export async function runPageTests({ dir, prefix, missing }, isWanted = () => true) {
  const booted = [
    failedIsRed,
    ...bootedPages,
    ...bootedLookPages,
    ...bootedRenamePages,
    ...bootPages,
    ...bootedTimerPages,
  ].map((test) => ({
    ...test,
    dir,
    prefix,
    missing,
  }));
  const refused = { ...asNobody, dir, prefix: prefix && [...prefix, ...nobody], missing };
  const lanes = [
    [...tests, ...unbootedPages],
    [...booted, refused],
  ].map((lane) => lane.filter(isWanted));
  const browser = await launchChromium();
  const results = await Promise.all(lanes.map((lane) => runLane(lane, browser)));
  await browser.close();
  const all = results.flat();
  return {
    passed: all.filter(Boolean).length,
    failed: all.filter((passed) => !passed).length,
    skipped: lanes.flat().flatMap((test) => (test.missing === undefined ? [] : [`${test.title}: ${test.missing}`])),
  };
}

/** @returns {Promise<boolean[]>} which of the tests that can be run here passed */
async function runLane(tests, browser) {
  const possible = tests.filter((test) => test.missing === undefined);
  const results = [];
  for (const server of new Set(possible.map(serverNeeded))) {
    const group = possible.filter((test) => serverNeeded(test) === server);
    results.push(...(await runOnServer(group, browser)));
  }
  return results;
}
