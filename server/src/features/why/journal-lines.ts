import { parseJournalEntry } from './journal-entry.ts';

/** An entry of the journal, as far as it tells of a unit. */
export interface JournalLine {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** `systemd`, or what the program is called. */
  readonly source: string;
  readonly text: string;
  /** Whether systemd says it of the unit, rather than a process of the unit. */
  readonly isOfManager: boolean;
  /** Which run of the unit it belongs to; empty where none is told. */
  readonly invocation: string;
}

/** In characters: what is longer is cut. */
const LONGEST = 2_000;

/** Reads `journalctl --output=json`: an object a line; what is not one is left out. */
export const parseJournal = (output: string): JournalLine[] => output.split('\n').flatMap(parseLine);

function parseLine(line: string): JournalLine[] {
  const entry = parseJournalEntry(line, fromBytes);
  if (!entry) return [];
  const { name, time, message, field } = entry;
  const unit = field('UNIT') || field('USER_UNIT');
  return [
    {
      time,
      source: name,
      text: message.slice(0, LONGEST),
      // A process that systemd has forked speaks for it until it becomes the program; its name is then in brackets.
      isOfManager: /^\(.*\)$/.test(name) || (unit !== '' && (name === 'systemd' || field('_COMM') === 'systemd')),
      invocation: field('INVOCATION_ID') || field('USER_INVOCATION_ID') || field('_SYSTEMD_INVOCATION_ID'),
    },
  ];
}

/** Bytes that are not UTF-8 become one character each. */
function fromBytes(bytes: readonly number[]): string {
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return bytes.map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : '\ufffd')).join('');
  }
}
