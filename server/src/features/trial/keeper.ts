import type { Manager } from '../../schema/file-identity.ts';
import { base64 } from '../../text/base64.ts';
import { keeperName, trialName } from './trial-plan.ts';

/** Where the machine has programs; absolute paths. */
export interface TrialPrograms {
  readonly install: string;
  readonly systemctl: string;
  readonly rm: string;
  readonly sleep: string;
}

export interface Kept {
  /** Hexadecimal digits that no other trial has. */
  readonly id: string;
  readonly unit: string;
  readonly manager: Manager;
  /** What the unit file of the trial says. */
  readonly text: string;
  /** The folder from which the manager reads units until the next boot. */
  readonly folder: string;
  /** Seconds after which the trial ends, whatever becomes of who began it. */
  readonly seconds: number;
  /** Kinds of directories for `systemctl clean` that were not there before the trial. */
  readonly clean: readonly string[];
}

/** A command line without its program. */
type Args = readonly string[];

const scopeOf = (manager: Manager): string[] => (manager === 'user' ? ['--user'] : []);

/**
 * Begins a trial by one command: a transient service, the keeper, writes the unit file (its text comes as standard input, so no
 * file of ours is needed), starts the trial, and takes all of it back when it ends. It ends when it is stopped, and by itself
 * after a time: nothing is left behind by an editor that was killed, nor by a machine that lost its power, as all of it
 * lies below /run. A unit of a name that the manager never heard of needs no daemon-reload, and leaves none to be done.
 */
export function beginArgs({ id, unit, manager, text, folder, seconds, clean }: Kept, programs: TrialPrograms): Args {
  const name = trialName(id, unit);
  const file = `${folder}/${name}`;
  const command = (program: keyof TrialPrograms, ...args: string[]): string =>
    [programs[program], ...args].map(quoted).join(' ');
  const systemctl = (...args: string[]): string => command('systemctl', ...scopeOf(manager), ...args);
  const steps: [string, string][] = [
    ['ExecStartPre', command('install', '-D', '--mode=644', '/dev/stdin', file)],
    ['ExecStartPost', `-${systemctl('--no-block', 'start', '--', name)}`],
    ['ExecStopPost', `-${systemctl('stop', '--', name)}`],
    ['ExecStopPost', `-${systemctl('kill', '--signal=SIGKILL', '--', name)}`],
    ['ExecStopPost', `-${systemctl('reset-failed', '--', name)}`],
    ...(clean.length > 0
      ? [['ExecStopPost', `-${systemctl('clean', `--what=${clean.join(',')}`, '--', name)}`] as [string, string]]
      : []),
    ['ExecStopPost', `-${command('rm', '-f', '--', file)}`],
  ];
  const properties = [
    ...['Type=exec', 'StandardInput=data', `StandardInputData=${base64(text)}`, 'StandardOutput=null'],
    // A unit that another one names is not forgotten when it has ended, so that the manager can be asked how.
    ...[
      'StandardError=null',
      'TimeoutStopSec=5min',
      `Before=${quoted(name)}`,
      ...steps.map(([key, value]) => `${key}=${value}`),
    ],
  ];
  return [
    ...scopeOf(manager),
    ...['--quiet', '--collect', `--unit=${keeperName(id)}`, `--description=Ends the trial of ${unit}`],
    ...properties.map((property) => `--property=${property}`),
    ...['--', programs.sleep, String(seconds)],
  ];
}

/** Ends it: the keeper takes back what it has made. */
export const endArgs = ({ id, manager }: Pick<Kept, 'id' | 'manager'>): Args => [
  ...scopeOf(manager),
  ...['stop', '--', keeperName(id)],
];

/** As systemd splits a command line: names of units hold backslashes. */
const quoted = (word: string): string => (/^[\w@:=,./-]+$/.test(word) ? word : `"${word.replace(/[\\"]/g, '\\$&')}"`);
