import { t } from '../localize.ts';
import { type Argv, type Command, systemctl } from './command.ts';

/** The machine and the privileges that commands run with, from the settings of the same names. */
export interface ExecutionTarget {
  /** `polkit`: systemctl asks for a password itself. */
  readonly privileges: 'polkit' | 'sudo' | 'run0' | 'pkexec';
  /** Empty: this machine. */
  readonly host: string;
  /** Empty: no container. */
  readonly machine: string;
  /** Runs as root anyway. */
  readonly root: boolean;
}

/** `user@host:port/container` of systemctl(1); a dash in front would be an option of ssh. */
const HOST = /^(?:[\w.-]+@)?[A-Za-z0-9_[][\w.:[\]-]*(?:\/[\w.-]+)?$/;
const MACHINE = /^(?:[A-Za-z0-9_][\w.-]*@)?[A-Za-z0-9_.][\w.-]*$/;

const changing = new Set([
  ...['start', 'stop', 'restart', 'try-restart', 'reload', 'reload-or-restart', 'isolate', 'kill', 'clean'],
  ...['enable', 'disable', 'reenable', 'preset', 'mask', 'unmask', 'link', 'revert', 'set-property', 'set-default'],
  ...['daemon-reload', 'daemon-reexec', 'reset-failed'],
]);

/** Of each program the verbs for which it needs rights; what it does not know it asks polkit itself. */
const changesOf: Partial<Readonly<Record<Command['program'], ReadonlySet<string>>>> = {
  systemctl: changing,
  networkctl: new Set(['reload', 'reconfigure', 'edit']),
  machinectl: new Set(['start', 'poweroff', 'shell']),
};

/**
 * Whether the command needs root or the consent of polkit, or enters a container, whose
 * managers answer only to root of this machine.
 */
function needsRights({ program, args }: Command, machine: string): boolean {
  if (machine !== '' && args.includes(`--machine=${machine}`)) return true;
  if (args.includes('--user')) return false;
  if (program === 'systemd-run') return true;
  if (touchesFiles(program)) return !args.at(-1)!.startsWith(process.env.HOME ?? '/nowhere');
  return changesOf[program]?.has(verbOf(args)) ?? false;
}

const touchesFiles = (program: Command['program']): boolean => ['install', 'ln', 'rm'].includes(program);

const verbOf = (args: readonly string[]): string => args.find((word) => !word.startsWith('-')) ?? '';

/** The command line for the target, or a message why it cannot be run there. */
export function resolve(command: Command, target: ExecutionTarget): Argv | { readonly refusal: string } {
  const { host, machine } = target;
  if (host !== '' && !HOST.test(host)) return { refusal: t('"{0}" in systemdUnits.host is not USER@HOST:PORT.', host) };
  if (machine !== '' && !MACHINE.test(machine)) {
    return { refusal: t('"{0}" in systemdUnits.machine is not a valid name for a container.', machine) };
  }
  if (host === '' && machine === '') return elevate(command, target);
  if (isLocal(command)) return elevate(command, target);
  if (touchesFiles(command.program)) {
    return {
      refusal: t(
        'systemd Units does not change files on another machine. Open the folder there (Remote - SSH), or link the file by hand.',
      ),
    };
  }
  if (command.program === 'networkctl' || command.program === 'udevadm') {
    return {
      refusal: t('{0} works on this machine alone. Open a folder there (Remote - SSH) to use it.', command.program),
    };
  }
  if (host !== '' && command.program === 'journalctl') {
    return {
      refusal: t('journalctl cannot read the journal of another host. Open a folder there (Remote - SSH) to see it.'),
    };
  }
  const options = [...(host ? [`--host=${host}`] : []), ...(machine ? [`--machine=${machine}`] : [])];
  const resolved = { ...command, args: [...options, ...command.args] };
  return host === '' ? elevate(resolved, target) : resolved;
}

/** Subcommands of systemd-analyze that only read files, and so run on this machine. */
const isLocal = ({ program, args }: Command): boolean =>
  program === 'systemd-analyze' &&
  (['verify', 'calendar', 'timespan', 'timestamp', 'condition', 'cat-config'].includes(verbOf(args)) ||
    args.includes('--offline=true'));

function elevate(command: Command, { privileges, root, machine }: ExecutionTarget): Argv {
  if (root || !needsRights(command, machine)) return command;
  const { program, args } = command;
  switch (privileges) {
    case 'sudo':
    case 'run0':
      return { program: privileges, args: ['--', program, ...args] };
    case 'pkexec':
      return { program: 'pkexec', args: [program, ...args] };
    default:
      // install(1) and rm(1) do not know polkit; systemctl and systemd-run ask it themselves.
      return touchesFiles(program) ? { program: 'pkexec', args: [program, ...args] } : command;
  }
}

/**
 * A command that needs the privilege to manage units and changes nothing: the root slice cannot fail. A failed `systemctl start`
 * exits with 1 both for missing privileges and for a failed unit; this tells them apart.
 */
export const rightsProbe: Command = systemctl('system', ['--no-ask-password', 'reset-failed'], ['-.slice']);

/** In the words of D-Bus and polkit: org.freedesktop.DBus.Error.InteractiveAuthorizationRequired, .AccessDenied. */
export const saysDenied = (stderr: string): boolean =>
  /authentication required|access denied|permission denied|not authorized/i.test(stderr);

/** Whether a command may have failed for lack of rights; pkexec ends with 126 and 127 when it is refused. */
export function canLackRights(command: Command, code: number | undefined, target: ExecutionTarget): boolean {
  const resolved = resolve(command, { ...target, root: true });
  if (target.root || target.host !== '' || code === 0 || code === undefined || 'refusal' in resolved) return false;
  return needsRights({ ...command, args: resolved.args }, target.machine);
}

export const isRefusal = (code: number | undefined): boolean => code === 4 || code === 126 || code === 127;
