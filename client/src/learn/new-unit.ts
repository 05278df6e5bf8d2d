import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type NewUnit, newUnitRequest } from '../../../server/src/protocol/requests.ts';
import { type EditingServices, featureWithCommands } from '../feature.ts';
import { t } from '../localize.ts';
import { chooseFolder, writeNewFiles } from './new-files.ts';
import { type Answers, type NextQuestion, type Question, questionsFor } from './questions.ts';

/** Asks what a unit is for and writes it, with its partner. A caller may bring answers and folder along. */
export const newUnit = featureWithCommands({
  commands: {
    newUnit: {
      title: t('New Unit…'),
      shortTitle: t('systemd Unit'),
      icon: 'new-file',
      when: 'always',
      menus: { edit: '1_edit@3', newFile: 'file' },
    },
  },
  start: ({ client }: EditingServices) => ({
    run: {
      async newUnit(given?: unknown, into?: unknown) {
        const answers = isAnswers(given) ? given : await askAll(questionsFor(judge(client)));
        if (!answers) return undefined;
        const { files, problems } = await make(client, answers);
        if (problems.length > 0) {
          vscode.window.showErrorMessage(problems[0]!);
          return undefined;
        }
        const folder = into instanceof vscode.Uri ? into : await chooseFolder();
        return folder && (await writeNewFiles(folder, files));
      },
    },
  }),
});

const isAnswers = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && 'purpose' in value;

const make = async (client: BaseLanguageClient, answers: Answers): Promise<NewUnit> =>
  (await client.sendRequest(newUnitRequest, answers)) ?? {
    files: [],
    problems: [t('The language server failed; see its log for the reason.')],
  };

/** What the language server reports for a unit with these answers. */
const judge =
  (client: BaseLanguageClient) =>
  async (answers: Answers): Promise<string | undefined> =>
    (await make(client, answers)).problems[0];

/** Asks one question after the other; undefined when one was dismissed. */
async function askAll(next: NextQuestion): Promise<Answers | undefined> {
  let answers: Answers = {};
  for (let question = next(answers); question; question = next(answers)) {
    const answer = await ask(question);
    if (!answer) return undefined;
    answers = { ...answers, ...answer };
  }
  return answers;
}

async function ask(question: Question): Promise<Answers | undefined> {
  const { title, placeHolder, choices } = question;
  if (!choices) return await askText(question);
  const picked = await vscode.window.showQuickPick([...choices], { title, placeHolder, ignoreFocusOut: true });
  if (!picked) return undefined;
  return picked.answers ?? (await askText(question));
}

async function askText({ title, placeHolder, key, suggestion, validate }: Question): Promise<Answers | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    prompt: placeHolder,
    ignoreFocusOut: true,
    ...(suggestion === undefined ? {} : { value: suggestion }),
    ...(validate ? { validateInput: validate } : {}),
  });
  return text === undefined || !key ? undefined : { [key]: text.trim() };
}
