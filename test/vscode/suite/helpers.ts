import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as vscode from 'vscode';

export interface Api {
  readonly ready: Promise<void>;
  readonly states: { readonly live: boolean; readonly onDidChange: vscode.Event<void> };
}

export const extension = (): vscode.Extension<Api> => vscode.extensions.getExtension('systemd-units.systemd-units')!;

export const folder = (): string => vscode.workspace.workspaceFolders![0]!.uri.fsPath;

export const uriOf = (name: string): vscode.Uri => vscode.Uri.file(join(folder(), name));

/** Writes files, by their paths in a folder of the workspace. */
export function writeFiles(below: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const { fsPath } = uriOf(`${below}/${name}`);
    mkdirSync(dirname(fsPath), { recursive: true });
    writeFileSync(fsPath, text);
  }
}

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uriOf(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Settles once the language server answers. */
export const serverReady = async (): Promise<void> => (await extension().activate()).ready;

/** The place just behind a text of the document. */
export function after(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`no "${text}" in ${document.fileName}`);
  return document.positionAt(offset + text.length);
}

/** Waits for an event until what it is about holds. */
export function until(event: vscode.Event<unknown>, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!holds()) return;
      listener.dispose();
      resolve();
    };
    const listener = event(check);
    check();
  });
}

/** Asks again until the answer is not empty: the server reads the folder while it already answers. */
export async function eventually<T>(ask: () => Thenable<readonly T[]>): Promise<readonly T[]> {
  for (;;) {
    const answer = await ask();
    if (answer.length > 0) return answer;
    await new Promise(setImmediate);
  }
}

/** One property of a unit, from the booted systemd itself. */
export const property = (unit: string, name: string): string =>
  execFileSync('systemctl', ['show', `--property=${name}`, '--value', '--', unit], { encoding: 'utf8' }).trim();

/** Whether this runs in the throw-away systemd, where units may be started. */
export const inSandbox = process.env.SYSTEMD_SANDBOX !== undefined;

/** The titles of the lenses about the state of a unit. */
export async function lensTitles(uri: vscode.Uri): Promise<string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
  return lenses.flatMap(({ command }) => command?.title ?? []).filter((title) => !title.startsWith('Security:'));
}

/** The command of the lens whose title fits, as soon as there is one: the states of units are asked as they change. */
export async function lensOf(uri: vscode.Uri, fits: (title: string) => boolean): Promise<vscode.Command> {
  const [found] = await eventually(async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
    return lenses.flatMap(({ command }) => (command && fits(command.title) ? [command] : []));
  });
  return found!;
}

/** Presses Enter in the input that comes up while something waits for it. */
export const acceptInputWhile = <T>(action: Thenable<T>): Promise<T> =>
  repeatWhile(action, 'workbench.action.acceptSelectedQuickOpenItem');

export const dismissInputWhile = <T>(action: Thenable<T>): Promise<T> =>
  repeatWhile(action, 'workbench.action.closeQuickOpen');

/** VS Code shows no dialog while tests run, and says instead what it would have asked. */
export const asksInDialog = (action: Thenable<unknown>, question: RegExp): Promise<void> =>
  assert.rejects(Promise.resolve(action), (error: Error) => {
    assert.match(error.message, /refused to show dialog in tests/);
    assert.match(error.message, question);
    return true;
  });

async function repeatWhile<T>(action: Thenable<T>, command: string): Promise<T> {
  let done = false;
  const ended = action.then((value) => {
    done = true;
    return value;
  });
  while (!done) {
    await vscode.commands.executeCommand(command);
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 100))]);
  }
  return ended;
}

/** The tasks that start while something is done, as the command lines they run. */
export async function commandLines(action: () => Thenable<unknown>): Promise<string[][]> {
  const seen: string[][] = [];
  const listener = vscode.tasks.onDidStartTask(({ execution: { task } }) => {
    const { process, args } = task.execution as vscode.ProcessExecution;
    seen.push([basename(process), ...args]);
  });
  await action();
  listener.dispose();
  return seen;
}
