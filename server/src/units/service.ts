import { readWord } from '../syntax/words.ts';
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
  return unit.last('Service', 'ExecStart') ? 'simple' : 'oneshot';
}

export const usesCredentials = (unit: LoadedUnit): boolean => CREDENTIALS.some((key) => unit.last('Service', key));

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
    const { text } = assignment.node.value;
    return splitCommands(text).map((part) => ({ assignment, ...part }));
  });
}

/** systemd.service(5), "Command lines": a semicolon that is a word of its own ends a command. */
export function splitCommands(text: string): { start: number; end: number }[] {
  const commands: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | undefined;
  let at = 0;
  for (;;) {
    const { word, next } = readWord(text, at, { unquote: true, cunescape: true, unescapeRelax: true });
    if (!word) return commands;
    if (text.slice(word.start, word.end) === ';') open = undefined;
    else if (open) open.end = word.end;
    else {
      open = { start: word.start, end: word.end };
      commands.push(open);
    }
    at = next;
  }
}
