// What the tests of pages do over and over.
import { dirname, join } from 'node:path';

export { runCommand as command } from '../../client/scripts/workbench.mjs';

export const trusted = ['--disable-workspace-trust'];

export const lens = (page, title) => page.locator('.codelens-decoration').getByText(title).first();

export const toast = (page, text) => page.locator('.notifications-toasts').getByText(text);

export async function expectNone(locator, complaint) {
  if ((await locator.count()) > 0) throw new Error(complaint);
}

/** Milliseconds: longer than any slow machine takes. */
export const PATIENCE = 120_000;

/** Polls what has no event: processes and files. */
export async function comesTrue(page, condition, complaint) {
  const end = performance.now() + PATIENCE;
  do {
    if (await condition()) return;
    await page.waitForTimeout(100);
  } while (performance.now() < end);
  throw new Error(complaint);
}

/** A folder for programs that stand before others in PATH; beside the workspace, since none of a workspace is run. */
export const programsFor = (folder) => join(dirname(folder), 'bin');
