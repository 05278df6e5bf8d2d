// What the tests of pages do over and over.
import { insist } from '../../client/scripts/workbench.mjs';

export const trusted = ['--disable-workspace-trust'];

export const lens = (page, title) => page.locator('.codelens-decoration').getByText(title).first();

export const toast = (page, text) => page.locator('.notifications-toasts').getByText(text);

/** Runs a command by its title. */
export async function command(page, title, effect) {
  await insist(async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').first().fill(`>${title}`);
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().click();
  }, effect);
}

export async function expectNone(locator, complaint) {
  if ((await locator.count()) > 0) throw new Error(complaint);
}

/** Polls what has no event: processes and files. */
export async function comesTrue(page, condition, complaint) {
  for (let tries = 300; tries > 0; tries--) {
    if (await condition()) return;
    await page.waitForTimeout(100);
  }
  throw new Error(complaint);
}
