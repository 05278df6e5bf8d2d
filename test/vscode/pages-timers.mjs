// Timers on an axis and the editor of a schedule, as a person at the screen uses them.
import { join } from 'node:path';
import { insist, webview } from '../../client/scripts/workbench.mjs';
import { comesTrue, command, lens, trusted } from './page-helpers.mjs';

const files = {
  'backup.timer': '[Timer]\nOnCalendar=02:30\nRandomizedDelaySec=1h\nPersistent=yes\n',
  'backup.service': '[Service]\nType=oneshot\nExecStart=/bin/true\n',
  'clean.timer': '[Timer]\nOnBootSec=15min\nOnUnitActiveSec=1d\n',
  'clean.service': '[Service]\nType=oneshot\nExecStart=/bin/true\n',
  'mail.timer': '[Timer]\nOnCalendar=02:30\n',
  'mail.service': '[Service]\nType=oneshot\nExecStart=/bin/true\n',
};

const row = (shown, name) => shown.getByRole('option', { name: new RegExp(`^${name}`) });

async function openTimers(page) {
  await page.locator('.view-line').first().waitFor();
  const shown = webview(page);
  await command(page, 'systemd: Show Timers on an Axis', shown.locator('.row').first());
  return shown;
}

const axis = {
  title: 'draws the timers of the workspace on an axis, tells of each by keyboard, and lists what is missed',
  args: trusted,
  files,
  act: async (page) => {
    const shown = await openTimers(page);
    await row(shown, 'backup.timer').locator('path.run').waitFor({ state: 'attached' });
    await row(shown, 'clean.timer').getByText('15min after the machine boots.').waitFor();
    await row(shown, 'backup.timer').focus();
    await page.keyboard.press('ArrowRight');
    await shown
      .locator('#detail')
      .getByText(/^Run \d of 7: /)
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await shown.getByRole('heading', { name: 'clean.timer → clean.service' }).waitFor();
    await shown.getByRole('button', { name: 'List' }).click();
    await shown.getByRole('cell').first().waitFor();
    await shown.getByRole('button', { name: 'List' }).click();
    await shown.getByRole('combobox', { name: 'When the machine is off' }).selectOption('night');
    await shown.getByText(/^mail\.timer misses 7 runs/).waitFor();
    await shown.getByRole('button', { name: 'Month' }).click();
    await shown.getByText(/^mail\.timer misses 3\d runs/).waitFor();
  },
};

const edit = {
  title: 'reads a line of a timer into a form, shows when it would elapse, and writes it back',
  args: trusted,
  files: { 'backup.timer': '[Timer]\nOnCalendar=Mon..Fri 02:30 UTC\nPersistent=yes\n' },
  act: async (page) => {
    await page.locator('.view-line').first().waitFor();
    const shown = webview(page);
    const title = shown.getByRole('heading', { name: 'Schedule of backup.timer' });
    await command(page, 'systemd: Edit Schedule', title);
    await shown.getByText('OnCalendar=Mon..Fri 02:30 UTC', { exact: true }).waitFor();
    if (!(await shown.getByRole('radio', { name: 'On weekdays' }).isChecked()))
      throw new Error('The line was not read.');
    await shown.getByRole('radio', { name: 'Every N minutes' }).check();
    await shown.getByLabel('Every … minutes').fill('25');
    await shown.getByText('0, 25, 50 past each hour').waitFor();
    await shown.getByRole('radio', { name: 'As written' }).check();
    await shown.getByLabel('Calendar event').fill('every day');
    await shown.getByText('Did you mean daily?').waitFor();
    if (await shown.getByRole('button', { name: /^Write/ }).isEnabled()) throw new Error('It could be written.');
    await shown.getByRole('radio', { name: 'Every month' }).check();
    await shown.getByLabel('Day', { exact: true }).fill('1');
    await shown.getByLabel('counted from the end of the month').check();
    await shown.getByText('OnCalendar=*-*~01 02:30 UTC', { exact: true }).waitFor();
    await shown.getByRole('listitem').nth(7).waitFor();
    await shown.getByRole('button', { name: 'Write to Line 2' }).click();
    // Drawn with other blanks.
    await page
      .locator('.view-line')
      .filter({ hasText: /OnCalendar=\*-\*~01\s02:30\sUTC/ })
      .waitFor();
  },
};

const runNow = {
  title: 'starts the unit of a timer from the axis, and shows the timers of the manager',
  args: trusted,
  terminals: true,
  files,
  act: async (page, folder, run) => {
    for (const name of Object.keys(files)) run('systemctl', 'link', join(folder, name));
    run('systemctl', 'start', 'backup.timer');
    await lens(page, '⋯').waitFor();
    const shown = await openTimers(page);
    await row(shown, 'backup.timer').click();
    await shown.getByRole('button', { name: 'Run Now' }).click();
    const result = () =>
      `${run('systemctl', 'show', '--property=ExecMainExitTimestamp', '--value', 'backup.service')}`.trim();
    await comesTrue(page, () => result() !== '', 'The service of the timer was not started.');
    await insist(
      () => shown.getByRole('combobox', { name: 'Whose timers' }).selectOption('system'),
      row(shown, 'systemd-tmpfiles-clean.timer'),
    );
    await row(shown, 'backup.timer').click();
    await shown.getByText(/^Its manager will start it at /).waitFor();
    await row(shown, 'mail.timer').click();
    await shown.getByText('The timer is not active').waitFor();
  },
};

export const timerPages = [axis, edit];
export const bootedTimerPages = [runNow];
