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
  const entry = objectOf(line);
  if (!entry) return [];
  const unit = text(entry.UNIT) || text(entry.USER_UNIT);
  const name = text(entry.SYSLOG_IDENTIFIER) || text(entry._COMM) || 'unknown';
  return [
    {
      time: Math.floor(Number(text(entry.__REALTIME_TIMESTAMP)) / 1_000),
      source: name,
      text: text(entry.MESSAGE).slice(0, LONGEST),
      // A process that systemd has forked speaks for it until it becomes the program; its name is then in brackets.
      isOfManager: /^\(.*\)$/.test(name) || (unit !== '' && (name === 'systemd' || text(entry._COMM) === 'systemd')),
      invocation:
        text(entry.INVOCATION_ID) || text(entry.USER_INVOCATION_ID) || text(entry._SYSTEMD_INVOCATION_ID) || '',
    },
  ];
}

function objectOf(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** A field is a string, bytes when it is not UTF-8, null when it is too long, or a list of these when it was given twice. */
function text(field: unknown): string {
  if (typeof field === 'string') return field;
  if (!Array.isArray(field)) return '';
  if (field.every((byte) => typeof byte === 'number')) return fromBytes(field);
  return field.map(text).join('\n');
}

/** Bytes that are not UTF-8 become one character each. */
function fromBytes(bytes: readonly number[]): string {
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return bytes.map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : '\ufffd')).join('');
  }
}
