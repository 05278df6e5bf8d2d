import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { asksInDialog, eventually, extension, inSandbox, open, serverReady, uriOf } from './helpers.ts';

const run = (id: string, ...args: unknown[]): Thenable<string | undefined> =>
  vscode.commands.executeCommand(`systemdUnits.${id}`, ...args);

const write = (name: string, ...lines: string[]) =>
  writeFileSync(uriOf(name).fsPath, `[Service]\nType=oneshot\n${lines.join('\n')}\n`);

const marks = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).filter(({ code }) => code === 'trial');

/** All that is left of trials: units of the manager, and their files. */
const left = (): string =>
  [
    ['systemctl', 'list-units', '--all', '--no-legend', '--no-pager', 'systemd-units-trial*'],
    ['sh', '-c', 'ls /run/systemd/system /run/systemd/transient | grep systemd-units-trial'],
  ]
    .map(([program = '', ...args]) => spawnSync(program, args, { encoding: 'utf8' }).stdout)
    .join('');

const untilNothingIsLeft = (): Promise<unknown> => eventually(async () => (left() === '' ? [true] : []));

const pageText = async (): Promise<string> => {
  const [document] = await eventually(async () =>
    vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'systemd-trial'),
  );
  return document!.getText();
};

describe('a trial of a unit', () => {
  before(async function () {
    if (!inSandbox) this.skip();
    write('tried.service', 'ProtectHome=yes', 'ProtectSystem=strict', 'ExecStart=/bin/sh -c "touch /var/lib/tried"');
    write('tried-well.service', 'ExecStart=/bin/true', '[Install]', 'WantedBy=multi-user.target');
    writeFileSync(uriOf('tried.timer').fsPath, '[Timer]\nOnCalendar=daily\n');
    await extension().activate();
    await serverReady();
  });
  after(() => {
    for (const name of ['tried.service', 'tried-well.service', 'tried.timer'])
      rmSync(uriOf(name).fsPath, { force: true });
    rmSync(uriOf('tried.service.d').fsPath, { recursive: true, force: true });
  });
  afterEach(async () => {
    assert.equal(left(), '');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows at the line what was denied, and a fix with which it comes out well', async () => {
    const { uri } = await open('tried.service');
    assert.equal(await run('tryUnit', uri), 'failed');
    assert.match(await pageText(), /^tried\.service failed: .*Read-only file system/);
    const [mark] = marks(uri);
    assert.equal(mark!.range.start.line, 3);
    assert.match(mark!.message, /\/var\/lib\/tried is read-only for the service\..*ProtectSystem=strict makes/);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      mark!.range,
    );
    const fix = actions.find(({ title }) => title === 'Write ReadWritePaths=/var/lib');
    assert.ok(await vscode.workspace.applyEdit(fix!.edit!));
    // The editor has not saved it: what is tried is what stands there.
    assert.equal(await run('tryUnit', uri), 'ended');
    assert.deepEqual(marks(uri), []);
    await vscode.commands.executeCommand('undo');
    await vscode.workspace.saveAll();
  });

  it('finds the line by more trials', async () => {
    const { uri } = await open('tried.service');
    assert.equal(await run('findDirective', uri), 'alone');
    const [mark, ...more] = marks(uri);
    assert.deepEqual([mark!.range.start.line, more.length], [3, 0]);
    assert.match(mark!.message, /Without ProtectSystem=strict the trial comes out well, with it not\./);
  });

  it('reads drop-ins, and tries the service of a timer', async () => {
    mkdirSync(uriOf('tried.service.d').fsPath, { recursive: true });
    writeFileSync(uriOf('tried.service.d/open.conf').fsPath, '[Service]\nProtectSystem=no\n');
    const { uri } = await open('tried.timer');
    assert.equal(
      (await eventually(async () => ((await run('tryUnit', uri)) === 'ended' ? ['ended'] : [])))[0],
      'ended',
    );
    assert.match(await pageText(), /^tried\.service did its work and ended well/);
  });

  it('names what it would share with the installed unit before it begins', async () => {
    const name = 'trial-shares.service';
    const lines = '[Service]\nRuntimeDirectory=trial-shares\nExecStart=/bin/sleep infinity\n';
    writeFileSync(uriOf(name).fsPath, lines);
    execFileSync('cp', [uriOf(name).fsPath, `/run/systemd/system/${name}`]);
    execFileSync('systemctl', ['start', name]);
    try {
      const { uri } = await open(name);
      await asksInDialog(run('tryUnit', uri), /Try trial-shares\.service\?/);
    } finally {
      execFileSync('systemctl', ['stop', name]);
      rmSync(`/run/systemd/system/${name}`);
      rmSync(uriOf(name).fsPath);
    }
  });

  it('is an item of the Test Explorer, whose run is a trial', async () => {
    rmSync(uriOf('tried.service.d').fsPath, { recursive: true, force: true });
    const { uri } = await open('tried.service');
    assert.deepEqual(marks(uri), []);
    await vscode.commands.executeCommand('testing.refreshTests');
    // An item is known to the window a moment after it was made: before, nothing is run.
    await eventually(async () => {
      await vscode.commands.executeCommand('testing.runCurrentFile');
      return marks(uri);
    });
    assert.equal(marks(uri)[0]!.range.start.line, 3);
    // The marks are there before the trial has been taken back.
    await untilNothingIsLeft();
  });

  it('hardens step by step, and saves nothing by itself', async () => {
    writeFileSync(
      uriOf('soft.service').fsPath,
      '[Service]\nExecStart=/bin/sh -c "touch /var/spool/soft-trial && exec sleep infinity"\n',
    );
    try {
      const { uri } = await open('soft.service');
      assert.equal(await run('hardenByTrial', uri, 'test -e /var/spool/soft-trial'), 'done');
      const text = vscode.window.activeTextEditor!.document.getText();
      assert.match(text, /^# Exposure by systemd-analyze security: 9\.\d UNSAFE before, [0-4]\.\d \w+ after\.$/m);
      assert.match(text, /^# Files of the system are read-only\.\nProtectSystem=strict\nReadWritePaths=\/var\/spool$/m);
      assert.ok(vscode.window.activeTextEditor!.document.isUntitled);
      assert.ok(!existsSync(uriOf('soft.service.d').fsPath));
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    } finally {
      rmSync(uriOf('soft.service').fsPath);
    }
  });
});
