import * as vscode from 'vscode';
import { t } from '../localize.ts';
import { isCritical } from '../systemd/enable-plan.ts';
import type { Target } from '../systemd/unit-of-file.ts';
import type { Question } from './run-action.ts';

/** Resolves to true to go on. */
export async function confirm({ text, detail, accept, remedy }: Question): Promise<boolean> {
  const buttons = remedy ? [remedy.button, accept] : [accept];
  const answer = await vscode.window.showWarningMessage(text, { modal: true, detail }, ...buttons);
  return remedy && answer === remedy.button ? remedy.apply() : answer === accept;
}

/** The question before a unit is stopped without which the machine cannot be reached or does not work properly. */
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
  detail: t('It can no longer be started, not even by units that need it, until it is unmasked.'),
  accept: t('Mask'),
});

/** Warns of errors because of which systemd would refuse a unit. Resolves to true to go on. */
export async function confirmErrors(targets: readonly Target[]): Promise<boolean> {
  const refused = targets.flatMap(({ name, path }) => {
    const uri = vscode.Uri.file(path);
    const errors = path === '' ? [] : vscode.languages.getDiagnostics(uri).filter(isError);
    return errors[0] ? [{ name, uri, first: errors[0], others: errors.length - 1 }] : [];
  });
  const [one] = refused;
  if (!one) return true;
  const details = refused.map(({ name, first, others }) => {
    const place = t('Line {0}: {1}', first.range.start.line + 1, first.message);
    const rest = others > 0 ? t('(and {0} more)', others) : '';
    return [refused.length > 1 ? `${name}:` : '', place, rest].filter(Boolean).join(' ');
  });
  const text =
    refused.length > 1
      ? t('systemd will refuse {0} of these units.', refused.length)
      : t('systemd will refuse {0}.', one.name);
  const [show, goOn] = [t('Show Problem'), t('Continue Anyway')];
  const answer = await vscode.window.showWarningMessage(text, { modal: true, detail: details.join('\n') }, show, goOn);
  if (answer === show) await vscode.window.showTextDocument(one.uri, { selection: one.first.range });
  return answer === goOn;
}

const isError = ({ severity }: vscode.Diagnostic): boolean => severity === vscode.DiagnosticSeverity.Error;
