import { type Command, journalctl } from './command.ts';
import type { Manager, Target } from './unit-of-file.ts';

/** How much of the journal is read before it is followed. */
const ranges = {
  recent: ['--lines=1000'],
  hour: ['--since=-1h', '--lines=all'],
  today: ['--since=today', '--lines=all'],
  boot: ['--boot', '--lines=all'],
  all: ['--lines=all'],
} as const;

/** Which lines of a unit's journal are wanted. */
export interface JournalQuery {
  /** One of those above, `between` two times, or an earlier boot: its 32 hexadecimal digits. */
  readonly range: string;
  /** Times as in systemd.time(7), or nothing; they count with `between`. */
  readonly since: string;
  readonly until: string;
  /** This priority of syslog(3) and more urgent ones. */
  readonly priority: number;
  /** Text, or an expression between slashes; empty for every line. */
  readonly grep: string;
}

export const recent: JournalQuery = { range: 'recent', since: '', until: '', priority: 7, grep: '' };

/** Validates a message of the webview. */
export function isQuery(value: unknown): value is JournalQuery {
  if (typeof value !== 'object' || value === null) return false;
  const { range, since, until, priority, grep } = value as Record<string, unknown>;
  return (
    [range, since, until, grep].every((text) => typeof text === 'string' && text.length <= 1_000) &&
    (Object.hasOwn(ranges, range as string) || range === 'between' || isBootId(range as string)) &&
    Number.isInteger(priority) &&
    (priority as number) >= 0 &&
    (priority as number) <= 7
  );
}

const isBootId = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);

/** An earlier boot and a range with an end do not grow. */
export const isFollowed = ({ range, until }: JournalQuery): boolean =>
  !isBootId(range) && (range !== 'between' || until === '');

const FIELDS = 'MESSAGE,PRIORITY,SYSLOG_IDENTIFIER,_COMM,_PID';

/** One JSON object a line, followed as the journal grows; see journalctl(1). */
export function journalJson(manager: Manager, unit: string, query: JournalQuery): Command {
  const { priority, grep } = query;
  return journalctl(manager, unit, [
    ...(isFollowed(query) ? ['--follow'] : []),
    ...['--no-pager', '--quiet', '--output=json', `--output-fields=${FIELDS}`],
    ...rangeOptions(query),
    ...(priority < 7 ? [`--priority=${priority}`] : []),
    ...(grep === '' ? [] : [`--grep=${pattern(grep)}`, '--case-sensitive=no']),
  ]);
}

function rangeOptions({ range, since, until }: JournalQuery): readonly string[] {
  if (Object.hasOwn(ranges, range)) return ranges[range as keyof typeof ranges];
  if (range !== 'between') return [`--boot=${range}`, '--lines=all'];
  return [...(since ? [`--since=${since}`] : []), ...(until ? [`--until=${until}`] : []), '--lines=all'];
}

/** Escapes text; `/…/` is a pattern already, as in the filter of the view. */
const pattern = (grep: string): string =>
  /^\/(.+)\/$/.exec(grep)?.[1] ?? grep.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

export interface Boot {
  /** 0 is the running boot, -1 the one before. */
  readonly offset: number;
  readonly id: string;
  readonly period: string;
}

export const listBoots: Command = { program: 'journalctl', args: ['--list-boots', '--no-pager'] };

/** Reads `journalctl --list-boots`, with or without its header line; the newest boot first. */
export function parseBoots(output: string): Boot[] {
  const boots = output.split('\n').flatMap((line) => {
    const match = /^\s*(-?\d+)\s+([0-9a-f]{32})\s+(.*\S)\s*$/.exec(line);
    return match ? [{ offset: Number(match[1]), id: match[2]!, period: match[3]! }] : [];
  });
  return boots.sort((a, b) => b.offset - a.offset);
}

/** `2026-01-31 18:00 – 20:15` of the times of its first and last line. */
export function bootTitle({ period }: Boot): string {
  const [first, last] = [...period.matchAll(/(\d{4}-\d\d-\d\d) (\d\d:\d\d)/g)];
  if (!first || !last) return period;
  return `${first[0]} – ${first[1] === last[1] ? last[2] : last[0]}`;
}

export const journalOfBoot = ({ manager, name }: Target, boot: Boot): Command =>
  journalctl(manager, name, [`--boot=${boot.id}`, '--pager-end']);

export const journalSince = ({ manager, name }: Target, since: string): Command =>
  journalctl(manager, name, [`--since=${since}`]);
