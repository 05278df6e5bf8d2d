import * as vscode from 'vscode';
import type { Feature } from '../feature.ts';
import { t } from '../localize.ts';
import { isTargetHolder, type TargetOptions, targetOf } from '../machine/target.ts';
import { checkRunnable, runInTerminal } from '../machine/terminal.ts';
import { type Action, actions, type Target } from '../systemd/actions.ts';
import { confirmErrors } from './confirm-errors.ts';
import { confirmHarm } from './confirm-harm.ts';
import { ensureInstalled } from './install-unit.ts';

/** `systemdUnits.start` and its like: each runs one command line for the unit being edited, or those chosen in a view. */
export const actionCommands: Feature = ({ managers, tabs }) =>
  vscode.Disposable.from(
    ...actions.map((action) =>
      vscode.commands.registerCommand(`systemdUnits.${action.id}`, (argument?: unknown, selected?: unknown) => {
        const several = Array.isArray(selected) ? selected.filter(isTargetHolder).map(({ target }) => target) : [];
        return several.length > 1 ? performAll(action, several) : perform(action, argument, { managers, tabs });
      }),
    ),
  );

/** Settles with the exit code of the command, or undefined when it was not run. */
async function perform(action: Action, argument: unknown, options: TargetOptions): Promise<number | undefined> {
  const asked = await targetOf(argument, { ...options, takesTemplate: action.takesTemplate });
  if (!asked || (await checkRunnable(action.command(asked))) === undefined) return undefined;
  const target = action.installed ? await ensureInstalled(asked, options.managers) : asked;
  if (!target || (action.installed && !(await confirmErrors(target, t('Go On Anyway'))))) return undefined;
  if (!(await confirmHarm(action.id, [target]))) return undefined;
  const command = action.command(target);
  return runInTerminal({ label: `${action.id} ${target.name}`, command, lasting: action.lasting });
}

/** Confirmed once with the list, and one command after the other: the first that fails ends it. */
async function performAll(action: Action, targets: readonly Target[]): Promise<number | undefined> {
  if (!(await confirmHarm(action.id, targets))) return undefined;
  for (const target of targets) {
    const command = action.command(target);
    const code = await runInTerminal({ label: `${action.id} ${target.name}`, command, lasting: action.lasting });
    if (code !== 0) return code;
  }
  return 0;
}
