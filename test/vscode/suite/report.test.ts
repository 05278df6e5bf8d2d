import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extension, serverReady } from './helpers.ts';

describe('reporting an issue', () => {
  before(serverReady);

  it('opens a text with the versions of all parts, and sends nothing', async () => {
    await vscode.commands.executeCommand('systemdUnits.reportIssue');
    const { document } = vscode.window.activeTextEditor!;
    const { version } = extension().packageJSON as { version: string };
    assert.equal(document.isUntitled, true);
    assert.match(document.getText(), new RegExp(`systemd Units ${version}, language server ${version}`));
    assert.ok(document.getText().includes(`VS Code ${vscode.version}`));
  });
});
