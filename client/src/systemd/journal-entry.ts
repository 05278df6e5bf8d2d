import { parseJournalEntry } from '../../../server/src/index.ts';

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
  const entry = parseJournalEntry(line, (bytes) => new TextDecoder().decode(Uint8Array.from(bytes)));
  if (!entry) return undefined;
  const { name, time, message, field } = entry;
  const pid = field('_PID');
  const priority = Number.parseInt(field('PRIORITY'), 10);
  return {
    time,
    priority: priority >= 0 && priority <= 7 ? priority : 6,
    source: pid ? `${name}[${pid}]` : name,
    text: message.slice(0, LONGEST_MESSAGE),
  };
}
