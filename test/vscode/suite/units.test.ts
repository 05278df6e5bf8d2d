import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { asksInDialog, eventually, extension, inSandbox, property, uriOf } from './helpers.ts';

interface Row {
  readonly id: string;
  readonly label?: string;
  readonly target?: { readonly name: string };
}

type Tree = vscode.TreeDataProvider<Row>;

const tree = (): Thenable<Tree> => vscode.commands.executeCommand<Tree>('systemdUnits.units.refresh');

/** The row at the end of a path of labels, as soon as there is one. */
async function find(...path: string[]): Promise<{ row: Row; item: vscode.TreeItem }> {
  const [found] = await eventually(async () => {
    const provider = await tree();
    let row: Row | undefined;
    for (const label of path) {
      const rows: Row[] = (await provider.getChildren(row)) ?? [];
      row = rows.find((other) => (other.label ?? other.target?.name) === label);
      if (!row) return [];
    }
    return [{ row: row!, item: await provider.getTreeItem(row!) }];
  });
  return found!;
}

const rowsBelow = async (row: Row): Promise<string[]> =>
  ((await (await tree()).getChildren(row)) ?? []).map((other) => other.label ?? other.target!.name);

describe('the view of units', () => {
  before(async function () {
    if (!inSandbox) this.skip();
    for (const name of ['one', 'two']) {
      writeFileSync(uriOf(`tree-${name}.service`).fsPath, '[Service]\nExecStart=/bin/sleep infinity\n');
    }
    writeFileSync(uriOf('tree-fails.service').fsPath, '[Service]\nExecStart=/nope\n');
    writeFileSync(uriOf('tree.timer').fsPath, '[Timer]\nOnCalendar=*-1-1\nUnit=tree-one.service\n');
    writeFileSync(uriOf('tree@.service').fsPath, '[Service]\nExecStart=/bin/sleep infinity\n');
    mkdirSync(uriOf('user').fsPath, { recursive: true });
    writeFileSync(uriOf('user/tree-mine.service').fsPath, '[Service]\nExecStart=/bin/true\n');
    const files = ['tree-one.service', 'tree-two.service', 'tree-fails.service', 'tree.timer', 'tree@.service'];
    execFileSync('systemctl', ['link', ...files.map((name) => uriOf(name).fsPath)], { stdio: 'ignore' });
    execFileSync('systemctl', ['start', 'tree-one.service', 'tree-two.service', 'tree-fails.service', 'tree.timer']);
    execFileSync('systemctl', ['start', 'tree@a.service']);
    execFileSync('systemctl', ['stop', `user@${process.getuid!()}.service`]);
    await extension().activate();
    await vscode.commands.executeCommand('systemdUnits.units.focus');
  });

  it('puts what failed first', async () => {
    const { row } = await find('System Manager');
    assert.equal((await rowsBelow(row))[0], 'Failed');
    const { row: failed, item } = await find('System Manager', 'Failed', 'tree-fails.service');
    assert.equal((item.iconPath as vscode.ThemeIcon).id, 'error');
    const { token } = new vscode.CancellationTokenSource();
    const resolved = await (await tree()).resolveTreeItem!(item, failed, token);
    assert.match(String(resolved?.tooltip), /^failed: exit code 203\/EXEC \(/m);
  });

  it('lists every unit file of the workspace: templates with their instances, those of a user manager that is silent', async () => {
    const { item, row } = await find('Workspace', 'tree@.service');
    assert.equal(item.description, 'template: 1 running');
    assert.deepEqual(await rowsBelow(row), ['tree@a.service']);
    const mine = await find('Workspace', 'tree-mine.service');
    assert.equal(mine.item.description, 'the user manager is not running');
  });

  it('tells the next run of a timer, and what it starts below it', async () => {
    const { row, item } = await find('System Manager', 'Timers', 'tree.timer');
    assert.match(String(item.description), /^waiting · next in \d+ d \(\d{4}-01-01 /);
    assert.ok((await rowsBelow(row)).includes('tree-one.service'));
  });

  it('tells where a socket listens', async () => {
    const { item } = await find('System Manager', 'Sockets', 'systemd-journald.socket');
    assert.match(String(item.description), /\/run\/systemd\/journal\/socket \(Datagram\)/);
  });

  it('shows the units of the workspace, installed or not', async () => {
    const { item } = await find('Workspace', 'hello.service');
    assert.match(String(item.tooltip), /not installed/);
  });

  it('asks before it stops several at once', async () => {
    const rows = [
      (await find('System Manager', 'Services', 'tree-one.service')).row,
      (await find('System Manager', 'Services', 'tree-two.service')).row,
    ];
    const stop = vscode.commands.executeCommand<number>('systemdUnits.stop', rows[0], rows);
    await asksInDialog(stop, /Stop these 2 units\?/);
    assert.equal(property('tree-one.service', 'ActiveState'), 'active');
  });

  it('asks before it reloads and restarts what the machine needs, as before it restarts that', async () => {
    const target = { name: 'systemd-journald.service', kind: 'service', manager: 'system', path: '' };
    const since = property(target.name, 'ActiveEnterTimestampMonotonic');
    for (const [id, title] of [
      ['restart', 'Restart'],
      ['reloadAndRestart', 'Reload Daemon and Restart'],
    ]) {
      const restart = vscode.commands.executeCommand(`systemdUnits.${id}`, { target });
      await asksInDialog(restart, new RegExp(`${title} systemd-journald\\.service\\?`));
    }
    assert.equal(property(target.name, 'ActiveEnterTimestampMonotonic'), since);
  });

  it('does not start several of which systemd would refuse one, unless told to', async () => {
    const broken = uriOf('tree-broken.service');
    writeFileSync(broken.fsPath, '[Service]\nExecStart=/bin/true\nExecStart=/bin/false\n');
    await vscode.window.showTextDocument(broken);
    await eventually(async () =>
      vscode.languages.getDiagnostics(broken).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
    );
    const rows = ['tree-fails', 'tree-broken'].map((name) => ({
      target: { name: `${name}.service`, kind: 'service', manager: 'system', path: uriOf(`${name}.service`).fsPath },
    }));
    const start = vscode.commands.executeCommand('systemdUnits.start', rows[0], rows);
    await asksInDialog(start, /systemd will refuse tree-broken\.service/);
  });

  it('asks before it masks', async () => {
    const target = { name: 'tree-two.service', kind: 'service', manager: 'system', path: '' };
    await asksInDialog(vscode.commands.executeCommand('systemdUnits.mask', { target }), /Mask tree-two\.service\?/);
    assert.equal(property('tree-two.service', 'LoadState'), 'loaded');
  });
});
