import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import * as vscode from 'vscode';
import { after as behind, eventually, open, serverReady, until, uriOf, writeFiles } from './helpers.ts';

const FOLDER = 'suite-lines';
const FILES: Readonly<Record<string, string>> = {
  'etc/tmpfiles.d/web.conf': 'd /run/web 0755 root root -\nd /run/web-cache 0999\n',
  'usr/lib/tmpfiles.d/web.conf': 'd /run/old 0755\n',
  'usr/lib/tmpfiles.d/base.conf': 'd /run/base 0755\n',
  'etc/udev/rules.d/90-disk.rules':
    'SUBSYSTEM!="block", GOTO="disk_end"\nKERNEL=="sda", ENV{SYSTEMD_WANTS}+="lined.service"\nLABEL="disk_end"\n',
};

describe('files of lines', () => {
  before(async () => {
    writeFiles(FOLDER, FILES);
    await serverReady();
  });
  after(() => rmSync(uriOf(FOLDER).fsPath, { recursive: true, force: true }));

  const opened = (name: string) => open(`${FOLDER}/${name}`);

  it('are told by folder, and judged line by line', async () => {
    const document = await opened('etc/tmpfiles.d/web.conf');
    assert.equal(document.languageId, 'systemd-lines');
    const problems = () => vscode.languages.getDiagnostics(document.uri).filter(({ severity }) => severity < 2);
    await until(vscode.languages.onDidChangeDiagnostics, () => problems().length > 0);
    assert.deepEqual(
      problems().map(({ range }) => range.start.line),
      [1],
    );
  });

  it('are shown as their program reads them: by name, and without those that others hide', async () => {
    const document = await opened('etc/tmpfiles.d/web.conf');
    await vscode.commands.executeCommand('systemdUnits.showEffectiveLines', document.uri);
    const shown = vscode.window.activeTextEditor!.document;
    await until(vscode.workspace.onDidChangeTextDocument, () => shown.getText().includes('/run/web '));
    const lines = shown.getText().split('\n');
    assert.ok(lines.includes('d /run/base 0755'), shown.getText());
    assert.ok(!shown.getText().includes('/run/old'), shown.getText());
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('lead from a jump of a udev rule to its label', async () => {
    const document = await opened('etc/udev/rules.d/90-disk.rules');
    const found = await eventually(() =>
      vscode.commands.executeCommand<readonly (vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        behind(document, 'GOTO="di'),
      ),
    );
    assert.deepEqual(
      found.map((each) => ('targetUri' in each ? each.targetRange : each.range).start.line),
      [2],
    );
  });
});
