import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import * as vscode from 'vscode';
import { after as behind, eventually, open, serverReady, uriOf, writeFiles } from './helpers.ts';

const FILES: Readonly<Record<string, string>> = {
  '10-br0.netdev': '[NetDev]\nName=br0\nKind=bridge\n',
  '20-ports.network': '[Match]\nName=enp1s0\n\n[Network]\nBridge=br0\n',
  '30-br0.network': '[Match]\nName=br0\n\n[Network]\nDHCP=yes\n',
  '40-other.network': '[Match]\nName=other0\n\n[Network]\nBridge=\n',
};
const FOLDER = 'suite-networks';
const place = ({ path }: vscode.Uri, { start }: vscode.Range): string =>
  `${path.slice(path.lastIndexOf('/') + 1)}:${start.line + 1}:${start.character + 1}`;

describe('networks', () => {
  before(async () => {
    writeFiles(FOLDER, FILES);
    await serverReady();
  });
  after(() => rmSync(uriOf(FOLDER).fsPath, { recursive: true, force: true }));

  const ports = () => open(`${FOLDER}/20-ports.network`);

  it('lead from a device to the file that makes it', async () => {
    const document = await ports();
    const found = await eventually(() =>
      vscode.commands.executeCommand<readonly (vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        behind(document, 'Bridge='),
      ),
    );
    const places = found.map((each) =>
      'targetUri' in each ? place(each.targetUri, each.targetRange) : place(each.uri, each.range),
    );
    assert.deepEqual(places, ['10-br0.netdev:2:6']);
  });

  it('rename a device in all files', async () => {
    const document = await ports();
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      behind(document, 'Bridge='),
      'lan0',
    );
    const places = edit.entries().flatMap(([uri, edits]) => edits.map(({ range }) => place(uri, range)));
    assert.deepEqual(places.sort(), ['10-br0.netdev:2:6', '20-ports.network:5:8', '30-br0.network:2:6']);
  });

  it('offer devices of the kind that a key takes', async () => {
    const document = await open(`${FOLDER}/40-other.network`);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      behind(document, 'Bridge='),
    );
    const shown = items.map(({ label, detail }) => [typeof label === 'string' ? label : label.label, detail]);
    assert.deepEqual(shown, [['br0', 'bridge · 10-br0.netdev']]);
  });

  it('tell their order above the file', async () => {
    const document = await open(`${FOLDER}/30-br0.network`);
    const wanted = '2nd of 3 .network files · for interfaces named br0';
    await eventually(async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      return lenses.filter(({ command }) => command?.title === wanted);
    });
  });
});
