/** An entry of the journal, as `journalctl --output=json` prints it. */
export interface JournalEntry {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** What the program that wrote it is called. */
  readonly name: string;
  readonly message: string;
  /** The text of a field; empty where the entry is without it. */
  field(name: string): string;
}

/** Text of bytes, which a field has that is not UTF-8 or holds control characters. */
type Decode = (bytes: readonly number[]) => string;

/** Reads a line; undefined for what is not an entry. */
export function parseJournalEntry(line: string, decode: Decode): JournalEntry | undefined {
  const entry = objectOf(line);
  if (!entry) return undefined;
  const field = (name: string): string => textOf(entry[name], decode);
  return {
    time: Math.floor(Number(field('__REALTIME_TIMESTAMP')) / 1000),
    name: field('SYSLOG_IDENTIFIER') || field('_COMM') || 'unknown',
    message: field('MESSAGE'),
    field,
  };
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
function textOf(field: unknown, decode: Decode): string {
  if (typeof field === 'string') return field;
  if (!Array.isArray(field)) return '';
  if (field.every((byte) => typeof byte === 'number')) return decode(field);
  return field.map((each) => textOf(each, decode)).join('\n');
}
