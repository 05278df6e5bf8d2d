import * as vscode from 'vscode';
import { type ImportedUnits, importUnitsRequest } from '../../../server/src/protocol/requests.ts';
import { type EditingServices, featureWithCommands } from '../feature.ts';
import { t } from '../localize.ts';
import { chooseFolder, writeNewFiles } from './new-files.ts';

/** Makes units of a crontab, a Compose file, a `docker run` command …: of a file, or of what is selected. */
export const importUnits = featureWithCommands({
  commands: {
    importUnits: {
      title: t('Import as Units…'),
      when: 'importable',
      menus: { edit: '1_edit@4', explorer: '3_systemd', selection: '1_systemd' },
    },
  },
  start: ({ client }: EditingServices) => ({
    run: {
      async importUnits(given?: unknown, _selected?: unknown, into?: unknown) {
        const source = given instanceof vscode.Uri ? await fileSource(given) : await editorSource();
        if (!source) return undefined;
        const { text, uri } = source;
        const imported = await client.sendRequest(importUnitsRequest, { text, path: uri.path });
        const problem = imported ? imported.problem : t('The language server failed; see its log for the reason.');
        if (problem !== undefined || !imported) {
          vscode.window.showErrorMessage(problem!);
          return undefined;
        }
        const folder = into instanceof vscode.Uri ? into : await chooseFolder();
        const written = folder && (await writeNewFiles(folder, imported.files));
        if (written) await showRemarks(imported, source.firstLine);
        return written;
      },
    },
  }),
});

interface Source {
  readonly uri: vscode.Uri;
  readonly text: string;
  /** Of the text in its file, counted from 0. */
  readonly firstLine: number;
}

async function fileSource(uri: vscode.Uri): Promise<Source> {
  const document = await vscode.workspace.openTextDocument(uri);
  return { uri, text: document.getText(), firstLine: 0 };
}

/** What is selected, else the whole text; without an editor a file is asked for. */
async function editorSource(): Promise<Source | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    const picked = await vscode.window.showOpenDialog({ openLabel: t('Import as Units') });
    return picked?.[0] && (await fileSource(picked[0]));
  }
  const { document, selection } = editor;
  if (selection.isEmpty) return { uri: document.uri, text: document.getText(), firstLine: 0 };
  return { uri: document.uri, text: document.getText(selection), firstLine: selection.start.line };
}

/** What has no counterpart, for the author to decide, beside what has been written. */
async function showRemarks({ remarks }: ImportedUnits, firstLine: number): Promise<void> {
  if (remarks.length === 0) return;
  const lines = remarks.map(({ line, message }) => `- ${t('Line {0}', String(line + firstLine))}: ${message}`);
  const content = `# ${t('What the import leaves to you')}\n\n${lines.join('\n')}\n`;
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
}
