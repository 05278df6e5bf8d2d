import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { t } from '../localize.ts';
import type { Target } from '../operate/actions.ts';
import { enablePlan, isCritical } from '../operate/enable.ts';

/** Questions come before harm, and before what is not seen otherwise; true: go on. */
export async function agrees(id: string, targets: readonly Target[]): Promise<boolean> {
  const question = questionFor(id, targets);
  if (!question) return true;
  const { text, accept } = question;
  return (await vscode.window.showWarningMessage(text, accept)) === accept;
}

interface Question {
  readonly text: string;
  readonly accept: string;
}

function questionFor(id: string, targets: readonly Target[]): Question | undefined {
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

/** Says what enabling will do; nothing when the file cannot be read, and systemctl says it itself. */
function enableQuestion({ name, path, manager }: Target): Question | undefined {
  const text = readIfThere(path);
  if (text === undefined || path.includes('.d/')) return undefined;
  const { links, also } = enablePlan(name, text, manager);
  if (links.length === 0 && also.length === 0) {
    return {
      text: t(
        '{0} has no [Install] section that says what starts it, so enabling does nothing. Add WantedBy=, or let another unit start it.',
        name,
      ),
      accept: t('Enable Anyway'),
    };
  }
  const made = t('Enabling {0} makes {1}.', name, links.join(', ') || t('no link of its own'));
  const more = also.length > 0 ? [t('Also= enables {0} with it.', also.join(', '))] : [];
  return { text: [made, ...more].join(' '), accept: title('enable') };
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
