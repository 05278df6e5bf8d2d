import * as vscode from 'vscode';
import type { Feature } from '../feature.ts';
import { type Action, actions } from '../operate/actions.ts';
import { agreesToErrors } from './errors-first.ts';
import { ensureInstalled } from './installed.ts';
import type { ManagerChoice } from './manager.ts';
import { targetOf } from './target.ts';
import { mayRun, runInTerminal } from './terminal.ts';

/** `systemdUnits.start` and its like: each runs one command line for the unit being edited. */
export const actionCommands: Feature = ({ managers }) =>
  vscode.Disposable.from(
    ...actions.map((action) =>
      vscode.commands.registerCommand(`systemdUnits.${action.id}`, (argument?: unknown) =>
        perform(action, argument, managers),
      ),
    ),
  );

/** Settles with the exit code of the command, or undefined when it was not run. */
async function perform(action: Action, argument: unknown, managers: ManagerChoice): Promise<number | undefined> {
  const target = await targetOf(argument, { managers, takesTemplate: action.takesTemplate });
  if (!target) return undefined;
  const command = action.command(target);
  if (action.installed && !((await mayRun(command)) && (await ensureInstalled(target)))) return undefined;
  if (action.installed && !(await agreesToErrors(target, 'Go On Anyway'))) return undefined;
  return runInTerminal({ label: `${action.id} ${target.name}`, command, lasting: action.lasting });
}
