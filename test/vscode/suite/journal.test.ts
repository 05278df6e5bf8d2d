import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { eventually, extension, inSandbox, open, until, uriOf } from './helpers.ts';

interface JournalView {
  readonly figures: {
    readonly received: number;
    readonly kept: number;
    readonly matching: number;
    readonly paused: boolean;
    readonly status: string;
  };
  readonly waiting: number;
  readonly onDidShow: vscode.Event<void>;
  show(query: { range?: string; since?: string; until?: string; priority?: number; grep?: string }): Promise<void>;
  pause(paused: boolean): void;
  close(): void;
}

const viewOf = (name: string): Thenable<JournalView> =>
  vscode.commands.executeCommand('systemdUnits.journalView', uriOf(name));

/** Shows what a query finds and settles when there are that many lines, of which journalctl or the view has said the state. */
async function shows(view: JournalView, lines: number, status: RegExp): Promise<void> {
  await until(view.onDidShow, () => view.figures.received === lines && status.test(view.figures.status));
}

const start = (name: string) => {
  execFileSync('systemctl', ['start', name]);
  execFileSync('journalctl', ['--sync']);
};

/** The processes that feed a view, as the kernel tells what they wait for. */
const readers = (unit: string): string[] =>
  execFileSync('ps', ['-eo', 'stat=,wchan:32=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('journalctl --') && line.includes(unit));

const LINES = 100_000;
const flood = `[Service]
Type=oneshot
LogRateLimitIntervalSec=30s
LogRateLimitBurst=1000000
ExecStart=/usr/bin/seq -f "line %%g" 1 ${LINES}
`;

async function link(name: string, text: string): Promise<void> {
  writeFileSync(uriOf(name).fsPath, text);
  execFileSync('systemctl', ['link', uriOf(name).fsPath], { stdio: 'ignore' });
  await open(name);
}

describe('the journal view and a flood', () => {
  before(async function () {
    if (!inSandbox) this.skip();
    await extension().activate();
    await link('flood.service', flood);
    start('flood.service');
  });

  it('shows 100,000 lines and keeps as many as it says', async () => {
    const view = await viewOf('flood.service');
    await until(view.onDidShow, () => view.figures.received >= 1_000);
    assert.ok(view.figures.received < 2_000, 'the last thousand at first');
    await view.show({ range: 'all' });
    await until(view.onDidShow, () => view.figures.received >= LINES);
    const { kept } = view.figures;
    assert.ok(kept >= 50_000 && kept <= 55_000, `${kept} kept`);
  });

  it('makes journalctl wait while it is paused, and then shows all that came', async () => {
    const view = await viewOf('flood.service');
    await view.show({ range: 'recent' });
    await until(view.onDidShow, () => view.figures.received >= 1_000);
    const { received } = view.figures;
    view.pause(true);
    await until(view.onDidShow, () => view.figures.paused);
    start('flood.service');
    // Nothing more fits between the two, and so journalctl stands still.
    await eventually(async () =>
      view.waiting < 4_000 ? [] : readers('flood').filter((line) => /pipe_w|sock_alloc_send/.test(line)),
    );
    assert.ok(view.waiting < 6_000, `${view.waiting} wait`);
    assert.deepEqual([view.figures.received, view.figures.status], [received, 'Paused: new lines wait']);
    view.pause(false);
    await until(view.onDidShow, () => view.figures.received >= received + LINES);
    assert.ok(view.figures.kept <= 55_000, `${view.figures.kept} kept`);
    await eventually(async () => (view.waiting === 0 ? ['none waits'] : []));
  });

  it('does not let what waits grow while lines come faster than they are drawn', async () => {
    const view = await viewOf('flood.service');
    let most = 0;
    const listener = view.onDidShow(() => {
      most = Math.max(most, view.waiting);
    });
    await view.show({ range: 'all' });
    await until(view.onDidShow, () => view.figures.received >= 2 * LINES);
    listener.dispose();
    // Beside the mark at which journalctl is stopped there is room for what was read at once.
    assert.ok(most > 0 && most < 6_000, `${most} waited`);
  });

  it('ends journalctl with its tab', async () => {
    (await viewOf('flood.service')).close();
    await eventually(async () => (readers('flood').length === 0 ? ['none is left'] : []));
  });
});

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

  it('shows what was written between two times, and says what is no time', async () => {
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
