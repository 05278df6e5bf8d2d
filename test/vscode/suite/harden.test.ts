import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { eventually, extension, inSandbox, open, serverReady, uriOf } from './helpers.ts';

const lines = ['[Unit]', 'After=network.target', '', '[Service]', 'ExecStart=/bin/true', 'ProtectSystem=full'];
const text = `${lines.join('\n')}\n\n[Install]\nWantedBy=multi-user.target\n`;

/** Asked anew of the file on disk, past the extension. */
function exposure({ fsPath }: vscode.Uri): number {
  const args = ['security', '--offline=true', '--no-pager', fsPath];
  return Number(/: (\d+\.\d) /.exec(execFileSync('systemd-analyze', args, { encoding: 'utf8' }))![1]);
}

/** The quick fixes there, once systemd-analyze has answered. */
const fixesAt = (uri: vscode.Uri, line: number, character = 0): Promise<readonly vscode.CodeAction[]> =>
  eventually(async () => {
    const range = new vscode.Range(line, character, line, character);
    const provided = vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
    );
    return (await provided).filter(({ title }) => title.startsWith('Harden: '));
  });

describe('hardening a service by quick fixes', () => {
  before(async function () {
    if (!inSandbox) this.skip();
    writeFileSync(uriOf('open.service').fsPath, text);
    await extension().activate();
    await serverReady();
  });
  after(() => rmSync(uriOf('open.service').fsPath, { force: true }));
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('writes directives into [Service], changes what is set, and the exposure falls; undo takes it back', async () => {
    const document = await open('open.service');
    const before = exposure(document.uri);
    const titles = (await fixesAt(document.uri, 3)).map(({ title }) => title);
    assert.deepEqual(titles.slice(0, 3), [
      'Harden: add NoNewPrivileges=yes (exposure −0.2)',
      'Harden: ProtectSystem=strict instead of full (exposure −0.1)',
      'Harden: add PrivateTmp=yes (exposure −0.2)',
    ]);
    assert.match(titles.at(-1)!, /^Harden: show all \d\d settings that can be tightened…$/);
    for (const title of titles.slice(0, 3)) {
      const fix = (await fixesAt(document.uri, 3)).find((other) => other.title === title);
      assert.ok(await vscode.workspace.applyEdit(fix!.edit!));
    }
    const hardened = text.replace('=full\n', '=strict\nNoNewPrivileges=yes\nPrivateTmp=yes\n');
    assert.equal(document.getText(), hardened);
    assert.ok(!(await fixesAt(document.uri, 3)).some(({ title }) => titles.slice(0, 3).includes(title)));
    await document.save();
    assert.ok(exposure(document.uri) <= before - 0.4, `${before} to ${exposure(document.uri)}`);
    for (let i = 0; i < 3; i++) await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    await document.save();
  });

  it('offers them on the hint, and nowhere else', async () => {
    const document = await open('open.service');
    const edit = new vscode.WorkspaceEdit();
    edit.delete(document.uri, new vscode.Range(5, 0, 6, 0));
    await vscode.workspace.applyEdit(edit);
    await document.save();
    await eventually(async () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ code }) => code === 'hardening' || (code as { value?: unknown })?.value === 'hardening'),
    );
    const onHint = await fixesAt(document.uri, 4, 'ExecStart='.length);
    assert.ok(onHint.some(({ title }) => title === 'Harden: add ProtectSystem=strict (exposure −0.2)'));
    const other = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(0, 0, 0, 0),
    );
    assert.deepEqual(
      other.filter(({ title }) => title.startsWith('Harden: ')),
      [],
    );
  });
});
