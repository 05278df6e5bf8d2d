// The first ten minutes with the extension, from an empty folder: a service is written, installed, started, enabled, broken,
// mended, restarted, drawn, read, stopped, renamed and removed, only by what is on the screen. A page test walks it, and
// `screenshots.mjs --walk` takes a picture of each step.
import { insist, runCommand, suggest, webview } from './workbench.mjs';

const COMMAND = "/bin/sh -c 'while :; do echo hello; sleep 2; done'";

/**
 * @param {import('playwright-core').Page} page a window with an empty folder
 * @param {(name: string) => Promise<void>} [snap] called after each step
 */
export async function walk(page, snap = async () => undefined) {
  await page.getByRole('tab', { name: 'systemd' }).waitFor();
  await write(page);
  await snap('written');
  await complete(page, snap);

  await press(page, '○ not installed', page.locator('.quick-input-list').getByText('Link from here'));
  await snap('install');
  await page.keyboard.press('Enter');
  await lens(page, '○ not running').waitFor();
  await noToast(page);

  await press(page, 'Start', lens(page, /^● running since/));
  await snap('started');
  await menu(page, { has: ['Restart', 'Stop'], lacks: ['Start', 'Install…'] });
  await snap('menu');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  // Enabled without a question; of the two opposites only the other one is left.
  await runCommand(page, 'systemd: Enable', terminal(page).getByText('multi-user.target.wants/hello.service').first());
  await noToast(page);

  // At the end of enabling systemd reads its files anew, and may find the change already.
  const changed = lens(page, '● running an older version of this file');
  await insist(() => replaceCommand(page, '/usr/bin/hullo'), changed);
  await snap('changed');
  await press(
    page,
    'Reload daemon and restart',
    lens(page, /^(✗ failed|↻ restarting.*): exit code 203\/EXEC|^✗ failed/),
  );
  await problem(page).waitFor();
  await snap('failed');

  await replaceCommand(page, COMMAND);
  await press(page, /^Reload daemon and (re)?start$/, lens(page, /^● running since/));
  await problem(page).waitFor({ state: 'detached' });

  await lookAround(page, snap);
  await press(page, 'Logs', page.locator('iframe.webview').first());
  await webview(page).locator('.row').filter({ hasText: 'hello' }).first().waitFor();
  await snap('journal');
  // The journal has the focus, and so means its unit.
  await runCommand(page, 'systemd: Stop', terminal(page).getByText('systemctl stop -- hello.service').last());
  await lens(page, '○ not running').waitFor();

  await rename(page, snap);
  const dialog = page.locator('.monaco-dialog-box').filter({ hasText: 'Uninstall greeting.service?' });
  await runCommand(page, 'systemd: Uninstall…', dialog);
  // It was linked: the file that was written is nobody's to delete.
  await dialog.getByText('/greeting.service is not changed.').waitFor();
  await snap('uninstall');
  await dialog.getByRole('button', { name: 'Uninstall', exact: true }).click();
  await lens(page, '○ not installed').waitFor();
  await snap('removed');
}

/** By the questions of *New Unit…*, with nothing typed but what only its author knows. */
async function write(page) {
  const question = (text) => page.locator('.quick-input-title').getByText(text);
  await runCommand(page, 'systemd: New Unit…', question('New unit: what is it for?'));
  await page.keyboard.press('Enter');
  await question('New unit: who runs it?').waitFor();
  await page.keyboard.press('Enter');
  await answer(page, question('New unit: which command?'), COMMAND);
  await question('New unit: when does it start?').waitFor();
  await page.keyboard.press('Enter');
  await answer(page, question('New unit: what is it called?'), 'hello');
  await lens(page, '○ not installed').waitFor();
}

/** A directive more, of which only the beginning is typed. */
async function complete(page, snap) {
  const chosen = page.locator('.suggest-widget.visible .monaco-list-row.focused').filter({ hasText: 'Nice=' });
  await word(page, 'ExecStart').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Nic');
  await suggest(page, chosen);
  await snap('completion');
  await page.keyboard.press('Enter');
  await page.keyboard.type('5');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+s');
}

/** What stands around the unit, and what systemd has of it; each in an editor that is closed again. */
async function lookAround(page, snap) {
  const graph = page.getByRole('tab', { name: /dependencies/ });
  await runCommand(page, 'systemd: Show Dependency Graph', webview(page).locator('svg .node').first());
  await snap('graph');
  await close(graph);
  const effective = page.getByRole('tab', { name: /effective/ });
  await runCommand(page, 'systemd: Show Effective Unit', effective);
  await page.locator('.editor-instance').filter({ hasText: 'Show version of this workspace' }).waitFor();
  await snap('effective');
  await close(effective);
}

async function close(tab) {
  await tab.click({ button: 'middle' });
  await tab.waitFor({ state: 'detached' });
}

/** By F2 on a header; systemd had found the unit by links, which are made anew. */
async function rename(page, snap) {
  const box = page.locator('.rename-box input');
  await insist(async () => {
    // In a narrow window the header may be scrolled out of sight.
    await page.getByRole('tab', { name: /^hello\.service(,|$)/ }).click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('F2');
  }, box);
  await box.fill('greeting.service');
  await page.keyboard.press('Enter');
  const button = page.locator('.monaco-dialog-box').getByRole('button', { name: 'Recreate Links' });
  await button.waitFor();
  await snap('rename');
  await button.click();
  await terminal(page).getByText('systemctl enable -- greeting.service').last().waitFor();
  await lens(page, '○ not running').waitFor();
}

async function answer(page, question, text) {
  await question.waitFor();
  await page.locator('.quick-input-widget input').first().fill(text);
  await page.keyboard.press('Enter');
}

const lens = (page, title) => page.locator('.codelens-decoration').getByText(title, { exact: true }).first();

/** A lens that was pressed may be gone before its effect is seen: then there is nothing more to press. */
const press = (page, title, effect) =>
  insist(
    () =>
      lens(page, title)
        .click({ timeout: 5_000 })
        .catch(() => undefined),
    effect,
  );

const terminal = (page) => page.locator('.xterm-rows');

/** The mark at the place of the last start's failure. */
const problem = (page) => page.locator('.squiggly-warning').first();

/** The submenu *systemd* of the editor. */
async function menu(page, { has, lacks }) {
  const entry = (title) => page.locator('.monaco-menu').getByRole('menuitem', { name: title, exact: true });
  const own = entry('systemd').first();
  await insist(() => word(page, 'Service').click({ button: 'right' }), own);
  await insist(() => own.hover(), entry(has[0]));
  for (const title of has) await entry(title).waitFor();
  for (const title of lacks) if ((await entry(title).count()) > 0) throw new Error(`${title} is in the menu.`);
}

const word = (page, text) => page.locator('.view-line span span').filter({ hasText: text }).first();

/** Types another command in place of the one there is, and saves. */
async function replaceCommand(page, command) {
  await word(page, 'ExecStart').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.insertText(`ExecStart=${command}`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+s');
}

/** What is done needs no notification, and what is asked none that can be missed. */
async function noToast(page) {
  const toast = page.locator('.notifications-toasts .notification-list-item');
  if ((await toast.count()) > 0) throw new Error(`A notification is left over: ${await toast.first().innerText()}`);
}
