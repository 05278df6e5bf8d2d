import * as vscode from 'vscode';
import { t } from '../localize.ts';
import { type Argv, type Command, commandLine, hasTaskVariable } from '../systemd/command.ts';
import { commandLog } from '../systemd/command-log.ts';
import { lacksRights, offerRights } from './missing-rights.ts';
import { isBooted, isInstalled, ownFolder, programPath, userRuntime } from './process.ts';
import { executionTarget, resolveCommand } from './query.ts';

export interface Run {
  readonly label: string;
  readonly command: Command;
  /** Gets its own terminal, and is restarted if it is still running. */
  readonly lasting?: boolean | undefined;
}

/** Runs a command as a task in the integrated terminal; settles with its exit code, or undefined when it did not run. */
export async function runInTerminal(run: Run): Promise<number | undefined> {
  const argv = await checkRunnable(run.command);
  if (!argv) return undefined;
  const task = toTask(run, argv);
  await endSame(task);
  const begun = Date.now();
  const code = await finished(await vscode.tasks.executeTask(task));
  commandLog.ran(argv, { code, milliseconds: Date.now() - begun });
  if (code !== 0 && run.command.program === 'systemctl' && !isBooted() && executionTarget().host === '') sayNotBooted();
  else if ((await lacksRights(run.command, code)) && (await offerRights(run.command))) return runInTerminal(run);
  return code;
}

function sayNotBooted(): void {
  vscode.window.showWarningMessage(
    t(
      'systemd is installed but not running as the init of this machine, as in most containers, so no unit can be started here. Open the folder on a machine booted with systemd.',
    ),
  );
}

/**
 * Nothing is run in an untrusted workspace or without systemd; the user is told why.
 * @returns the command line for the machine and the privileges of the settings
 */
export const checkRunnable = async (command: Command): Promise<Argv | undefined> =>
  checkTrusted(commandLine(command)) ? checkInstalled(command) : undefined;

/** @param what the command, for the message */
export function checkTrusted(what: string): boolean {
  if (vscode.workspace.isTrusted) return true;
  const manage = t('Manage Workspace Trust');
  const message = t('This workspace is not trusted, so systemd Units runs nothing for it. {0} was not run.', what);
  vscode.window.showWarningMessage(message, manage).then((answer) => {
    if (answer === manage) vscode.commands.executeCommand('workbench.trust.manage');
  });
  return false;
}

/** The command line for the machine and the privileges of the settings. Undefined if it cannot be run; the user is told why. */
export function checkInstalled(command: Command): Argv | undefined {
  const argv = resolveCommand(command);
  const obstacle = 'refusal' in argv ? argv.refusal : obstacleTo(command, argv);
  if ('refusal' in argv || obstacle !== undefined) {
    vscode.window.showWarningMessage(obstacle!);
    return undefined;
  }
  return argv;
}

function obstacleTo(command: Command, { program }: Argv): string | undefined {
  if (!isInstalled(program)) {
    return program !== command.program
      ? t(
          '{0} is not installed on this machine. Choose another value for the setting systemdUnits.privileges.',
          program,
        )
      : t(
          '{0} is not installed on this machine, so units can be written and checked here but not run. To run units, open the folder on a Linux machine with systemd (Remote - SSH, WSL).',
          program,
        );
  }
  if (!hasTaskVariable(command)) return undefined;
  return t(
    'The name of this file or folder contains ${, which VS Code would replace in the command. Run it in a terminal: {0}',
    commandLine(command),
  );
}

function toTask({ label, lasting }: Run, command: Argv): vscode.Task {
  const definition = { type: 'systemd', program: command.program, args: [...command.args] };
  const program = programPath(command.program) ?? command.program;
  const execution = new vscode.ProcessExecution(program, [...command.args], { cwd: ownFolder, env: userRuntime() });
  const task = new vscode.Task(definition, vscode.TaskScope.Workspace, label, 'systemd', execution, matchers(command));
  task.detail = commandLine(command);
  task.presentationOptions = {
    reveal: vscode.TaskRevealKind.Always,
    panel: lasting ? vscode.TaskPanelKind.Dedicated : vscode.TaskPanelKind.Shared,
    echo: true,
    focus: false,
    clear: false,
    showReuseMessage: false,
  };
  return task;
}

/** What systemd-analyze verify finds is shown as problems too. */
const matchers = ({ args }: Argv): string[] =>
  args.includes('verify') ? ['$systemd-analyze', '$systemd-analyze-unit'] : [];

/** Ends a running task of the same definition: VS Code would ask what to do with it. */
async function endSame(task: vscode.Task): Promise<void> {
  const key = JSON.stringify(task.definition);
  const same = vscode.tasks.taskExecutions.find(({ task: other }) => JSON.stringify(other.definition) === key);
  if (!same) return;
  const ended = finished(same);
  same.terminate();
  await ended;
}

function finished(execution: vscode.TaskExecution): Promise<number | undefined> {
  return new Promise((resolve) => {
    const listener = vscode.Disposable.from(
      vscode.tasks.onDidEndTaskProcess((event) => {
        if (event.execution === execution) settle(event.exitCode);
      }),
      vscode.tasks.onDidEndTask((event) => {
        if (event.execution === execution) settle(undefined);
      }),
    );
    const settle = (code: number | undefined) => {
      listener.dispose();
      resolve(code);
    };
  });
}

/** Runs one command after the other; the first that fails ends it. */
export async function runAllInTerminal(label: string, commands: readonly Command[]): Promise<number | undefined> {
  for (const command of commands) {
    const code = await runInTerminal({ label, command });
    if (code !== 0) return code;
  }
  return 0;
}
