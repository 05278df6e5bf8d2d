import type { Manager } from './unit-of-file.ts';

/** A program and its arguments, run without a shell. */
export interface Argv {
  readonly program: string;
  readonly args: readonly string[];
}

/** A command for systemd, before machine and privileges are resolved. */
export interface Command extends Argv {
  readonly program:
    | 'busctl'
    | 'systemctl'
    | 'journalctl'
    | 'systemd-analyze'
    | 'systemd-run'
    | 'podman'
    | 'networkctl'
    | 'machinectl'
    | 'udevadm'
    | 'install'
    | 'ln'
    | 'rm';
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

/** Reloads the manager itself. */
export const daemonReload = (manager: Manager): Command => systemctl(manager, ['daemon-reload']);

/** Links files outside of systemd's folders, so that edits stay in place. */
export const link = (manager: Manager, paths: readonly string[]): Command => systemctl(manager, ['link'], paths);

/** The command as one would type it, for display only. */
export function commandLine({ program, args }: Argv): string {
  return [program, ...args.map(quote)].join(' ');
}

const quote = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** VS Code replaces `${…}` in the arguments of a task, and has no way to escape it. */
export const hasTaskVariable = ({ args }: Argv): boolean => args.some((word) => word.includes('${'));
