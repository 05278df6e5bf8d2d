// What a person at the screen sees of units that run, or cannot: each test is a page as `pages.mjs` opens it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { insist } from '../../client/scripts/workbench.mjs';
import { comesTrue, command, expectNone, lens, toast, trusted } from './page-helpers.mjs';
import { journal } from './pages-journal.mjs';

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

const enabling = {
  title: 'says which links enabling makes and what the presets have, and makes these links',
  args: trusted,
  terminals: true,
  files: {
    'shown.service':
      '[Service]\nExecStart=/bin/true\n\n[Install]\nAlias=alias-of-shown.service\nWantedBy=multi-user.target\n',
  },
  act: async (page, folder, run) => {
    run('sh', '-c', 'mkdir -p "$0"; echo "disable shown.service" >"$0/00-shown.preset"', '/etc/systemd/system-preset');
    run('systemctl', 'link', join(folder, 'shown.service'));
    const links = ['alias-of-shown.service', 'multi-user.target.wants/shown.service'].map(
      (link) => `/etc/systemd/system/${link}`,
    );
    const message = toast(page, `Enabling shown.service makes ${links.join(', ')}.`).first();
    await insist(() => lens(page, 'Enable at boot').click(), message);
    const text = await message.innerText();
    if (!text.includes('(preset: disabled)')) throw new Error(`The preset is not told: ${text}`);
    const exist = () => links.every((link) => run('sh', '-c', 'test -L "$0" && echo yes || :', link).includes('yes'));
    if (exist()) throw new Error('It is enabled before the question is answered.');
    await page.getByRole('button', { name: 'Enable', exact: true }).click();
    await comesTrue(page, exist, 'The links are not made.');
  },
};

/** On this machine as it is. */
export const unbootedPages = [notBooted];

/** In a booted systemd. */
export const bootedPages = [hung, enabling, journal];
