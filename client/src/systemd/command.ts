import type { Manager } from './unit-of-file.ts';

/** A program and its arguments, run as they stand: no shell ever sees them. */
export interface Argv {
  readonly program: string;
  readonly args: readonly string[];
}

/** What is to be said to systemd, before it is known with which rights and on which machine. */
export interface Command extends Argv {
  readonly program: 'systemctl' | 'journalctl' | 'systemd-analyze' | 'systemd-run' | 'install' | 'ln' | 'rm';
}

export const scope = (manager: Manager): string[] => (manager === 'user' ? ['--user'] : []);

/** `operands` go behind `--`, so that a unit called `-h.service` is not an option. */
const toManager =
  (program: Command['program']) =>
  (manager: Manager, verb: readonly string[], operands: readonly string[] = []): Command => {
    const args = [...scope(manager), ...verb];
    return { program, args: operands.length > 0 ? [...args, '--', ...operands] : args };
  };

export const systemctl = toManager('systemctl');

export const analyze = toManager('systemd-analyze');

/** `--unit=` in one word for the same reason. Without `--user`, journalctl finds user units in every journal it may read. */
export function journalctl(manager: Manager, unit: string, options: readonly string[]): Command {
  const selector = manager === 'user' ? `--user-unit=${unit}` : `--unit=${unit}`;
  return { program: 'journalctl', args: [...options, selector] };
}

/** The one command that is about the manager and no unit. */
export const daemonReload = (manager: Manager): Command => systemctl(manager, ['daemon-reload']);

/** Makes files outside systemd's folders known to it, as symbolic links: edits stay where they are made. */
export const link = (manager: Manager, paths: readonly string[]): Command => systemctl(manager, ['link'], paths);

/** For display only: what one would type to the same effect. */
export function commandLine({ program, args }: Argv): string {
  return [program, ...args.map(quote)].join(' ');
}

const quote = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** VS Code replaces `${…}` in the arguments of a task, and has no way to write one that stays. */
export const hasTaskVariable = ({ args }: Argv): boolean => args.some((word) => word.includes('${'));
