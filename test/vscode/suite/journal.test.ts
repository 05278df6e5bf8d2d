import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { extension, inSandbox, until } from './helpers.ts';
import { type JournalView, link, start, viewOf } from './journal-view.ts';

/** Shows what a query finds and settles when there are that many lines, of which journalctl or the view has said the state. */
async function shows(view: JournalView, lines: number, status: RegExp): Promise<void> {
  await until(view.onDidShow, () => view.figures.received === lines && status.test(view.figures.status));
}

const words = `[Service]
Type=oneshot
SyslogLevelPrefix=yes
ExecStart=/bin/sh -c 'echo "<3>cannot open (a.b)"; echo "<4>slow"; echo "<6>cannot wait"; echo "<7>detail"'
`;
const COUNT = 'SYSLOG_IDENTIFIER=sh';

const OTHER_BOOT = '11111111-2222-4333-8444-555555555555';

describe('the journal view', () => {
  let view: JournalView;
  before(async function () {
    if (!inSandbox) this.skip();
    await extension().activate();
    await link('words.service', words);
    start('words.service');
    view = await viewOf('words.service');
  });
  after(() => view?.close());

  /** How many lines journalctl itself finds. */
  const found = (...options: string[]): number =>
    execFileSync('journalctl', ['--unit=words.service', '--output=cat', '--quiet', '--no-pager', ...options], {
      encoding: 'utf8',
    }).split('\n').length - 1;

  it('follows', async () => {
    await shows(view, found(), /^Following$/);
    const before = found(COUNT);
    start('words.service');
    assert.equal(found(COUNT), before + 4);
    await shows(view, found(), /^Following$/);
  });

  it('shows what is urgent enough, and what journalctl finds', async () => {
    await view.show({ range: 'all', priority: 4 });
    await shows(view, found('--priority=4'), /^Following$/);
    await view.show({ priority: 7, grep: 'CANNOT' });
    await shows(view, found('--grep=cannot'), /^Following$/);
    await view.show({ grep: '(a.b)' });
    await shows(view, 2, /^Following$/);
    await view.show({ grep: '/cannot (/' });
    await shows(view, 0, /missing closing parenthesis/);
    await view.show({ grep: '' });
  });

  it('shows what was written between two times, and says what is not a time', async () => {
    const moment = new Date().toISOString().replace('T', ' ').replace(/\..*/, ' UTC');
    await view.show({ range: 'between', since: '-1h', until: moment });
    await shows(view, found(`--until=${moment}`), /^Complete$/);
    await view.show({ since: 'tomorrow', until: '' });
    await shows(view, 0, /^Following$/);
    await view.show({ since: 'half past' });
    await shows(view, 0, /Failed to parse timestamp: half past/);
  });

  it('shows another boot', async () => {
    const script = join(extension().extensionPath, 'test', 'vscode', 'other-boot.sh');
    const command = `ExecStart=/usr/bin/unshare --mount --propagation=private "${script}" ${OTHER_BOOT}`;
    await link('words.service', `[Service]\nType=oneshot\n${command}\n`);
    execFileSync('systemctl', ['daemon-reload']);
    execFileSync('systemctl', ['start', 'words.service']);
    const boot = OTHER_BOOT.replaceAll('-', '');
    await view.show({ range: boot, since: '', until: '', grep: 'of another boot' });
    await shows(view, 1, /^Complete$/);
    await view.show({ grep: '' });
    await shows(view, found(`--boot=${boot}`), /^Complete$/);
    await view.show({ grep: 'nothing like this' });
    await shows(view, 0, /^Complete$/);
    await view.show({ range: 'boot', grep: '' });
    await shows(view, found('--boot'), /^Following$/);
    assert.ok(found('--boot') < found(), 'another boot has lines of its own');
  });
});
