// What a person at the screen sees of units that run, or cannot: each test is a page as `pages.mjs` opens it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { walk } from '../../client/scripts/walk.mjs';
import { insist, webview } from '../../client/scripts/workbench.mjs';
import { comesTrue, command, expectNone, lens, programsFor, toast, trusted } from './page-helpers.mjs';
import { journal } from './pages-journal.mjs';

/** Where systemd is the machine's init, it is hidden from the test, as a container would. */
const unbooted = existsSync('/run/systemd/system')
  ? ['unshare', '--mount', '--propagation=private', 'sh', '-c', 'mount -t tmpfs none /run/systemd && exec "$@"', 'sh']
  : [];

const notBooted = {
  title: 'says once that systemd does not run the machine, hides what would need it, and still verifies',
  args: trusted,
  alone: true,
  prefix: unbooted,
  missing: unbooted.length > 0 && process.getuid() !== 0 ? 'hiding a running systemd needs root' : undefined,
  files: { 'odd.service': '[Service]\nExecStart=/bin/true\nNoSuchThing=1\n' },
  terminals: true,
  act: async (page) => {
    const message = toast(page, 'systemd is installed but not running as the init of this machine');
    await message.first().waitFor();
    await lens(page, 'Verify').waitFor();
    // systemd-analyze security --offline=true
    await lens(page, 'Security: exposure').waitFor();
    await expectNone(page.locator('.codelens-decoration').getByText(/^(Start|Install…|Logs)$/), 'Starting is offered.');
    await expectNone(page.locator('.editor-actions [aria-label^="Start"]'), 'The editor has a button to start.');
    const terminal = page.locator('.xterm-rows');
    await insist(() => lens(page, 'Verify').click(), terminal.getByText('NoSuchThing').first());
    const ask = page.locator('.quick-input-widget').getByText('A calendar expression as in OnCalendar=');
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
    const systemctl = join(programsFor(folder), 'systemctl');
    mkdirSync(programsFor(folder));
    writeFileSync(systemctl, hangingSystemctl, { mode: 0o755 });
    writeFileSync(`${systemctl}.hangs`, '');
    return { ...process.env, PATH: `${programsFor(folder)}:${process.env.PATH}` };
  },
  act: async (page, folder) => {
    const systemctl = join(programsFor(folder), 'systemctl');
    const asked = () =>
      existsSync(`${systemctl}.asked`) ? readFileSync(`${systemctl}.asked`, 'utf8').split('\n').length : 0;
    const message = toast(page, /systemctl show .* did not answer within 5 seconds and was stopped/);
    await message.first().waitFor({ timeout: 60_000 });
    // Another one is asked meanwhile, in vain.
    const before = asked();
    await comesTrue(page, () => asked() > before + 1, 'It is not asked again.');
    // VS Code hides a notification after a while.
    if ((await message.count()) > 1) throw new Error('It is said more than once.');
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

/** The buttons of a dialog, which stands above everything until one is pressed. */
const dialog = (page, text) => page.locator('.monaco-dialog-box').filter({ hasText: text });
const pressInDialog = (page, text, name) => dialog(page, text).getByRole('button', { name, exact: true }).click();

const asking = {
  title: 'asks before harm in a dialog, enables without a question, and installs before it starts',
  args: trusted,
  terminals: true,
  files: {
    'asked.service': '[Service]\nExecStart=/bin/sleep infinity\n\n[Install]\nWantedBy=multi-user.target\n',
  },
  act: async (page, _folder, run) => {
    const is = (property, value) => () =>
      run('systemctl', 'show', `--property=${property}`, '--value', 'asked.service').toString().trim() === value;
    const way = page.locator('.quick-input-list').getByText('Link from here');
    await insist(() => lens(page, '○ not installed').click(), way);
    await way.click();
    await comesTrue(page, is('UnitFileState', 'linked'), 'It is not linked.');
    await insist(() => lens(page, 'Enable at boot').click(), page.locator('.xterm-rows').getByText('systemctl enable'));
    await comesTrue(page, is('UnitFileState', 'enabled'), 'It is not enabled.');
    await lens(page, 'Start').click();
    await comesTrue(page, is('ActiveState', 'active'), 'It is not started.');
    await command(page, 'systemd: Mask', dialog(page, 'Mask asked.service?'));
    await pressInDialog(page, 'Mask asked.service?', 'Cancel');
    if (!is('LoadState', 'loaded')()) throw new Error('It is masked before the question is answered.');
    await command(page, 'systemd: Uninstall…', dialog(page, 'Uninstall asked.service?'));
    await pressInDialog(page, 'Uninstall asked.service?', 'Uninstall');
    await lens(page, '○ not installed').waitFor();
    if (!is('LoadState', 'not-found')()) throw new Error('The manager still knows it.');
    await expectNone(page.locator('.notifications-toasts .notification-toast'), 'A notification is left over.');
  },
};

const NO_INSTALL = '[Service]\nExecStart=/bin/sleep infinity\n';
const WITH_INSTALL = `${NO_INSTALL}\n[Install]\nWantedBy=multi-user.target\n`;

const addsInstall = {
  title: 'adds the [Install] section that enabling needs, to a linked unit and to one that was copied',
  args: trusted,
  terminals: true,
  files: { 'linked-in.service': NO_INSTALL, 'copied-in.service': NO_INSTALL },
  act: async (page, folder, run) => {
    const copy = '/etc/systemd/system/copied-in.service';
    run('systemctl', 'link', join(folder, 'linked-in.service'));
    run('install', '--mode=644', join(folder, 'copied-in.service'), copy);
    run('systemctl', 'daemon-reload');
    const isEnabled = (name) => `${run('sh', '-c', `systemctl is-enabled ${name}; :`)}`.trim() === 'enabled';
    const enable = async (name) => {
      const question = dialog(page, `Enabling ${name} does nothing.`);
      await command(page, 'systemd: Enable', question);
      if (isEnabled(name)) throw new Error(`${name} is enabled before the question is answered.`);
      await question.getByRole('button', { name: 'Add [Install], Save and Enable' }).click();
      await comesTrue(page, () => isEnabled(name), `${name} is not enabled.`);
      const text = readFileSync(join(folder, name), 'utf8');
      if (text !== WITH_INSTALL) throw new Error(`${name} says:\n${text}`);
    };
    await lens(page, 'Enable at boot').waitFor();
    await enable('linked-in.service');
    await page.getByRole('treeitem', { name: 'copied-in.service' }).first().dblclick();
    await page.getByRole('tab', { name: 'copied-in.service', selected: true }).waitFor();
    await enable('copied-in.service');
    if (`${run('cat', copy)}` !== WITH_INSTALL) throw new Error('The copy is not made again.');
    await expectNone(page.locator('.tab.dirty'), 'An editor is not saved.');
  },
};

const anyUnit = {
  title: 'takes any unit of the machine from a window without a file, and its journal for the unit',
  args: trusted,
  terminals: true,
  files: { 'notes.txt': 'no unit\n' },
  act: async (page, _folder, run) => {
    const text = '[Service]\nExecStartPre=/bin/echo hello\nExecStart=/bin/sleep infinity\n';
    run('sh', '-c', 'printf "$0" >/etc/systemd/system/faraway.service', text);
    const state = () =>
      run('systemctl', 'show', '--property=ActiveState', '--value', 'faraway.service').toString().trim();
    const take = async (title, question, name) => {
      await command(page, title, page.locator('.quick-input-title').filter({ hasText: question }));
      const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name }).first();
      await page.locator('.quick-input-widget input').first().fill(name);
      await row.click();
    };
    // What the extension contributes is there.
    await page.getByRole('tab', { name: 'systemd' }).waitFor();
    await take('systemd: Start Unit…', 'Start which unit?', 'faraway.service');
    await comesTrue(page, () => state() === 'active', 'It is not started.');
    await take('systemd: Open Journal of Unit…', 'Open the journal of which unit?', 'faraway.service');
    await webview(page).locator('.row').first().waitFor();
    // The journal has the focus: its unit is meant.
    await command(page, 'systemd: Stop', page.locator('.xterm-rows').getByText('systemctl stop -- faraway.service'));
    await comesTrue(page, () => state() === 'inactive', 'It is not stopped.');
    await take('systemd: Open Unit…', 'Open which unit?', 'faraway.service');
    await page.locator('.view-line').getByText('sleep infinity').first().waitFor();
  },
};

const firstMinutes = {
  title:
    'a service is written, installed, started, enabled, broken, mended, drawn, read, stopped, renamed and removed from an empty folder',
  isMain: true,
  args: trusted,
  terminals: true,
  files: {},
  act: (page) => walk(page),
};

/** On this machine as it is. */
export const unbootedPages = [notBooted];

/** In a booted systemd. */
export const bootedPages = [hung, asking, addsInstall, anyUnit, firstMinutes, journal];
