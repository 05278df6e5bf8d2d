import * as vscode from 'vscode';
import { t } from '../localize.ts';
import { setting } from '../settings.ts';
import { type Argv, type Command, commandLine } from '../systemd/command.ts';
import { commandLog } from '../systemd/command-log.ts';
import { type ExecutionTarget, resolve } from '../systemd/execution-target.ts';
import { type Answer, DEFAULT_TIMEOUT, isBooted, isInstalled, type Limits, run } from './process.ts';

export const executionTarget = (): ExecutionTarget => ({
  privileges: setting('privileges'),
  host: setting('host'),
  machine: setting('machine'),
  root: process.getuid?.() === 0,
});

/** The command line for the machine and the privileges of the settings. A refusal is shown to the user. */
export const resolveCommand = (command: Command): Argv | { readonly refusal: string } =>
  resolve(command, executionTarget());

/** Runs a query in the background, without asking for more privileges. */
export async function query(command: Command, limits?: Limits): Promise<Answer> {
  if (!vscode.workspace.isTrusted) return { code: undefined, stdout: '', stderr: t('This workspace is not trusted.') };
  const argv = resolve(command, { ...executionTarget(), root: true });
  if ('refusal' in argv) return { code: undefined, stdout: '', stderr: argv.refusal };
  const begun = Date.now();
  const answer = await run(argv, limits);
  commandLog.asked(argv, { ...answer, milliseconds: Date.now() - begun });
  tellHung(argv, answer, limits);
  return answer;
}

const hanging = new Set<string>();

/** Warns when a program begins to hang, but only once while it does. */
function tellHung(argv: Argv, { failure }: Answer, { timeout = DEFAULT_TIMEOUT }: Limits = {}): void {
  const { program, args } = argv;
  // One manager may hang while the other answers.
  const who = args.includes('--user') ? `${program} --user` : program;
  if (failure !== 'hung') hanging.delete(who);
  else if (!hanging.has(who)) {
    hanging.add(who);
    const message = t(
      '{0} did not answer within {1} seconds and was stopped. It is tried again; the states of units may be out of date until it answers.',
      commandLine({ program, args: args.map((word) => (word.length > 40 ? `${word.slice(0, 20)}…` : word)) }),
      timeout / 1_000,
    );
    vscode.window.showWarningMessage(message);
  }
}

/** Why the state of units is unknown here; undefined if it can be queried. */
export type Obstacle = 'untrusted' | 'missing' | 'not-booted';

export async function obstacle(): Promise<Obstacle | undefined> {
  if (!vscode.workspace.isTrusted) return 'untrusted';
  if (!isInstalled('systemctl')) return 'missing';
  return isBooted() || setting('host') !== '' ? undefined : 'not-booted';
}
