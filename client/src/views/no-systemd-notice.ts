import * as vscode from 'vscode';
import { feature } from '../feature.ts';
import { t } from '../localize.ts';

const SAID = 'saidNoSystemd';

const messages = {
  missing: t(
    'systemctl is not installed on this machine. Units can be written and checked here; the commands that run them are hidden. To run units, open the folder on a Linux machine with systemd (Remote - SSH, WSL).',
  ),
  'not-booted': t(
    'systemd is installed but not running as the init of this machine, as in most containers. Units can be written, checked and verified here; the commands that start them are hidden.',
  ),
} as const;

/** Tells once for each machine and reason why the commands that operate systemd are hidden. */
export const noSystemdNotice = feature(({ states, context }) => {
  const update = () => {
    const { obstacle } = states;
    if (obstacle !== 'missing' && obstacle !== 'not-booted') return;
    const edited = vscode.window.visibleTextEditors.some(({ document }) => document.languageId === 'systemd');
    if (!edited || context.globalState.get(SAID) === obstacle) return;
    context.globalState.update(SAID, obstacle);
    vscode.window.showInformationMessage(messages[obstacle]);
  };
  return vscode.Disposable.from(states.onDidChange(update), vscode.window.onDidChangeVisibleTextEditors(update));
});
