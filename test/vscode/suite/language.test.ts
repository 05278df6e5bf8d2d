import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { acceptInputWhile, after, eventually, open, serverReady, until, uriOf } from './helpers.ts';

const text = (contents: readonly (vscode.MarkdownString | vscode.MarkedString)[]): string =>
  contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n');

const label = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

/** A unit that is not a file: the language server reads what is in the editor. */
async function draft(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'systemd', content });
  await vscode.window.showTextDocument(document);
  return document;
}

const problemsOf = async (uri: vscode.Uri): Promise<vscode.Diagnostic[]> => {
  const problems = () => vscode.languages.getDiagnostics(uri);
  await until(vscode.languages.onDidChangeDiagnostics, () => problems().length > 0);
  return problems();
};

describe('writing a unit', () => {
  before(serverReady);

  it('recognises units and drop-ins by name, path and first line', async () => {
    assert.equal((await open('backup.timer')).languageId, 'systemd');
    assert.equal((await draft('')).languageId, 'systemd');
    for (const name of [
      'web.service.j2',
      'web.timer.cmake.in',
      'web.service.d/10.conf.erb',
      'lan.network',
      'lan.network.d/a.conf',
    ]) {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(`untitled:/templates/${name}`));
      assert.equal(document.languageId, 'systemd', name);
    }
  });

  it('says which of several systems a line is not for, and asks for which ones units are written', async () => {
    const document = await draft('[Service]\nExecStart=/bin/true\nMemoryZSwapMax=1G\n');
    const settings = vscode.workspace.getConfiguration('systemdUnits');
    const said = (): string[] => vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);
    await settings.update('targets', ['debian12', 'debian13'], vscode.ConfigurationTarget.Global);
    try {
      await until(vscode.languages.onDidChangeDiagnostics, () =>
        said().some((message) => message.includes('Debian 12')),
      );
      assert.ok(!said().some((message) => message.includes('Debian 13')), said().join('\n'));
      // What is chosen already stays chosen when the question is accepted.
      await acceptInputWhile(vscode.commands.executeCommand('systemdUnits.chooseTargets', document.uri));
      assert.deepEqual(vscode.workspace.getConfiguration('systemdUnits').get('targets'), ['debian12', 'debian13']);
    } finally {
      await settings.update('targets', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('completes the directives of the section, with the manual at hand', async () => {
    const document = await open('backup.timer');
    const position = after(document, 'Persistent=true\n');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
      undefined,
      500,
    );
    const labels = list.items.map(label);
    assert.ok(
      labels.some((name) => name.startsWith('OnBootSec')),
      labels.slice(0, 20).join(),
    );
    assert.ok(!labels.some((name) => name.startsWith('ExecStart')));
  });

  it('explains a directive in the words of the manual', async () => {
    const document = await open('backup.timer');
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      after(document, 'OnCal'),
    );
    const shown = text(hover!.contents);
    assert.match(shown, /OnCalendar=/);
    assert.match(shown, /systemd\.timer/);
  });

  it('underlines what systemd ignores, and mends it', async () => {
    const document = await draft('[Unit]\nDescription=x\n\n[Service]\nExecStart=/bin/true\nRestrat=always\n');
    const [problem] = await problemsOf(document.uri);
    assert.equal(document.getText(problem!.range), 'Restrat');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem!.range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    const fix = actions.find(({ edit }) => edit !== undefined)!;
    assert.ok(await vscode.workspace.applyEdit(fix.edit!));
    assert.match(document.getText(), /^Restart=always$/m);
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => vscode.languages.getDiagnostics(document.uri).length === 0,
    );
  });

  it('jumps from a timer to the service it starts', async () => {
    const document = await open('backup.timer');
    const places = await eventually(() =>
      vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        after(document, 'Unit=back'),
      ),
    );
    const targets = places.map((place) => ('targetUri' in place ? place.targetUri : place.uri).toString());
    assert.deepEqual(targets, [uriOf('backup.service').toString()]);
  });
});
