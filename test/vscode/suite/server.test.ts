import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { open, serverReady, until, uriOf } from './helpers.ts';

/** The language server is a child of the process these tests run in. */
function serverProcess(): number | undefined {
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      const isOurs = new RegExp(`^PPid:\\s${process.pid}$`, 'm').test(readFileSync(`/proc/${name}/status`, 'utf8'));
      if (isOurs && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('server/dist/cli.cjs')) return Number(name);
    } catch {
      // It has ended since the folder was read.
    }
  }
  return undefined;
}

const found = (uri: vscode.Uri): readonly string[] =>
  vscode.languages.getDiagnostics(uri).map(({ code }) => String(code && typeof code === 'object' ? code.value : code));

describe('the language server', () => {
  const path = () => uriOf('faulty.service').fsPath;
  before(async () => {
    writeFileSync(path(), '[Service]\nExecStart=/bin/true\nRestrt=no\n');
    await serverReady();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  after(() => rmSync(path()));

  it('is started again when it crashes, and knows what is open', async () => {
    const document = await open('faulty.service');
    const { uri } = document;
    await until(vscode.languages.onDidChangeDiagnostics, () => found(uri).includes('directive-unknown'));
    const pid = serverProcess();
    assert.ok(pid);
    process.kill(pid, 'SIGKILL');
    // None of these reaches it, and none of them may count against a new one.
    const start = new vscode.Position(1, 2);
    for (let i = 0; i < 10; i++) void vscode.commands.executeCommand('vscode.executeHoverProvider', uri, start);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(document.lineCount, 0), '[Unit]\nAftre=network.target\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    // What was typed meanwhile is known to the new one, as is the rest.
    const unknown = () => found(uri).filter((code) => code === 'directive-unknown');
    await until(vscode.languages.onDidChangeDiagnostics, () => unknown().length === 2);
    assert.notEqual(serverProcess(), pid);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['Service', 'Unit'],
    );
  });

  it('lists the problems of the whole workspace where that is set, and those of open files where it is not', async () => {
    const settings = vscode.workspace.getConfiguration('systemdUnits');
    const listed = () => found(uriOf('faulty.service')).includes('directive-unknown');
    const { onDidChangeDiagnostics } = vscode.languages;
    assert.deepEqual(found(uriOf('faulty.service')), []);
    await settings.update('diagnosticMode', 'workspace', vscode.ConfigurationTarget.Workspace);
    await until(onDidChangeDiagnostics, listed);
    writeFileSync(path(), '[Service]\nExecStart=/bin/true\n');
    await until(onDidChangeDiagnostics, () => !listed());
    writeFileSync(path(), '[Service]\nExecStart=/bin/true\nRestrt=no\n');
    await until(onDidChangeDiagnostics, listed);
    await settings.update('diagnosticMode', undefined, vscode.ConfigurationTarget.Workspace);
    await until(onDidChangeDiagnostics, () => !listed());
  });

  it('is started anew when asked to, and knows what is open', async () => {
    const { uri } = await open('faulty.service');
    const isKnown = () => found(uri).includes('directive-unknown');
    await until(vscode.languages.onDidChangeDiagnostics, isKnown);
    const before = serverProcess();
    await vscode.commands.executeCommand('systemdUnits.restartServer');
    await until(vscode.languages.onDidChangeDiagnostics, isKnown);
    assert.notEqual(serverProcess(), before);
  });
});
