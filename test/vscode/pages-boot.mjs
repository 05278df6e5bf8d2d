// The pages about the boot, as a person at the screen uses them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repo } from '../../client/scripts/prepare.mjs';
import { insist, webview } from '../../client/scripts/workbench.mjs';
import { comesTrue, command, lens, trusted } from './page-helpers.mjs';

const files = { 'any.service': '[Service]\nExecStart=/bin/true\n' };

const blame = {
  title: 'shows what took long to start as systemd-analyze does, sorts it, opens a unit and saves the table',
  args: trusted,
  files,
  settings: { 'files.simpleDialog.enable': true },
  act: async (page, folder, run) => {
    await lens(page, '⋯').waitFor();
    const shown = webview(page);
    await command(page, 'systemd: Show Slowest Units at Boot', shown.locator('tbody tr').first());
    const rows = async () => {
      await shown.locator('tbody tr').first().waitFor();
      const cells = await shown
        .locator('tbody tr')
        .evaluateAll((found) =>
          found.map((row) => `${row.querySelector('.took').textContent} ${row.querySelector('.name').textContent}`),
        );
      return cells;
    };
    const said = `${run('systemd-analyze', 'blame', '--no-pager')}`.trim().split('\n');
    const page10 = (await rows()).slice(0, 10);
    const wrong = said
      .map((line) => line.trim())
      .slice(0, 10)
      .filter((line) => !page10.includes(line));
    if (wrong.length > 0) throw new Error(`systemd-analyze says ${wrong}, the page\n${page10.join('\n')}`);
    await shown.getByRole('button', { name: 'Unit', exact: true }).click();
    const names = (await rows()).map((row) => row.split(' ').at(-1));
    if (`${names}` !== `${[...names].sort((a, b) => a.localeCompare(b))}`) throw new Error(`Not sorted: ${names}`);
    await shown.getByRole('button', { name: 'CSV' }).click();
    // The dialog proposes the title of the page.
    await page.locator('.quick-input-widget').waitFor();
    const table = join(folder, 'Slowest units at boot.csv');
    await insist(
      () => page.keyboard.press('Enter'),
      page.getByRole('treeitem', { name: 'Slowest units at boot.csv' }).first(),
    );
    const lines = () => {
      try {
        return readFileSync(table, 'utf8').split('\r\n').length;
      } catch {
        return 0;
      }
    };
    await comesTrue(page, () => lines() === names.length + 2, 'The table was not saved.');
    const tab = page.getByRole('tab', { name: /^systemd-journald\.service/ });
    await insist(() => shown.getByRole('link', { name: 'systemd-journald.service' }).click(), tab);
  },
};

const plot = {
  title: 'draws the boot as wide as the window, in the colours of the theme',
  args: trusted,
  settings: { 'workbench.colorTheme': 'Default Dark Modern' },
  files,
  act: async (page) => {
    await lens(page, '⋯').waitFor();
    const shown = webview(page);
    await command(page, 'systemd: Show Boot Plot', shown.locator('tbody tr .bar').first());
    const { table, window } = await shown
      .locator('table')
      .evaluate((element) => ({ table: element.clientWidth, window: document.documentElement.clientWidth }));
    if (table < window - 60) throw new Error(`The picture is ${table} of ${window} pixels wide.`);
    const background = await shown.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    if (/255, 255, 255/.test(background)) throw new Error('The page is white in a dark theme.');
  },
};

const chain = {
  title: 'shows the critical chain of a unit, each step with a link to its file',
  args: trusted,
  files: {
    'chained.service':
      '[Unit]\nAfter=basic.target\n\n[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStart=/bin/true\n',
  },
  act: async (page, folder, run) => {
    run('systemctl', 'link', join(folder, 'chained.service'));
    await lens(page, '⋯').waitFor();
    const shown = webview(page);
    await command(
      page,
      'systemd: Show Critical Chain',
      shown.getByRole('heading', { name: 'Critical chain of chained.service' }),
    );
    const link = shown.getByRole('link', { name: 'basic.target' });
    await insist(() => link.click(), page.getByRole('tab', { name: /^basic\.target/ }));
  },
};

