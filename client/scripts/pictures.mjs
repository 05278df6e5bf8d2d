// What each picture of the extension shows: the file to open, and what a user does before it is taken.
import { insist, runCommand, suggest, webview } from './workbench.mjs';

/**
 * @typedef {object} Picture
 * @property {string} name
 * @property {string} file below `examples/`
 * @property {(page: import('playwright-core').Page) => Promise<void>} act
 * @property {boolean} [needsPodman] its generator, from a root that test/oracle/chroots.sh has built
 * @property {boolean} [inReadme] kept in docs/images; the others are taken to be looked at
 */

/** @type {readonly Picture[]} */
export const pictures = [
  { name: 'hover', file: 'backup.timer', act: hoverOver('Persistent', 'systemd.timer'), inReadme: true },
  { name: 'quick-fix', file: 'faults/broken.service', act: quickFix, inReadme: true },
  { name: 'start', file: 'backup.timer', act: start, inReadme: true },
  { name: 'units', file: 'backup.timer', act: units, inReadme: true },
  { name: 'journal', file: 'hello.service', act: journal, inReadme: true },
  { name: 'quadlet', file: 'quadlets/web.container', act: quadlet, needsPodman: true, inReadme: true },
  { name: 'hover-calendar', file: 'backup.timer', act: hoverOver('04:00', 'From now') },
  { name: 'hover-value', file: 'hello.service', act: hoverOver('on-failure', 'on-failure') },
  { name: 'hover-time-span', file: 'backup.timer', act: hoverOver('10min', 'seconds') },
  { name: 'hover-specifier', file: 'worker@.service', act: hoverOver(/^%i$/, 'Instance') },
  { name: 'completion', file: 'hello.service', act: completion },
  { name: 'manual', file: 'backup.timer', act: manual },
  { name: 'wizard', file: 'backup.timer', act: wizard },
  { name: 'walkthrough', file: 'backup.timer', act: walkthrough },
  { name: 'boot', file: 'hello.service', act: boot },
  { name: 'graph', file: 'backup.timer', act: graph },
  { name: 'networks', file: 'networks/31-br0.network', act: networks },
  { name: 'address', file: 'networks/31-br0.network', act: address },
  { name: 'effective', file: 'hello.service', act: effective },
  { name: 'rename', file: 'backup.service', act: rename },
  { name: 'plot', file: 'hello.service', act: plot },
  { name: 'blame', file: 'hello.service', act: blame },
  { name: 'chain', file: 'hello.service', act: chain },
  { name: 'timers', file: 'backup.timer', act: timers },
  { name: 'explorer', file: 'backup.timer', act: explorer },
  { name: 'schedule', file: 'backup.timer', act: schedule },
  { name: 'security', file: 'gunicorn.service', act: security },
  { name: 'menu', file: 'hello.service', act: menu },
  { name: 'row-menu', file: 'hello.service', act: rowMenu },
  { name: 'palette', file: 'hello.service', act: palette },
  { name: 'more-actions', file: 'hello.service', act: moreActions },
  { name: 'why', file: 'shop.service', act: why },
  { name: 'reload', file: 'stale.service', act: reload },
  { name: 'trial', file: 'tried.service', act: trial },
  { name: 'trial-tests', file: 'tried.service', act: trialTests },
  { name: 'trial-harden', file: 'soft.service', act: trialHarden },
];

/** The editor's text is drawn in pieces: a word is one of them. */
const word = (page, text) => page.locator('.view-line span span').filter({ hasText: text }).first();

const press = (page, lens, effect) => insist(() => page.getByText(lens, { exact: true }).first().click(), effect);

/** Room for what is shown. */
const hideSideBar = (page) => page.keyboard.press('Control+B');

function hoverOver(text, answer) {
  return async (page) => {
    const shown = page.locator('.monaco-hover-content').getByText(answer).first();
    await insist(async () => {
      await page.mouse.move(5, 5);
      await word(page, text).hover();
    }, shown);
  };
}

