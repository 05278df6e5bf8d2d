import { readCommandLine } from '../values/exec/command-line.ts';
import type { JudgedAssignment } from './judged-file.ts';
import type { LoadedUnit } from './loaded-unit.ts';

/** Since this version a service without Type= that uses credentials is of Type=exec. */
const CREDENTIALS_MEAN_EXEC = 257;

const CREDENTIALS = [
  'LoadCredential',
  'LoadCredentialEncrypted',
  'SetCredential',
  'SetCredentialEncrypted',
  'ImportCredential',
];

/** The type a service has: its own, else the one systemd works out (`service_add_extras()`, src/core/service.c). */
export function serviceType(unit: LoadedUnit): string {
  const own = unit.value('Service', 'Type');
  if (own !== undefined) return own;
  if (unit.last('Service', 'BusName')) return 'dbus';
  if (unit.version >= CREDENTIALS_MEAN_EXEC && usesCredentials(unit)) return 'exec';
  return hasCommand(unit, 'ExecStart') ? 'simple' : 'oneshot';
}

export const usesCredentials = (unit: LoadedUnit): boolean => CREDENTIALS.some((key) => unit.last('Service', key));

/** Whether a list has a command; `;` alone is none. */
export const hasCommand = (unit: LoadedUnit, key: string): boolean => commandsOf(unit, key).length > 0;

/** One command of an `Exec*=` line. */
export interface Command {
  readonly assignment: JudgedAssignment;
  /** Offsets of the command in the value's text. */
  readonly start: number;
  readonly end: number;
}

/** The commands of a list in force; one assignment may hold several, apart by a semicolon between blanks. */
export function commandsOf(unit: LoadedUnit, key: string, section = 'Service'): Command[] {
  return unit.list(section, key).flatMap((assignment) => {
    const { commands } = readCommandLine(assignment.node.value.text, unit.version);
    return commands.map(({ start, end }) => ({ assignment, start, end }));
  });
}
