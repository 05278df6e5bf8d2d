// The first ten minutes with the extension, from an empty folder: a service is written, installed, started, enabled, broken,
// mended, restarted, read, stopped and removed, only by what is on the screen. A page test walks it, and
// `screenshots.mjs --walk` takes a picture of each step.
import { insist, runCommand, webview } from './workbench.mjs';

const COMMAND = "/bin/sh -c 'while :; do echo hello; sleep 2; done'";

/**
 * @param {import('playwright-core').Page} page a window with an empty folder
 * @param {(name: string) => Promise<void>} [snap] called after each step
 */
export async function walk(page, snap = async () => undefined) {
  await page.getByRole('tab', { name: 'systemd' }).waitFor();
  await write(page);
  await snap('written');

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

  await replaceCommand(page, '/usr/bin/hullo');
  await lens(page, '● running an older version of this file').waitFor();
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

  await press(page, 'Logs', page.locator('iframe.webview').first());
  await webview(page).locator('.row').filter({ hasText: 'hello' }).first().waitFor();
  await snap('journal');
  // The journal has the focus, and so means its unit.
  await runCommand(page, 'systemd: Stop', terminal(page).getByText('systemctl stop -- hello.service').last());
  await lens(page, '○ not running').waitFor();

  const dialog = page.locator('.monaco-dialog-box').filter({ hasText: 'Uninstall hello.service?' });
  await runCommand(page, 'systemd: Uninstall…', dialog);
  // It was linked: the file that was written is nobody's to delete.
  await dialog.getByText('/hello.service stays as it is.').waitFor();
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