async function quickFix(page) {
  await page.locator('.squiggly-warning, .squiggly-error').first().waitFor();
  await hideSideBar(page);
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel').waitFor();
  await word(page, 'Descripton').click();
  await insist(() => page.keyboard.press('Control+.'), page.locator('.action-widget').first());
}

async function start(page) {
  await hideSideBar(page);
  const way = page.locator('.quick-input-list').getByText('Link from here');
  await press(page, 'Install…', way);
  await way.click();
  await press(page, 'Start', page.locator('.xterm-rows').getByText('systemctl start').last());
  const terminal = page.locator('.xterm-rows');
  await terminal.getByText('systemctl start').last().waitFor();
  await press(page, 'Status', terminal.getByText('Trigger:').first());
}

/** A Quadlet file is installed and its service started; beside it stands what Podman makes of it. */
async function quadlet(page) {
  await hideSideBar(page);
  await press(page, 'Install…', page.locator('.quick-input-list .monaco-list-row').first());
  await page.keyboard.press('Enter');
  await press(page, 'Start', page.locator('.xterm-rows').getByText('systemctl start').last());
  await page.locator('.codelens-decoration').getByText('running since').first().waitFor();
  await page.keyboard.press('Control+J');
  await runCommand(page, 'systemd: Show Generated Unit', page.getByText('X-Container').first());
}

async function units(page) {
  await page.getByRole('tab', { name: 'systemd' }).click();
  await page.getByText('System Manager').first().waitFor();
  // The units of the folder would leave no room for them.
  await page.getByRole('treeitem', { name: /^Workspace/ }).click();
  await page.getByText('Timers', { exact: true }).click();
  await page.getByText('dpkg-db-backup.timer').first().waitFor();
}

async function journal(page) {
  await hideSideBar(page);
  await press(page, 'Logs', page.locator('iframe.webview').first());
  await insist(() => webview(page).locator('.row.p3').first().click(), webview(page).locator('#detail'));
}

async function completion(page) {
  await word(page, 'on-failure').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Timeout');
  const widget = page.locator('.suggest-widget');
  await suggest(page, widget.getByText('TimeoutStartSec').first());
}

async function manual(page) {
  await hideSideBar(page);
  await hoverOver('Persistent', 'systemd.timer')(page);
  const shown = webview(page).getByText('Persistent=').first();
  await insist(() => page.locator('.monaco-hover-content a').getByText('systemd.timer(5)').last().click(), shown);
}

function wizard(page) {
  return runCommand(page, 'systemd: New Unit…', page.locator('.quick-input-list .monaco-list-row').nth(3));
}

function walkthrough(page) {
  return runCommand(page, 'systemd: Get Started', page.locator('.getting-started-step').first());
}

async function boot(page) {
  await hideSideBar(page);
  await runCommand(page, 'systemd: Show Boot Position', page.locator('iframe.webview').first());
  await webview(page).locator('h1').first().waitFor();
}

async function graph(page) {
  await hideSideBar(page);
  await runCommand(page, 'systemd: Show Dependency Graph', page.locator('iframe.webview').first());
  await webview(page).locator('svg .node').first().waitFor();
}

async function networks(page) {
  await hideSideBar(page);
  await runCommand(page, 'systemd: Show Dependency Graph', page.locator('iframe.webview').first());
  await webview(page).locator('svg .node').nth(2).waitFor();
}

async function address(page) {
  await hideSideBar(page);
  await hoverOver(/^192/, 'Netmask')(page);
}

async function effective(page) {
  await hideSideBar(page);
  await runCommand(page, 'systemd: Show Effective Unit', page.getByText('Show version of this workspace').first());
}

/** What was denied, at the line that denied it, and beside it the account. */
async function trial(page) {
  await hideSideBar(page);
  await runCommand(page, 'systemd: Try This Unit', page.getByText('tried.service failed').first());
  const mark = page.locator('.squiggly-warning').first();
  await mark.waitFor();
  const shown = page.locator('.monaco-hover-content').getByText('read-only for the service').first();
  await insist(async () => {
    await page.mouse.move(5, 5);
    await word(page, 'ProtectSystem').hover();
  }, shown);
}

