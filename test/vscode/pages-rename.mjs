// A unit is renamed with F2 at the screen: what is asked, and what is true afterwards.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { insist } from '../../client/scripts/workbench.mjs';
import { comesTrue, lens, trusted } from './page-helpers.mjs';

const service = '[Service]\nExecStart=/bin/sleep 1d\n';
const timer = '[Timer]\nOnCalendar=daily\nUnit=NAME.service\n\n[Install]\nWantedBy=timers.target\n';

/** Presses F2 on the first line, types the new name and answers what is asked about the partner. */
async function rename(page, to, answer) {
  const box = page.locator('.rename-box input');
  await lens(page, '⋯').waitFor();
  await insist(async () => {
    await page.locator('.view-line span span').filter({ hasText: 'Service' }).first().click();
    await page.keyboard.press('F2');
  }, box);
  await box.fill(to);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: answer }).click();
}

const dialogButton = (page, name) => page.locator('.monaco-dialog-box').getByRole('button', { name, exact: true });

const together = {
  title: 'renames a service with its timer, and renews the links by which systemd had found them',
  isMain: true,
  args: trusted,
  terminals: true,
  files: { 'evening.service': service, 'evening.timer': timer.replace('NAME', 'evening') },
  act: async (page, folder, run) => {
    const at = (name) => join(folder, name);
    run('systemctl', 'link', at('evening.service'), at('evening.timer'));
    run('systemctl', 'enable', '--now', 'evening.timer');
    await rename(page, 'nightly.service', 'Rename evening.timer as well');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText('/etc/systemd/system/timers.target.wants/evening.timer').waitFor();
    // VS Code saves what a rename has changed when all of it is done.
    const text = () => readFileSync(at('nightly.timer'), 'utf8');
    await comesTrue(page, () => text() === timer.replace('NAME', 'nightly'), 'The timer starts the old name.');
    if (existsSync(at('evening.service'))) throw new Error('The service has its old name.');
    await dialogButton(page, 'Recreate Links').click();
    await dialog.getByText('evening.timer stops, nightly.timer starts').waitFor({ timeout: 60_000 });
    await dialogButton(page, 'Stop and Start').click();
    const states = () =>
      run(
        'sh',
        '-c',
        'systemctl is-active nightly.timer; systemctl is-enabled nightly.timer; find /etc/systemd -name "evening*"; :',
      );
    await comesTrue(page, () => `${states()}` === 'active\nenabled\n', 'The links are not renewed.');
  },
};

const alone = {
  title: 'renames a service and leaves its timer the name, which then says what it starts',
  args: trusted,
  files: { 'alone.service': service, 'alone.timer': '[Timer]\nOnCalendar=daily\n' },
  act: async (page, folder) => {
    await rename(page, 'other.service', 'Keep alone.timer');
    await comesTrue(page, () => existsSync(join(folder, 'other.service')), 'The service is not renamed.');
    const text = () => readFileSync(join(folder, 'alone.timer'), 'utf8');
    await comesTrue(
      page,
      () => text() === '[Timer]\nOnCalendar=daily\nUnit=other.service\n',
      'The timer starts nothing.',
    );
  },
};

export const renamePages = [alone];
export const bootedRenamePages = [together];
