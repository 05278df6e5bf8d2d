import * as vscode from 'vscode';

/** Asked in a dialog, which cannot be missed as a notification can; what does no harm is not asked at all. */
export interface Question {
  readonly text: string;
  readonly detail: string;
  /** The button that goes on. */
  readonly accept: string;
}

/** True: go on. */
export async function confirm({ text, detail, accept }: Question): Promise<boolean> {
  return (await vscode.window.showWarningMessage(text, { modal: true, detail }, accept)) === accept;
}
