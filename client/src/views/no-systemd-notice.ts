import * as vscode from 'vscode';
import { feature } from '../feature.ts';
import { t } from '../localize.ts';

const SAID = 'saidNoSystemd';

const messages = {
  missing: t(
    'systemctl is not on this machine: units are written and checked here, and all that would run them is hidden. Open the folder on a Linux machine that runs systemd (Remote - SSH, WSL) to have it.',
  ),
  'not-booted': t(
    'systemd is installed but does not run this machine, as in most containers: units are written, checked and verified here, and all that would start them is hidden.',
  ),
} as const;

/** Where systemd does not run, what operates it hides itself, and says so once for each machine and reason. */
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
