import * as vscode from 'vscode';
import { t } from '../localize.ts';
import type { Target } from '../operate/actions.ts';
import { isCritical } from '../operate/enable.ts';
import { enableQuestion, type Question } from './enable-question.ts';

/** Questions come before harm, and before what is not seen otherwise; true: go on. */
export async function agrees(id: string, targets: readonly Target[]): Promise<boolean> {
  const question = await questionFor(id, targets);
  if (!question) return true;
  const { text, accept } = question;
  return (await vscode.window.showWarningMessage(text, accept)) === accept;
}

async function questionFor(id: string, targets: readonly Target[]): Promise<Question | undefined> {
  const names = targets.map(({ name }) => name);
  const [first] = targets;
  if (names.length > 1 && id in titles) {
    return {
      text: t('{0} these {1} units? {2}', title(id), names.length, names.join(', ')),
      accept: t('{0} All', title(id)),
    };
  }
  if (!first || names.length > 1) return undefined;
  if (id === 'mask') {
    const text = t(
      'Mask {0}? Nothing can start it any more, not even units that need it, until it is unmasked.',
      first.name,
    );
    return { text, accept: title(id) };
  }
  if ((id === 'stop' || id === 'restart' || id === 'disable') && first.manager === 'system' && isCritical(first.name)) {
    const text = t(
      '{0} {1}? This machine needs it: you may lose the connection or your session.',
      title(id),
      first.name,
    );
    return { text, accept: title(id) };
  }
  return id === 'enable' ? enableQuestion(first) : undefined;
}

/** What changes units; to look at several of them needs no question. */
const titles: Readonly<Record<string, string>> = {
  start: t('Start'),
  stop: t('Stop'),
  restart: t('Restart'),
  reload: t('Reload'),
  enable: t('Enable'),
  disable: t('Disable'),
  mask: t('Mask'),
  unmask: t('Unmask'),
};

const title = (id: string): string => titles[id] ?? id;
