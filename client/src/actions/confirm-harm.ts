import { t } from '../localize.ts';
import type { Target } from '../systemd/actions.ts';
import { isCritical } from '../systemd/enable-plan.ts';
import { enableQuestion } from './enable-question.ts';
import { confirm, type Question } from './question.ts';

/** Questions come before harm only; true: go on. */
export async function confirmHarm(id: string, targets: readonly Target[]): Promise<boolean> {
  const question = await questionFor(id, targets);
  return question === undefined || (await confirm(question));
}

async function questionFor(id: string, targets: readonly Target[]): Promise<Question | undefined> {
  const [first] = targets;
  if (!first) return undefined;
  const names = targets.map(({ name }) => name);
  if (names.length > 1) {
    if (!(id in titles)) return undefined;
    const text = t('{0} these {1} units?', title(id), names.length);
    return { text, detail: names.join('\n'), accept: t('{0} All', title(id)) };
  }
  if (id === 'mask') {
    return {
      text: t('Mask {0}?', first.name),
      detail: t('Nothing can start it any more, not even units that need it, until it is unmasked.'),
      accept: title(id),
    };
  }
  if ((id === 'stop' || id === 'restart' || id === 'disable') && first.manager === 'system' && isCritical(first.name)) {
    return {
      text: t('{0} {1}?', title(id), first.name),
      detail: t('This machine needs it: you may lose the connection or your session.'),
      accept: title(id),
    };
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
