import { parseUnitName } from '../../../server/src/index.ts';
import { actions, daemonReload } from './actions.ts';
import type { Command } from './command.ts';
import type { Manager } from './unit-of-file.ts';

/** What `"type": "systemd"` takes in tasks.json: an action on a unit, or a command line of our own. */
export interface TaskDefinition {
  readonly type: string;
  readonly action?: string;
  readonly unit?: string;
  readonly scope?: Manager;
  readonly program?: string;
  readonly args?: readonly string[];
}

/** Actions that need the unit's name only. */
export const taskActions = [
  'start',
  'stop',
  'restart',
  'reload',
  'status',
  'enable',
  'disable',
  'cat',
  'journal',
  'journalFollow',
];

const programs: readonly string[] = ['systemctl', 'journalctl', 'systemd-analyze'] satisfies Command['program'][];

/** The command of a task; undefined for a definition that systemd would have no use for. */
export function taskCommand({ action, unit, scope, program, args }: TaskDefinition): Command | undefined {
  const manager = scope === 'user' ? 'user' : 'system';
  if (action === 'daemon-reload') return daemonReload(manager);
  if (action !== undefined) {
    const name = parseUnitName(unit ?? '');
    const found = taskActions.includes(action) ? actions.find(({ id }) => id === action) : undefined;
    return name && found?.command({ name: name.text, kind: name.kind, manager, path: '' });
  }
  if (!program || !programs.includes(program) || !args?.every((word) => typeof word === 'string')) return undefined;
  return { program: program as Command['program'], args };
}

export const taskName = ({ action, unit, scope, program, args }: TaskDefinition): string =>
  action
    ? [action, unit, scope === 'user' ? '(user)' : ''].filter(Boolean).join(' ')
    : [program, ...(args ?? [])].join(' ');
