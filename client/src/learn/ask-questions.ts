import * as vscode from 'vscode';
import type { Answers } from './answers.ts';
import type { NextQuestion, Question } from './questions.ts';

/** Asks one question after the other; undefined when one was dismissed. */
export async function askAll(next: NextQuestion): Promise<Answers | undefined> {
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