const said = (id, fields) =>
  Object.entries({ MESSAGE: 'x', MESSAGE_ID: id, PRIORITY: '6', ...fields })
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');

/** What the manager of another boot said: it started journald, and a unit that is not there any more. */
const otherBoot = [
  said('7d4958e842da4a758f6c1cdc7b36dcc5', { UNIT: 'gone.service' }),
  said('39f53479d3a045ac8e11786248231fbf', { UNIT: 'gone.service' }),
  said('39f53479d3a045ac8e11786248231fbf', { UNIT: 'systemd-journald.service' }),
  said('b07a249cd024414a82dd00cd181378ff', { USERSPACE_USEC: '4000000' }),
];

const explorer = {
  title:
    'explores the boot on one axis: zoom, filters, an earlier boot of the journal, and a circle with the line to cut',
  args: trusted,
  files: {
    'any.service': '[Service]\nExecStart=/bin/true\n',
    'ring-a.service': '[Unit]\nAfter=ring-b.service\n\n[Service]\nExecStart=/bin/true\n',
    'ring-b.service': '[Unit]\nAfter=ring-a.service\n\n[Service]\nExecStart=/bin/true\n',
    ...Object.fromEntries(otherBoot.map((entry, index) => [`other-boot/${index}`, `${entry}\n`])),
  },
  act: async (page, folder, run) => {
    for (const name of ['ring-a.service', 'ring-b.service']) {
      run('cp', join(folder, name), '/etc/systemd/system/');
      run('systemctl', 'add-wants', 'multi-user.target', name);
    }
    await lens(page, '⋯').waitFor();
    const shown = webview(page);
    const journald = shown.getByRole('option', { name: /^systemd-journald\.service,/ });
    await command(page, 'systemd: Explore Boot', journald);
    const view = () => journald.locator('svg').getAttribute('viewBox');
    const all = await view();
    await shown.getByRole('button', { name: 'Zoom in' }).click();
    await comesTrue(page, async () => (await view()) !== all, 'The axis was not zoomed.');
    await journald.focus();
    await page.keyboard.press('0');
    await comesTrue(page, async () => (await view()) === all, 'Not all of the axis is shown.');
    await shown.getByRole('searchbox', { name: 'Filter' }).fill('journald.service');
    await comesTrue(page, async () => (await shown.locator('.row').count()) < 5, 'The units were not filtered.');
    await shown.getByRole('searchbox', { name: 'Filter' }).fill('');
    const script = join(repo, 'test', 'vscode', 'other-boot.sh');
    const uuid = '00112233-4455-6677-8899-aabbccddeeff';
    // journalctl lists boots by their last lines: one that lies within another is not among them.
    const ofOther = () => run('unshare', '--mount', '--propagation=private', script, uuid, join(folder, 'other-boot'));
    const refresh = shown.getByRole('button', { name: 'Refresh' });
    await insist(async () => {
      ofOther();
      await refresh.click();
    }, shown.locator('#other:enabled'));
    await shown.getByRole('combobox', { name: 'Compare with' }).selectOption(uuid.replaceAll('-', ''));
    await shown.getByText(/put together from what systemd told the journal/).waitFor();
    await shown.getByText(/The boot took .*, and 4s then/).waitFor();
    const circle = shown.getByText('systemd leaves out one of ring-a.service, ring-b.service');
    await insist(() => refresh.click(), circle);
    const cut = shown.getByRole('link', { name: /After=ring-b\.service · .*ring-a\.service:2/ }).last();
    await insist(() => cut.click(), page.getByRole('tab', { name: /^ring-a\.service/ }));
    run('systemctl', 'disable', 'ring-a.service', 'ring-b.service');
    run('rm', '/etc/systemd/system/ring-a.service', '/etc/systemd/system/ring-b.service');
  },
};

export const bootPages = [blame, plot, chain, explorer];
