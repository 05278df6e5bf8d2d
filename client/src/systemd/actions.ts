import { analyze, type Command, journalctl, systemctl } from './command.ts';
import type { Manager, UnitKind } from './unit-of-file.ts';

export interface Target {
  readonly name: string;
  readonly kind: UnitKind;
  readonly manager: Manager;
  /** The file the action was asked for. */
  readonly path: string;
}

/** One thing to do with the unit being edited; the command `systemdUnits.ID` of the manifest. */
export interface Action {
  readonly id: string;
  /** The manager has to know the unit first: a file in a workspace is offered to be linked. */
  readonly installed?: true;
  /** A template means something here by itself, and so needs no instance. */
  readonly takesTemplate?: true;
  /** Runs until it is stopped, so it has a terminal of its own. */
  readonly lasting?: true;
  command(target: Target): Command;
}

const verb = (
  id: string,
  words: readonly string[],
  traits: Pick<Action, 'installed' | 'takesTemplate'> = {},
): Action => ({
  id,
  ...traits,
  command: ({ manager, name }) => systemctl(manager, words, [name]),
});

const journal = (id: string, options: readonly string[], traits: Pick<Action, 'lasting'> = {}): Action => ({
  id,
  ...traits,
  command: ({ manager, name }) => journalctl(manager, name, options),
});

/** systemd-analyze takes the unit's own file and finds drop-ins beside it by itself. */
function fragmentOf({ name, path }: Target): string {
  const folder = path.slice(0, path.lastIndexOf('/'));
  return folder.endsWith(`/${name}.d`) ? folder.slice(0, -'.d'.length) : path;
}

export const actions: readonly Action[] = [
  verb('start', ['start'], { installed: true }),
  verb('stop', ['stop']),
  verb('restart', ['restart'], { installed: true }),
  verb('reload', ['reload'], { installed: true }),
  verb('status', ['status', '--no-pager', '--full']),
  verb('enable', ['enable'], { installed: true, takesTemplate: true }),
  verb('disable', ['disable'], { takesTemplate: true }),
  verb('mask', ['mask'], { takesTemplate: true }),
  verb('unmask', ['unmask'], { takesTemplate: true }),
  verb('cat', ['cat', '--no-pager'], { takesTemplate: true }),
  verb('listDependencies', ['list-dependencies', '--no-pager']),
  {
    id: 'listUnits',
    takesTemplate: true,
    command: ({ manager, kind }) => systemctl(manager, ['list-units', '--no-pager', '--all', `--type=${kind}`]),
  },
  { id: 'verify', takesTemplate: true, command: (target) => analyze(target.manager, ['verify'], [fragmentOf(target)]) },
  journal('journal', ['--no-pager', '--lines=100']),
  journal('journalFollow', ['--follow', '--lines=20'], { lasting: true }),
  journal('journalThisBoot', ['--boot', '--pager-end']),
];

/** The one action that is about the manager and no unit. */
export const daemonReload = (manager: Manager): Command => systemctl(manager, ['daemon-reload']);

/** Makes files outside systemd's folders known to it, as symbolic links: edits stay where they are made. */
export const link = (manager: Manager, paths: readonly string[]): Command => systemctl(manager, ['link'], paths);
