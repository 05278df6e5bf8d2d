import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { newUnitRequest } from '../../../server/src/protocol/requests.ts';
import { exists } from '../exists.ts';
import type { EditingFeature } from '../feature.ts';
import { t } from '../localize.ts';
import type { Answers, NewFile, NewUnit } from './answers.ts';
import { askAll } from './ask-questions.ts';
import { questionsFor } from './questions.ts';

/** Asks what a unit is for and writes it, with its partner. A caller may bring answers and folder along. */
export const newUnit: EditingFeature = ({ client }) =>
  vscode.commands.registerCommand('systemdUnits.newUnit', async (given?: unknown, into?: unknown) => {
    const answers = isAnswers(given) ? given : await askAll(questionsFor(judge(client)));
    if (!answers) return undefined;
    const { files, problems } = await make(client, answers);
    if (problems.length > 0) {
      vscode.window.showErrorMessage(problems[0]!);
      return undefined;
    }
    const folder = into instanceof vscode.Uri ? into : await chooseFolder();
    return folder && (await write(folder, files));
  });

const isAnswers = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && 'purpose' in value;

const make = async (client: BaseLanguageClient, answers: Answers): Promise<NewUnit> =>
  (await client.sendRequest(newUnitRequest, answers)) ?? {
    files: [],
    problems: [t('The language server failed: its log says why.')],
  };

/** What the language server would say of a unit with these answers. */
const judge =
  (client: BaseLanguageClient) =>
  async (answers: Answers): Promise<string | undefined> =>
    (await make(client, answers)).problems[0];

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 1) return folders[0]!.uri;
  if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick())?.uri;
  const options = { canSelectFiles: false, canSelectFolders: true, openLabel: t('Write Unit Here') };
  return (await vscode.window.showOpenDialog(options))?.[0];
}

/** Writes all files or none: what is there already stays. */
async function write(folder: vscode.Uri, files: readonly NewFile[]): Promise<vscode.Uri[] | undefined> {
  const uris = files.map(({ name }) => vscode.Uri.joinPath(folder, name));
  for (const [i, uri] of uris.entries()) {
    if (!(await exists(uri))) continue;
    vscode.window.showErrorMessage(t('{0} exists in this folder already. Choose another name.', files[i]!.name));
    return undefined;
  }
  for (const [i, uri] of uris.entries())
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(files[i]!.text));
  for (const uri of uris) await vscode.window.showTextDocument(uri, { preview: false });
  return uris;
}
