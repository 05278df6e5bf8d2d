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
