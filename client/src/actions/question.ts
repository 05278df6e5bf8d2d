import * as vscode from 'vscode';

/** Asked in a dialog, which cannot be missed as a notification can; what does no harm is not asked at all. */
export interface Question {
  readonly text: string;
  readonly detail: string;
  /** The button that goes on. */
  readonly accept: string;
  /** Does away with the reason for the question first; true: go on. */
  readonly remedy?: { readonly button: string; apply(): Promise<boolean> } | undefined;
}

/** True: go on. */
export async function confirm({ text, detail, accept, remedy }: Question): Promise<boolean> {
  const buttons = remedy ? [remedy.button, accept] : [accept];
  const answer = await vscode.window.showWarningMessage(text, { modal: true, detail }, ...buttons);
  return remedy && answer === remedy.button ? remedy.apply() : answer === accept;
}
