import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { parse, readWords } from '../../../server/src/index.ts';
import { t } from '../localize.ts';
import { type Command, scope } from '../systemd/command.ts';
import type { Manager, Target } from '../systemd/unit-of-file.ts';

import { unitFeature } from './on-unit.ts';
import type { Plan } from './run-action.ts';

/** Runs a service from its file, without installing it. */
export const runOnceCommand = unitFeature({
  runOnce: {
    title: t('Run Once Without Installing'),
    detail: t('Under a separate name, which is gone when the service has ended.'),
    when: 'applicable',
    menus: { unit: '1_run@7', row: '1_run@2' },
    needs: ['trusted', 'systemd', 'withoutErrors'],
    lasting: true,
    probe: ({ manager }) => ({ program: 'systemd-run', args: manager === 'user' ? ['--user'] : [] }),
    plan: planOnce,
  },
});

function planOnce(target: Target): Plan | { readonly refusal: string } {
  if (target.kind !== 'service') {
    return { refusal: t('Only a service can be run once. Install {0}, or run the service it starts.', target.name) };
  }
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.fsPath === target.path);
  const command = runOnce({ ...target, text: open?.getText() ?? readFileSync(target.path, 'utf8') });
  return 'refusal' in command ? command : { commands: [command] };
}

/** Sections whose assignments systemd-run takes as `--property=`. */
const sections = ['Unit', 'Service'];

export interface RunOnce {
  readonly name: string;
  readonly manager: Manager;
  /** The text of the service's file. */
  readonly text: string;
}

/**
 * The service of a file as a transient unit, gone when it has ended: nothing is installed.
 * @returns the systemd-run command, or in a sentence why there is none
 */
export function runOnce({ name, manager, text }: RunOnce): Command | { readonly refusal: string } {
  const assignments = parse(text)
    .sections.filter((section) => sections.includes(section.name))
    .flatMap((section) => section.assignments);
  const starts = assignments.filter(({ key, value }) => key === 'ExecStart' && value.text.trim() !== '');
  if (starts.length !== 1) {
    return {
      refusal: t('systemd-run takes one ExecStart=, and {0} has {1}. Link the file instead.', name, starts.length),
    };
  }
  const words = readWords(starts[0]!.value.text, { unquote: true, cunescape: true, relax: true }).words;
  const line = words.map((word) => word.text);
  if (/^[-@:+!|]/.test(line[0] ?? '') || line.some((word) => word.replaceAll('%%', '').includes('%') || word === ';')) {
    return {
      refusal: t(
        'systemd-run does not support prefixes and specifiers in ExecStart=, which {0} uses. Link the file instead.',
        name,
      ),
    };
  }
  const properties = assignments
    .filter(({ key }) => key !== 'ExecStart')
    .map(({ key, value }) => `--property=${key}=${value.text}`);
  const options = [`--unit=${onceName(name)}`, '--collect', '--wait', '--pipe', ...properties];
  return {
    program: 'systemd-run',
    args: [...scope(manager), ...options, '--', ...line.map((word) => word.replaceAll('%%', '%'))],
  };
}

/** A separate name, so that it does not conflict with the unit once that is installed. */
export const onceName = (name: string): string => name.replace(/(@.*)?\.service$/, '-once$1.service');
