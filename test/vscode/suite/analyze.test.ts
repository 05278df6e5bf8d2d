import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import {
  acceptInputWhile,
  after as behind,
  commandLines,
  dismissInputWhile,
  eventually,
  extension,
  inSandbox,
  lensOf,
  open,
  uriOf,
} from './helpers.ts';

const openTabs = (): string[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));

const calendar = (expression?: string) => vscode.commands.executeCommand<number>('systemdUnits.calendar', expression);

describe('systemd-analyze', () => {
  before(async function () {
    if (!inSandbox) this.skip();
    writeFileSync(uriOf('odd.service').fsPath, '[Service]\nExecStart=/bin/true\nNoSuchThing=1\n');
    writeFileSync(uriOf('tight.service').fsPath, '[Service]\nExecStart=/bin/true\n');
    await extension().activate();
  });
  after(() => {
    for (const name of ['odd.service', 'tight.service']) rmSync(uriOf(name).fsPath, { force: true });
  });

  it('verify shows what it finds as problems', async () => {
    const { uri } = await open('odd.service');
    await vscode.commands.executeCommand('systemdUnits.verify', uri);
    const [problem] = await eventually(async () =>
      vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'systemd-analyze'),
    );
    assert.equal(problem!.range.start.line, 2);
    assert.match(problem!.message, /NoSuchThing/);
  });

  it('security scores a file that is not installed, and the score follows a save', async () => {
    const { uri } = await open('tight.service');
    const before = await lensOf(uri, (title) => title.startsWith('Security: exposure'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(2, 0), 'PrivateNetwork=yes\nDynamicUser=yes\nCapabilityBoundingSet=\n');
    await vscode.workspace.applyEdit(edit);
    await (await vscode.workspace.openTextDocument(uri)).save();
    await lensOf(uri, (title) => title.startsWith('Security: exposure') && title !== before.title);
  });

  it('security opens its report, plot its page', async () => {
    const { uri } = await open('tight.service');
    await vscode.commands.executeCommand('systemdUnits.security', uri);
    assert.equal(await vscode.commands.executeCommand('systemdUnits.plot', uri), 0);
    await eventually(async () => openTabs().filter((label) => label === 'tight.service: security'));
    await eventually(async () => openTabs().filter((label) => label === 'Boot of the system manager'));
  });

  it('blame and critical-chain open their pages', async () => {
    assert.equal(await vscode.commands.executeCommand('systemdUnits.blame'), 0);
    await eventually(async () => openTabs().filter((label) => label === 'Slowest units at boot'));
    const target = { name: 'basic.target', kind: 'target', manager: 'system', path: '' };
    assert.equal(await vscode.commands.executeCommand('systemdUnits.criticalChain', { target }), 0);
    await eventually(async () => openTabs().filter((label) => label === 'Critical chain of basic.target'));
  });

  it('calendar tells when the line of the cursor elapses, or what it is given', async () => {
    const document = await open('backup.timer');
    const cursor = behind(document, 'OnCalendar=');
    vscode.window.activeTextEditor!.selection = new vscode.Selection(cursor, cursor);
    const [[, ...words]] = (await commandLines(async () => {
      assert.equal(await acceptInputWhile(calendar()), 0);
    })) as [string[]];
    const [, expression] = /^OnCalendar=(.*)$/m.exec(document.getText())!;
    assert.deepEqual(words, ['calendar', '--iterations=5', '--', expression]);
    assert.equal(await calendar('Mon *-*-* 04:00'), 0);
    assert.equal(await calendar('--help'), 1, 'an expression, and no option');
  });

  it('cat-config shows a file of systemd, and asks for another path than one that leads out of /etc', async () => {
    const catConfig = (path: string) => vscode.commands.executeCommand<number>('systemdUnits.catConfig', path);
    const lines = await commandLines(async () => {
      assert.equal(await catConfig('systemd/journald.conf'), 0);
      assert.equal(await dismissInputWhile(catConfig('../../root/.profile')), undefined);
    });
    assert.deepEqual(lines, [['systemd-analyze', 'cat-config', '--no-pager', '--', 'systemd/journald.conf']]);
  });
});
