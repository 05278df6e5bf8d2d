import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Feature } from '../feature.ts';
import { t } from '../localize.ts';
import { targetOf } from '../machine/target.ts';
import { runInTerminal } from '../machine/terminal.ts';
import type { Target } from '../systemd/actions.ts';
import { runOnce } from '../systemd/run-once.ts';
import { confirmErrors } from './confirm-errors.ts';
import { installUnit, pickWay, type WayId } from './install-unit.ts';

/** From a file in a folder to a unit that a manager knows, each way with what it means. */
export const installCommands: Feature = (services) =>
  vscode.Disposable.from(
    vscode.commands.registerCommand('systemdUnits.install', async (argument?: unknown, wanted?: WayId) => {
      const target = await targetOf(argument, { ...services, takesTemplate: true });
      const way = target && (wanted ?? (await pickWay(target, t('Install {0}', target.name))));
      if (!target || !way) return undefined;
      if (way === 'once') return once(target);
      const done = await installUnit(target, { managers: services.managers, way });
      // What one installs for stands above the file by now.
      if (done?.code === 0) vscode.window.setStatusBarMessage(t('{0} is installed.', target.name), 5_000);
      return done?.code;
    }),
    vscode.commands.registerCommand('systemdUnits.runOnce', async (argument?: unknown) => {
      const target = await targetOf(argument, services);
      return target && once(target);
    }),
  );

async function once(target: Target): Promise<number | undefined> {
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.fsPath === target.path);
  const text = open?.getText() ?? readFileSync(target.path, 'utf8');
  const command =
    target.kind === 'service'
      ? runOnce({ ...target, text })
      : { refusal: t('Only a service is run by itself. Install {0}, or run the service it starts.', target.name) };
  if ('refusal' in command) {
    vscode.window.showWarningMessage(command.refusal);
    return undefined;
  }
  if (!(await confirmErrors(target, t('Run Anyway')))) return undefined;
  return runInTerminal({ label: t('run once {0}', target.name), command, lasting: true });
}
