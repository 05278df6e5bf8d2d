// Opens the workbench of VS Code Server in Chromium, as a user would see it.
import { existsSync } from 'node:fs';

export const chromiumPath = () =>
  [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  );

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];

/** @returns {Promise<import('playwright-core').Browser>} */
export async function launchChromium() {
  const { chromium } = await import('playwright-core');
  const args = [...quiet, '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath: chromiumPath(), args });
}

/**
 * The address of the workbench with a folder open.
 * @param {number} port
 * @param {{folder: string, openFile?: string, extensionDevelopmentPath?: string, extensionTestsPath?: string}} options absolute paths
 */
export function workbenchUrl(port, { folder, ...paths }) {
  const authority = `127.0.0.1:${port}`;
  const payload = Object.entries(paths)
    .filter(([, path]) => path)
    .map(([key, path]) => [key, `vscode-remote://${authority}${encodeURI(path)}`]);
  const query = new URLSearchParams({ folder, ...(payload.length > 0 && { payload: JSON.stringify(payload) }) });
  return `http://${authority}/?${query}`;
}

/** While the editor settles it draws lenses and menus anew, and then a press on them is lost. */
export async function insist(act, effect) {
  for (const patience of [5_000, 10_000, 20_000, 40_000]) {
    await act();
    const seen = effect.waitFor({ timeout: patience });
    if (
      await seen.then(
        () => true,
        () => false,
      )
    )
      return;
  }
  throw new Error(`Nothing came of it: ${effect}`);
}

/** Asks for suggestions until the row is seen; where a list is open already, the key would only open its details. */
export const suggest = (page, row) =>
  insist(async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Space');
  }, row);

/** What a webview shows: while it is filled anew it has two frames for a moment, and only one of them is active. */
export const webview = (page) => page.frameLocator('iframe.webview').first().frameLocator('#active-frame');

/** Runs a command by its title, until its effect is to be seen. */
export async function runCommand(page, title, effect) {
  await insist(async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
    // Whatever takes the focus closes the list.
    await page
      .locator('.quick-input-widget input')
      .first()
      .fill(`>${title}`, { timeout: 10_000 })
      .then(() => row.click({ timeout: 10_000 }))
      .catch(() => undefined);
  }, effect);
}
