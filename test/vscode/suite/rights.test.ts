import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { acceptInputWhile, extension, lensOf, lensTitles, open, property, uriOf } from './helpers.ts';

// Run by a user whom sudo, run0 and pkexec take for root, and whom the manager itself obeys for one unit only.

const run = (id: string, ...args: unknown[]): Thenable<number | undefined> =>
  vscode.commands.executeCommand(`systemdUnits.${id}`, ...args);

const set = (key: string, value: string | undefined): Thenable<void> =>
  vscode.workspace.getConfiguration('systemdUnits').update(key, value, vscode.ConfigurationTarget.Global);

const write = (name: string): void =>
  writeFileSync(
    uriOf(name).fsPath,
    '[Service]\nExecStart=/bin/sleep infinity\n\n[Install]\nWantedBy=multi-user.target\n',
  );

/** The tasks that ran, as they were typed. */
const lines: string[] = [];

describe('a user without rights', () => {
  let listener: vscode.Disposable;
  before(async () => {
    assert.notEqual(process.getuid!(), 0);
    listener = vscode.tasks.onDidStartTask(({ execution: { task } }) => lines.push(task.detail ?? ''));
    await extension().activate();
  });
  beforeEach(() => lines.splice(0));
  afterEach(async () => {
    for (const key of ['privileges', 'host', 'machine']) await set(key, undefined);
  });
  after(() => listener.dispose());

  for (const way of ['sudo', 'run0', 'pkexec'] as const) {
    it(`installs, starts and stops a unit by ${way}`, async () => {
      const name = `by-${way}.service`;
      write(name);
      const { uri } = await open(name);
      await set('privileges', way);
      assert.equal(await run('install', uri, 'link'), 0);
      assert.equal(await run('start', uri), 0);
      assert.equal(property(name, 'ActiveState'), 'active');
      assert.equal(await run('stop', uri), 0);
      assert.equal(property(name, 'ActiveState'), 'inactive');
      assert.equal(await run('daemonReload', uri), 0);
      const prefix = way === 'pkexec' ? 'pkexec' : `${way} --`;
      assert.deepEqual(lines.slice(1), [
        `${prefix} systemctl start -- ${name}`,
        `${prefix} systemctl stop -- ${name}`,
        `${prefix} systemctl daemon-reload`,
      ]);
    });
  }

  it('copies a file to /etc, and runs once as root', async () => {
    write('copied.service');
    const { uri } = await open('copied.service');
    await set('privileges', 'sudo');
    assert.equal(await run('install', uri, 'system'), 0);
    assert.ok(existsSync('/etc/systemd/system/copied.service'));
    const proof = '/run/ran-once-as-root';
    writeFileSync(uriOf('once.service').fsPath, `[Service]\nExecStart=/bin/touch ${proof}\n`);
    assert.equal(await run('runOnce', (await open('once.service')).uri), 0);
    assert.ok(existsSync(proof));
  });

  it('starts by polkit what its rules allow', async () => {
    write('consented.service');
    const { uri } = await open('consented.service');
    await set('privileges', 'sudo');
    assert.equal(await run('install', uri, 'link'), 0);
    await set('privileges', 'polkit');
    assert.equal(await run('start', uri), 0);
    assert.equal(property('consented.service', 'ActiveState'), 'active');
    assert.equal(lines.at(-1), 'systemctl start -- consented.service');
  });

  it('is told when polkit refuses, and the way that is offered works', async () => {
    const target = { name: 'by-sudo.service', kind: 'service', manager: 'system', path: '' };
    assert.equal(await acceptInputWhile(run('start', { target })), 0);
    assert.equal(property('by-sudo.service', 'ActiveState'), 'active');
    assert.deepEqual(lines, ['systemctl start -- by-sudo.service', 'sudo -- systemctl start -- by-sudo.service']);
  });

  it('operates another host through ssh, whose states the editor shows', async () => {
    const { uri } = await open('by-run0.service');
    const host = `root@127.0.0.1:${process.env.SYSTEMD_UNITS_SSH_PORT}`;
    await set('host', host);
    assert.equal(await run('start', uri), 0);
    assert.deepEqual(lines, [`systemctl --host=${host} start -- by-run0.service`]);
    assert.equal(property('by-run0.service', 'ActiveState'), 'active');
    await lensOf(uri, (title) => title.startsWith('● running since'));
    assert.equal(await run('stop', uri), 0);
    await lensOf(uri, (title) => title === '○ not running');
  });

  it('operates a machine, and asks there with the same rights', async () => {
    await set('privileges', 'sudo');
    await set('machine', '.host');
    const { uri } = await open('by-pkexec.service');
    // Its states cannot be read in the background, so that is said, and everything is offered.
    await lensOf(uri, (title) => title === '○ no answer from .host');
    const offered = (await lensTitles(uri)).slice(1);
    assert.deepEqual(offered, ['Start', 'Stop', 'Restart', 'Status', 'Logs', '⋯']);
    assert.equal(await run('start', uri), 0);
    assert.equal(property('by-pkexec.service', 'ActiveState'), 'active');
    assert.equal(await run('status', uri), 0);
    assert.deepEqual(lines, [
      'sudo -- systemctl --machine=.host start -- by-pkexec.service',
      'sudo -- systemctl --machine=.host status --no-pager --full -- by-pkexec.service',
    ]);
  });
});
