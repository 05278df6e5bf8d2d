import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
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
  if (names.length > 1) {
    return { text: `${title(id)} these ${names.length} units? ${names.join(', ')}`, accept: `${title(id)} All` };
  }
  if (!first) return undefined;
  if (id === 'mask') {
    const text = `Mask ${first.name}? Nothing can start it any more, not even units that need it, until it is unmasked.`;
    return { text, accept: 'Mask' };
  }
  if ((id === 'stop' || id === 'restart' || id === 'disable') && first.manager === 'system' && isCritical(first.name)) {
    const text = `${title(id)} ${first.name}? This machine needs it: you may lose the connection or your session.`;
    return { text, accept: title(id) };
  }
  return id === 'enable' ? enableQuestion(first) : undefined;
}

const title = (id: string): string => id[0]!.toUpperCase() + id.slice(1);

/** Says what enabling will do; nothing when the file cannot be read, and systemctl says it itself. */
function enableQuestion({ name, path, manager }: Target): Question | undefined {
  const text = readIfThere(path);
  if (text === undefined || path.includes('.d/')) return undefined;
  const { links, also } = enablePlan(name, text, manager);
  if (links.length === 0 && also.length === 0) {
    return {
      text: `${name} has no [Install] section that says what starts it, so enabling does nothing. Add WantedBy=, or let another unit start it.`,
      accept: 'Enable Anyway',
    };
  }
  const more = also.length > 0 ? ` Also= enables ${also.join(' and ')} with it.` : '';
  return { text: `Enabling ${name} makes ${links.join(', ') || 'no link of its own'}.${more}`, accept: 'Enable' };
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
