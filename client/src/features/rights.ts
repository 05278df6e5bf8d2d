import * as vscode from 'vscode';
import { isInstalled, run } from '../node/process.ts';
import { type Command, commandLine } from '../operate/command.ts';
import { isRefusal, mayLackRights, rightsProbe, saysDenied } from '../operate/where.ts';
import { setting } from '../settings.ts';
import { where } from './where.ts';

const ways = ['sudo', 'run0', 'pkexec'] as const;

/** Whether a command that ended so was refused, rather than its unit at fault. */
export async function lacksRights(command: Command, code: number | undefined): Promise<boolean> {
  if (!mayLackRights(command, code, where())) return false;
  return isRefusal(code) || (setting('privileges') === 'polkit' && saysDenied((await run(rightsProbe)).stderr));
}

/** Explains that root is needed, and offers the ways to it that this machine has; true: one was chosen, try again. */
export async function offerRights(command: Command): Promise<boolean> {
  const current = setting('privileges');
  const installed = await Promise.all(ways.map(async (way) => ((await isInstalled(way)) ? way : undefined)));
  const choices = installed.flatMap((way) => (way && way !== current ? [`Use ${way}`] : []));
  const remedy =
    choices.length > 0
      ? 'Run it with other rights, or give the unit to your user manager (systemctl --user), which needs none.'
      : 'Ask an administrator, or give the unit to your user manager (systemctl --user), which needs no rights.';
  const answer = await vscode.window.showWarningMessage(
    `${commandLine(command)} was refused: the system manager obeys only root here. ${remedy}`,
    ...choices,
    'User Manager…',
  );
  if (answer === 'User Manager…') await vscode.commands.executeCommand('systemdUnits.chooseManager');
  const way = ways.find((name) => answer === `Use ${name}`);
  if (!way) return false;
  await vscode.workspace.getConfiguration('systemdUnits').update('privileges', way, vscode.ConfigurationTarget.Global);
  return true;
}
