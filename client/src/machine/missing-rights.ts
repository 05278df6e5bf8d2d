import * as vscode from 'vscode';
import { t } from '../localize.ts';
import { setting } from '../settings.ts';
import { type Command, commandLine } from '../systemd/command.ts';
import { canLackRights, isRefusal, rightsProbe, saysDenied } from '../systemd/execution-target.ts';
import { isInstalled, run } from './process.ts';
import { executionTarget } from './query.ts';

const ways = ['sudo', 'run0', 'pkexec'] as const;

interface Choice extends vscode.QuickPickItem {
  readonly way: (typeof ways)[number] | undefined;
}

/** Whether a command failed for lack of privileges, not because of its unit. */
export async function lacksRights(command: Command, code: number | undefined): Promise<boolean> {
  if (!canLackRights(command, code, executionTarget())) return false;
  return isRefusal(code) || (setting('privileges') === 'polkit' && saysDenied((await run(rightsProbe)).stderr));
}

/** Offers the ways to root privileges that this machine has. Resolves to true if one was chosen. */
export async function offerRights(command: Command): Promise<boolean> {
  const current = setting('privileges');
  const choices = ways
    .filter((way) => way !== current && isInstalled(way))
    .map((way): Choice => ({ label: t('Run with {0}', way), detail: t('Also sets systemdUnits.privileges'), way }));
  const user: Choice = {
    label: t('Run the unit with my user manager…'),
    detail: t('systemctl --user needs no root privileges.'),
    way: undefined,
  };
  const refused = t(
    '{0} was refused: the system manager accepts such commands only from root here.',
    commandLine(command),
  );
  // A list waits for an answer; a notification disappears.
  const options = { title: t('Root Privileges Needed'), placeHolder: refused, ignoreFocusOut: true };
  const answer = await vscode.window.showQuickPick([...choices, user], options);
  if (answer === user) await vscode.commands.executeCommand('systemdUnits.chooseManager');
  const way = answer?.way;
  if (!way) return false;
  await vscode.workspace.getConfiguration('systemdUnits').update('privileges', way, vscode.ConfigurationTarget.Global);
  return true;
}
