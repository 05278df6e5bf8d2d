import { assignmentIn } from '../engine/judged-block.ts';
import type { Span } from '../text/span.ts';
import { since } from '../values/changes.ts';
import { readCommandLine } from '../values/exec/command-line.ts';
import { type LoadedUnit, memoizeRunInUnit } from './loaded-unit.ts';

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
  if (since(unit.version, 'a service with credentials is of Type=exec') && usesCredentials(unit)) return 'exec';
  return hasCommand(unit, 'ExecStart') ? 'simple' : 'oneshot';
}

export const usesCredentials = (unit: LoadedUnit): boolean => CREDENTIALS.some((key) => unit.last('Service', key));

/** Whether a list has a command; `;` alone is none. */
export const hasCommand = (unit: LoadedUnit, key: string): boolean =>
  unit.runs('Service', key).some((run) => commandsOf(run, unit).length > 0);

/** One command of an `Exec*=` line. */
export interface Command {
  /** Of its assignment in the block. */
  readonly index: number;
  /** Offsets of the command in the value's text. */
  readonly span: Span;
}

/** The commands of a run; one assignment may hold several, apart by a semicolon between blanks. */
export const commandsOf = memoizeRunInUnit(({ place, indexes }, { version }): readonly Command[] =>
  indexes.flatMap((index) =>
    readCommandLine(assignmentIn(place, index).value.text, version).commands.map(({ start, end }) => ({
      index,
      span: { start, end },
    })),
  ),
);
