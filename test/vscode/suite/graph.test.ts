import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { after, eventually, open, serverReady, until, uriOf } from './helpers.ts';

const run = (id: string, ...args: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`systemdUnits.${id}`, ...args);

const activeName = (): string => vscode.window.activeTextEditor?.document.uri.path.split('/').at(-1) ?? '';

const tabLabels = (): string[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));

describe('units among others', () => {
  before(serverReady);
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('one key leads from a timer to its service', async () => {
    await open('backup.timer');
    await eventually(() =>
      vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'backup.service',
      ),
    );
    await run('goToRelated');
    assert.equal(activeName(), 'backup.service');
  });

  it('references to a unit are found in other files', async () => {
    const document = await open('gunicorn.socket');
    const places = await eventually(() =>
      vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        document.positionAt(0),
      ),
    );
    assert.ok(places.some(({ uri }) => uri.path.endsWith('/gunicorn.service')));
  });

  it('renames a unit with its file and its folder of drop-ins', async () => {
    const document = await open('hello.service');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      after(document, '[Serv'),
      'greet',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    await vscode.workspace.fs.stat(uriOf('greet.service'));
    await vscode.workspace.fs.stat(uriOf('greet.service.d/10-polite.conf'));
    await vscode.workspace.fs.rename(uriOf('greet.service'), uriOf('hello.service'));
    await vscode.workspace.fs.rename(uriOf('greet.service.d'), uriOf('hello.service.d'));
  });

  it('takes along the folder of drop-ins when the explorer renames a unit', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uriOf('hello.service'), uriOf('welcome.service'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await vscode.workspace.fs.stat(uriOf('welcome.service.d/10-polite.conf'));
    await vscode.workspace.fs.rename(uriOf('welcome.service'), uriOf('hello.service'));
    await vscode.workspace.fs.rename(uriOf('welcome.service.d'), uriOf('hello.service.d'));
  });

  it('shows the effective unit, and where its lines are from', async () => {
    await open('hello.service');
    await run('showEffective');
    const document = vscode.window.activeTextEditor!.document;
    assert.equal(document.uri.scheme, 'systemd-effective');
    assert.equal(document.languageId, 'systemd');
    const place = after(document, 'ExecStart=/bin/sh');
    const [origin] = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      place,
    );
    assert.match(origin!.uri.path, /hello\.service\.d\/10-polite\.conf$/);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });

  it('draws the graph of the unit being edited, and follows the editor', async () => {
    await open('gunicorn.service');
    await run('showGraph');
    await until(vscode.window.tabGroups.onDidChangeTabs, () => tabLabels().includes('gunicorn.service: dependencies'));
    await open('inbox.path');
    await until(vscode.window.tabGroups.onDidChangeTabs, () => tabLabels().includes('inbox.path: dependencies'));
  });
});
