import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { after as behind, eventually, lensTitles, open, serverReady, until, uriOf } from './helpers.ts';

const FOLDER = 'suite-lines';
const FILES: Readonly<Record<string, string>> = {
  'etc/tmpfiles.d/web.conf': 'd /run/web 0755 web web -\nd /run/web-cache 0999\n',
  'usr/lib/tmpfiles.d/web.conf': 'd /run/old 0755\n',
  'usr/lib/tmpfiles.d/base.conf': 'd /run/base 0755\n',
  'etc/sysusers.d/web.conf': 'u web - "Web server"\n',
  'etc/systemd/system/web.service': '[Service]\nExecStart=/bin/true\nUser=web\n[Install]\nWantedBy=multi-user.target\n',
  'etc/systemd/system-preset/10-mine.preset': 'enable web.service\n',
  'etc/udev/rules.d/90-disk.rules':
    'SUBSYSTEM!="block", GOTO="disk_end"\nKERNEL=="sda", ENV{SYSTEMD_WANTS}+="web.service"\nLABEL="disk_end"\n',
};
const place = (found: vscode.Location | vscode.LocationLink): string => {
  const [uri, range] = 'targetUri' in found ? [found.targetUri, found.targetRange] : [found.uri, found.range];
  return `${uri.path.slice(uri.path.indexOf(FOLDER) + FOLDER.length + 1)}:${range.start.line + 1}`;
};
const definitionOf = async (document: vscode.TextDocument, text: string): Promise<string[]> => {
  const found = await eventually(() =>
    vscode.commands.executeCommand<readonly (vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      behind(document, text),
    ),
  );
  return found.map(place);
};

describe('files of lines', () => {
  before(async () => {
    for (const [name, text] of Object.entries(FILES)) {
      const { fsPath } = uriOf(`${FOLDER}/${name}`);
      mkdirSync(dirname(fsPath), { recursive: true });
      writeFileSync(fsPath, text);
    }
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

  it('lead from a rule to the unit that it starts, and from a jump to its label', async () => {
    const document = await opened('etc/udev/rules.d/90-disk.rules');
    assert.deepEqual(await definitionOf(document, 'SYSTEMD_WANTS}+="we'), ['etc/systemd/system/web.service:1']);
    assert.deepEqual(await definitionOf(document, 'GOTO="di'), ['etc/udev/rules.d/90-disk.rules:3']);
  });

  it('lead from a preset to its unit, whose lens tells which line decides', async () => {
    const document = await opened('etc/systemd/system-preset/10-mine.preset');
    assert.deepEqual(await definitionOf(document, 'enable we'), ['etc/systemd/system/web.service:1']);
    const unit = await opened('etc/systemd/system/web.service');
    await eventually(async () => (await lensTitles(unit.uri)).filter((title) => title.includes('10-mine.preset')));
  });

  it('lead from the user of a service to the line that makes it', async () => {
    const unit = await opened('etc/systemd/system/web.service');
    assert.deepEqual(await definitionOf(unit, 'User=we'), ['etc/sysusers.d/web.conf:1']);
  });
});
