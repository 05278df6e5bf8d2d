// What a person at the screen sees of units that run, or cannot: each test is a page as `pages.mjs` opens it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { insist } from '../../client/scripts/workbench.mjs';

const trusted = ['--disable-workspace-trust'];

const lens = (page, title) => page.locator('.codelens-decoration').getByText(title).first();

const toast = (page, text) => page.locator('.notifications-toasts').getByText(text);

/** Runs a command by its title. */
async function command(page, title, effect) {
  await insist(async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').first().fill(`>${title}`);
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().click();
  }, effect);
}

async function expectNone(locator, complaint) {
  if ((await locator.count()) > 0) throw new Error(complaint);
}

/** Polls what has no event: processes and files. */
async function comesTrue(page, condition, complaint) {
  for (let tries = 300; tries > 0; tries--) {
    if (await condition()) return;
    await page.waitForTimeout(100);
  }
  throw new Error(complaint);
}

/** Where systemd is the machine's init, it is hidden from the test, as a container would. */
const unbooted = existsSync('/run/systemd/system')
  ? ['unshare', '--mount', '--propagation=private', 'sh', '-c', 'mount -t tmpfs none /run/systemd && exec "$@"', 'sh']
  : [];

const notBooted = {
  title: 'says once that systemd does not run the machine, hides what would need it, and still verifies',
  args: trusted,
  prefix: unbooted,
  missing: unbooted.length > 0 && process.getuid() !== 0 ? 'hiding a running systemd needs root' : undefined,
  files: { 'odd.service': '[Service]\nExecStart=/bin/true\nNoSuchThing=1\n' },
  terminals: true,
  act: async (page) => {
    const message = toast(page, 'systemd is installed but does not run this machine');
    await message.first().waitFor();
    await lens(page, 'Verify').waitFor();
    // systemd-analyze security --offline=true
    await lens(page, 'Security: exposure').waitFor();
    await expectNone(page.locator('.codelens-decoration').getByText(/^(Start|Install…|Logs)$/), 'Starting is offered.');
    await expectNone(page.locator('.editor-actions [aria-label^="Start"]'), 'The editor has a button to start.');
    const terminal = page.locator('.xterm-rows');
    await insist(() => lens(page, 'Verify').click(), terminal.getByText('NoSuchThing').first());
    const ask = page.locator('.quick-input-widget').getByText('An expression as of OnCalendar=');
    await command(page, 'Calendar', ask);
    await page.locator('.quick-input-widget input').first().fill('Mon *-*-* 04:00');
    await page.keyboard.press('Enter');
    await terminal.getByText('Iter. #5').or(terminal.getByText('Iteration #5')).first().waitFor();
    await page.reload();
    await lens(page, 'Verify').waitFor();
    await expectNone(message, 'It is said a second time.');
  },
};

/** Stopped, it heeds no signal but SIGKILL. */
const hangingSystemctl = `#!/bin/sh
[ -e "$0.hangs" ] || exec /usr/bin/systemctl "$@"
echo $$ >>"$0.asked"
kill -STOP $$
`;

const hung = {
  title: 'ends a systemctl that hangs, says so once, and goes on when it answers again',
  args: [...trusted, '--force-disable-user-env'],
  files: { 'hung.timer': '[Timer]\nOnCalendar=daily\nPersistent=yes\n' },
  env(folder) {
    const systemctl = join(folder, 'bin', 'systemctl');
    mkdirSync(join(folder, 'bin'));
    writeFileSync(systemctl, hangingSystemctl, { mode: 0o755 });
    writeFileSync(`${systemctl}.hangs`, '');
    return { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}` };
  },
  act: async (page, folder) => {
    const systemctl = join(folder, 'bin', 'systemctl');
    const asked = () =>
      existsSync(`${systemctl}.asked`) ? readFileSync(`${systemctl}.asked`, 'utf8').split('\n').length : 0;
    const message = toast(page, /systemctl show .* gave no answer within 5 seconds and was ended/);
    await message.first().waitFor({ timeout: 60_000 });
    // Another one is asked meanwhile, in vain.
    const before = asked();
    await comesTrue(page, () => asked() > before + 1, 'It is not asked again.');
    if ((await message.count()) !== 1) throw new Error('It is said more than once.');
    const processes = execFileSync('ps', ['-eo', 'stat=,args='], { encoding: 'utf8' });
    const stopped = processes.split('\n').filter((line) => line.includes(systemctl));
    if (stopped.length > 1) throw new Error(`Not ended:\n${stopped.join('\n')}`);
    // The editor goes on.
    await insist(
      () => page.locator('.view-line span span').filter({ hasText: 'Persistent' }).first().hover(),
      page.locator('.monaco-hover-content').getByText('systemd.timer').first(),
    );
    rmSync(`${systemctl}.hangs`);
    await lens(page, '○ not installed').waitFor();
    const left = () => execFileSync('ps', ['-eo', 'args='], { encoding: 'utf8' }).includes(`${systemctl} show`);
    await comesTrue(page, () => !left(), 'A stopped systemctl is left over.');
  },
};

const chatty = `[Service]
SyslogLevelPrefix=yes
ExecStart=/bin/sh -c 'i=0; while :; do i=$$((i + 1)); echo "<$$((i %% 8))>line $$i in /etc/hostname:1"; sleep 0.1; done'
`;

/** The number at the beginning of `1,234 lines`. */
const countIn = async (view) => Number.parseInt((await view.locator('#count').innerText()).replaceAll(',', ''), 10);

async function pauses(view, page) {
  const status = view.getByRole('status');
  await view.getByRole('button', { name: 'Pause' }).click();
  await status.getByText('Paused: new lines wait').waitFor();
  const before = await countIn(view);
  // Ten lines a second are written meanwhile.
  await page.waitForTimeout(2_000);
  if ((await countIn(view)) !== before) throw new Error('Lines come while it is paused.');
  await view.getByRole('button', { name: 'Go on' }).click();
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
  await view.getByRole('button', { name: 'Go on' }).waitFor();
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
  await view.getByText('only those with line 1').waitFor();
  await view.getByLabel('Filter').fill('');
  await view.getByText('only those with').waitFor({ state: 'detached' });
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

const journal = {
  title: 'pauses the journal, obeys keys, and asks for priority, text and time, with the mouse and with keys',
  args: trusted,
  files: { 'chatty.service': chatty },
  act: async (page, folder, run) => {
    run('systemctl', 'link', join(folder, 'chatty.service'));
    run('systemctl', 'start', 'chatty.service');
    await insist(() => lens(page, 'Logs').click(), page.locator('iframe.webview').first());
    const view = page.frameLocator('iframe.webview').first().frameLocator('iframe');
    await view.locator('.row').first().waitFor();
    await pauses(view, page);
    await obeysKeys(view, page);
    await asksTheJournal(view, page);
    run('systemctl', 'stop', 'chatty.service');
  },
};

/** On this machine as it is. */
export const unbootedPages = [notBooted];

/** In a booted systemd. */
export const bootedPages = [hung, journal];
