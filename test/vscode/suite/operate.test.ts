import assert from 'node:assert/strict';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { acceptInputWhile, commandLines, extension, inSandbox, lensOf, open, property, uriOf } from './helpers.ts';

const run = (id: string, uri: vscode.Uri): Thenable<number | undefined> =>
  vscode.commands.executeCommand(`systemdUnits.${id}`, uri);

describe('a unit in the booted systemd', () => {
  before(async function () {
    if (!inSandbox) this.skip();
    await extension().activate();
  });

  it('links a unit that is not installed, together with the service it starts, and starts it', async () => {
    const { uri } = await open('backup.timer');
    assert.equal(property('backup.timer', 'LoadState'), 'not-found');
    assert.equal(await acceptInputWhile(run('start', uri)), 0);
    assert.equal(property('backup.timer', 'ActiveState'), 'active');
    assert.equal(property('backup.service', 'UnitFileState'), 'linked');
  });

  it('starts and shows the status with one press each', async () => {
    const { uri } = await open('backup.service');
    const press = async (title: string) => {
      const { command, arguments: words } = await lensOf(uri, (other) => other === title);
      return vscode.commands.executeCommand(command, ...words!);
    };
    assert.deepEqual(await commandLines(() => press('Start')), [['systemctl', 'start', '--', 'backup.service']]);
    assert.equal(property('backup.service', 'Result'), 'success');
    assert.notEqual(property('backup.service', 'InactiveEnterTimestampMonotonic'), '0');
    // systemctl's status 3: the unit is not active, as a oneshot that has done its work.
    assert.equal(await press('Status'), 3);
  });

  it('stops, enables and disables', async () => {
    const { uri } = await open('backup.timer');
    assert.equal(await run('stop', uri), 0);
    assert.equal(property('backup.timer', 'ActiveState'), 'inactive');
    assert.equal(await run('enable', uri), 0);
    assert.equal(property('backup.timer', 'UnitFileState'), 'enabled');
    assert.ok(existsSync('/etc/systemd/system/timers.target.wants/backup.timer'));
    assert.equal(await run('disable', uri), 0);
  });

  it('shows the journal of the unit', async () => {
    const { uri } = await open('backup.service');
    assert.deepEqual(await commandLines(() => run('journal', uri)), [
      ['journalctl', '--no-pager', '--lines=100', '--unit=backup.service'],
    ]);
  });
});

describe('unit names that would do harm in a shell', () => {
  const names = ['$(reboot).service', '-h.service', 'a b.service'];
  const text = '[Service]\nType=oneshot\nExecStart=/bin/true\nRemainAfterExit=yes\n';

  before(function () {
    if (!inSandbox) this.skip();
    for (const name of names) writeFileSync(uriOf(name).fsPath, text);
  });
  after(() => {
    for (const name of names) rmSync(uriOf(name).fsPath, { force: true });
  });

  it('refuses those that systemd has no such unit for', async () => {
    for (const name of ['$(reboot).service', 'a b.service']) {
      assert.deepEqual(await commandLines(() => run('start', uriOf(name))), [], name);
    }
  });

  it('takes -h.service for the name it is', async () => {
    assert.equal(await acceptInputWhile(run('start', uriOf('-h.service'))), 0);
    assert.equal(property('-h.service', 'ActiveState'), 'active');
  });
});