/** Green and red marks of a folder of units. */
async function trialTests(page) {
  const tree = page.locator('.test-explorer-tree');
  await runCommand(page, 'Testing: Focus on Test Explorer View', tree);
  await tree.getByText('tried.service').first().waitFor();
  await page.locator('.view-line').first().click();
  await runCommand(page, 'Test: Run Tests in Current File', page.locator('.squiggly-warning').first());
}

/** The drop-in that a hardening ends in. */
async function trialHarden(page) {
  await hideSideBar(page);
  const check = page.locator('.quick-input-box input');
  await runCommand(page, 'systemd: Harden by Trial', page.getByText('Harden soft.service: Check').first());
  await check.fill('test -e /var/spool/soft');
  await page.keyboard.press('Enter');
  await page.getByText('Exposure by systemd-analyze').first().waitFor();
}

async function why(page) {
  await hideSideBar(page);
  await runCommand(page, 'systemd: Why Did It Not Start?', page.getByText('What to do next').first());
}

async function reload(page) {
  await hideSideBar(page);
  const command = 'systemd: Show What Daemon-Reload Would Change';
  await runCommand(page, command, page.getByText('running: 1').first());
}

async function rename(page) {
  const box = page.locator('.rename-box input');
  await insist(async () => {
    await word(page, /^Service$/).click();
    await page.keyboard.press('F2');
  }, box);
  await box.fill('nightly.service');
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-list').getByText('Rename backup.timer as well').waitFor();
}

async function plot(page) {
  await hideSideBar(page);
  await runCommand(page, 'systemd: Show Boot Plot', webview(page).locator('.bar').first());
}

async function blame(page) {
  await hideSideBar(page);
  await runCommand(page, 'systemd: Show Slowest Units at Boot', webview(page).locator('.bar').first());
}

async function chain(page) {
  await hideSideBar(page);
  await runCommand(page, 'systemd: Show Critical Chain', webview(page).locator('tbody tr').first());
}

async function timers(page) {
  await hideSideBar(page);
  const shown = webview(page);
  await runCommand(page, 'systemd: Show Timers on an Axis', shown.locator('.row').first());
  await shown.getByRole('combobox', { name: 'Whose timers' }).selectOption('system');
  const row = shown.getByRole('option', { name: /^man-db/ });
  await insist(() => row.click(), shown.getByRole('heading', { name: /^man-db/ }));
}

async function explorer(page) {
  await hideSideBar(page);
  const shown = webview(page);
  await runCommand(page, 'systemd: Explore Boot', shown.locator('.row').first());
  const row = shown.getByRole('option', { name: /^systemd-journald\.service/ });
  await insist(() => row.click(), shown.getByRole('heading', { name: 'systemd-journald.service' }));
}

async function schedule(page) {
  await hideSideBar(page);
  await runCommand(page, 'systemd: Edit Schedule', webview(page).getByRole('listitem').nth(3));
}

async function security(page) {
  await hideSideBar(page);
  await runCommand(page, 'systemd: Show Security Report', page.locator('iframe.webview').first());
  await webview(page).locator('table, li').first().waitFor();
}

/** The menu behind the button in the title of the editor. */
async function menu(page) {
  const button = page.locator('.editor-actions').getByRole('button', { name: 'systemd' }).first();
  await insist(() => button.click(), page.locator('.monaco-menu').getByText('Verify with systemd-analyze'));
}

/** The menu of a unit in the view Units. */
async function rowMenu(page) {
  await page.getByRole('tab', { name: 'systemd' }).click();
  const row = page.getByRole('treeitem').filter({ hasText: 'hello.service' }).first();
  await row.waitFor();
  await insist(() => row.click({ button: 'right' }), page.locator('.monaco-menu').getByText('More Actions…'));
}

async function palette(page) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill('>systemd: ');
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Compare with Installed File' });
  await row.first().waitFor();
}

async function moreActions(page) {
  await press(
    page,
    '⋯',
    page
      .locator('.quick-input-list')
      .getByText('Start and Follow Journal')
      .or(page.locator('.quick-input-list').getByText('Restart'))
      .first(),
  );
}
