// The journal view as a person at the screen has it: by mouse and by keys.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { insist, webview } from '../../client/scripts/workbench.mjs';
import { comesTrue, lens, programsFor, trusted } from './page-helpers.mjs';

const otherBoot = fileURLToPath(new URL('other-boot.sh', import.meta.url));

const chatty = `[Service]
SyslogLevelPrefix=yes
ExecStart=/bin/sh -c 'i=0; while :; do i=$$((i + 1)); echo "<$$((i %% 8))>line $$i in /etc/hostname:1"; sleep 0.1; done'
`;

/** The number at the beginning of `1,234 lines`. */
const countIn = async (view) => Number.parseInt((await view.locator('#count').innerText()).replaceAll(',', ''), 10);

/** @param {() => number} written how many lines the journal has by now */
async function pauses(view, page, written) {
  const status = view.getByRole('status');
  await view.getByRole('button', { name: 'Pause' }).click();
  await status.getByText('Paused: new lines wait').waitFor();
  const before = await countIn(view);
  const then = written();
  await comesTrue(page, () => written() > then + 15, 'Nothing is written.');
  if ((await countIn(view)) !== before) throw new Error('Lines come while it is paused.');
  await view.getByRole('button', { name: 'Resume' }).click();
  await status.getByText('Following').waitFor();
  await comesTrue(page, async () => (await countIn(view)) > before + 15, 'What waited does not come.');
}

async function obeysKeys(view, page) {
  const list = view.getByRole('listbox');
  await list.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  const selected = view.locator('[aria-selected=true]');
  if ((await selected.getAttribute('aria-posinset')) !== '2') throw new Error('The second line is not selected.');
  await page.keyboard.press('Enter');
  await view.locator('#detail').getByText('line').waitFor();
  await page.keyboard.press('Escape');
  await view.locator('#detail').waitFor({ state: 'hidden' });
  await page.keyboard.press('Space');
  await view.getByRole('button', { name: 'Resume' }).waitFor();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+F');
  await page.keyboard.type('in /etc/hostname');
}

async function asksTheJournal(view, page) {
  const status = view.getByRole('status');
  await view.getByLabel('Priority').selectOption('3');
  const rows = (levels) => view.locator(`.row:is(${levels})`).count();
  const isFiltered = async () => (await rows('.p4, .p5, .p6, .p7')) === 0 && (await rows('.p0, .p1, .p2, .p3')) > 0;
  await comesTrue(page, isFiltered, 'Less than an error is shown.');
  await view.getByLabel('Filter').fill('line 1');
  await view.getByLabel('Filter').press('Enter');
  await view.getByText('filtered by line 1').waitFor();
  await view.getByLabel('Filter').fill('');
  await view.getByText('filtered by').waitFor({ state: 'detached' });
  await view.getByLabel('Range').selectOption('between');
  await view.getByLabel('Since').fill('half past');
  await view.getByRole('button', { name: 'Show' }).click();
  await status.getByText('Failed to parse timestamp: half past').waitFor();
  await view.getByLabel('Since').fill('-1h');
  await view.getByLabel('Until').fill('now');
  await view.getByLabel('Until').press('Enter');
  await status.getByText('Complete').waitFor();
  await view.getByLabel('Range').selectOption('boot');
  await status.getByText('Following').waitFor();
}

/** In a narrow tab nothing is cut off at the right, and times are short. */
async function isReadable(view, page) {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 700, height: 720 });
  const row = view.locator('.row').first();
  await comesTrue(page, async () => (await row.boundingBox())?.width < 420, 'The journal is not narrow.');
  const cut = () =>
    view.locator('.row').evaluateAll((rows) => rows.filter((each) => each.scrollWidth > each.clientWidth + 1).length);
  if ((await cut()) > 0) throw new Error(`${await cut()} lines are cut off.`);
  const time = await row.locator('.time').innerText();
  if (!/^\d\d:\d\d:\d\d( [AP]M)?$/.test(time)) throw new Error(`The time is ${time}.`);
  if (!/\w/.test(await view.locator('#day').innerText())) throw new Error('The day is not told.');
  await view.getByRole('button', { name: 'Copy' }).click();
  await page.getByText(/^[\d,.]+ lines copied$/).waitFor();
  await page.setViewportSize(size);
  const below = () => view.locator('#list').evaluate((list) => list.scrollHeight - list.scrollTop - list.clientHeight);
  const before = await countIn(view);
  await comesTrue(page, async () => (await countIn(view)) > before + 10, 'No more lines come.');
  await comesTrue(page, async () => (await below()) < 30, 'The newest lines are not in sight.');
}

const boot = '11111111-2222-4333-8444-555555555555';
/** Boots that overlap, as ours does the machine's, are not told apart by `--list-boots`; all else is journalctl's own. */
const journalctl = `#!/bin/sh
[ "$1" = --list-boots ] || exec /usr/bin/journalctl "$@"
echo ' -1 ${boot.replaceAll('-', '')} Sat 2026-11-21 10:00:00 UTC Sat 2026-11-21 11:30:00 UTC'
exec /usr/bin/journalctl "$@"
`;

async function picksABoot(view) {
  await view.getByLabel('Range').selectOption({ label: '2026-11-21 10:00 – 11:30' });
  await view.getByRole('status').getByText('Complete').waitFor();
  await view.getByText('The journal has no matching lines.').waitFor();
}

export const journal = {
  title: 'pauses the journal, obeys keys, and asks for priority, text, time and boot',
  args: [...trusted, '--force-disable-user-env'],
  files: { 'chatty.service': chatty },
  env(folder) {
    mkdirSync(programsFor(folder));
    writeFileSync(join(programsFor(folder), 'journalctl'), journalctl, { mode: 0o755 });
    return { ...process.env, PATH: `${programsFor(folder)}:${process.env.PATH}` };
  },
  act: async (page, folder, run) => {
    run('systemctl', 'link', join(folder, 'chatty.service'));
    run('systemctl', 'start', 'chatty.service');
    run('unshare', '--mount', '--propagation=private', otherBoot, boot);
    await insist(() => lens(page, 'Logs').click(), page.locator('iframe.webview').first());
    const view = webview(page);
    await view.locator('.row').first().waitFor();
    await isReadable(view, page);
    const written = () => Number(run('sh', '-c', 'journalctl --unit=chatty.service --output=cat | wc -l'));
    await pauses(view, page, written);
    await obeysKeys(view, page);
    await asksTheJournal(view, page);
    await picksABoot(view);
    run('systemctl', 'stop', 'chatty.service');
  },
};
