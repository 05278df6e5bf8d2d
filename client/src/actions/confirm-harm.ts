import * as vscode from 'vscode';
import { t } from '../localize.ts';
import { isCritical } from '../systemd/enable-plan.ts';
import type { Target } from '../systemd/unit-of-file.ts';
import type { Question } from './run-action.ts';

/** True: go on. */
export async function confirm({ text, detail, accept, remedy }: Question): Promise<boolean> {
  const buttons = remedy ? [remedy.button, accept] : [accept];
  const answer = await vscode.window.showWarningMessage(text, { modal: true, detail }, ...buttons);
  return remedy && answer === remedy.button ? remedy.apply() : answer === accept;
}

/** What stops units without which the machine cannot be reached, or does not run as it should. */
export function harmOfStopping({ name, manager }: Target, title: string): Question | undefined {
  if (manager !== 'system' || !isCritical(name)) return undefined;
  return {
    text: t('{0} {1}?', title, name),
    detail: t('This machine needs it: you may lose the connection or your session.'),
    accept: title,
  };
}

export const harmOfMasking = ({ name }: Target): Question => ({
  text: t('Mask {0}?', name),
  detail: t('Nothing can start it any more, not even units that need it, until it is unmasked.'),
  accept: t('Mask'),
});
