/** One entry of the journal, as the view shows it. */
export interface Row {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** 0 emerg … 7 debug, see syslog(3). */
  readonly priority: number;
  /** `nginx[812]` */
  readonly source: string;
  readonly text: string;
}

/** In characters; longer messages, such as core dumps, are cut. */
const LONGEST_MESSAGE = 8_192;

/** Reads a line of `journalctl --output=json`; undefined for what is none. */
export function parseEntry(line: string): Row | undefined {
  const entry = parseObject(line);
  if (!entry) return undefined;
  const pid = text(entry._PID);
  const name = text(entry.SYSLOG_IDENTIFIER) || text(entry._COMM) || 'unknown';
  const priority = Number.parseInt(text(entry.PRIORITY), 10);
  return {
    time: Math.floor(Number(text(entry.__REALTIME_TIMESTAMP)) / 1000),
    priority: priority >= 0 && priority <= 7 ? priority : 6,
    source: pid ? `${name}[${pid}]` : name,
    text: text(entry.MESSAGE).slice(0, LONGEST_MESSAGE),
  };
}

function parseObject(line: string): Record<string, unknown> | undefined {
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
  if (field.every((byte) => typeof byte === 'number')) return new TextDecoder().decode(Uint8Array.from(field));
  return field.map(text).join('\n');
}
