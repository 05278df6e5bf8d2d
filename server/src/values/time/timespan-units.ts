import { since } from '../changes.ts';
/** A unit of time and every spelling systemd knows; systemd.time(7), src/basic/time-util.c. */
export interface TimeUnit {
  /** What `systemd-analyze timespan` prints. */
  readonly symbol: string;
  readonly spellings: readonly string[];
  /** Nanoseconds, so that one table serves TimerSlackNSec= too. */
  readonly nanoseconds: bigint;
  readonly singular: string;
}

const SECOND = 1_000_000_000n;

/** Longest first, as a span is printed. */
export const timeUnits: readonly TimeUnit[] = [
  unit('y', 31_557_600n * SECOND, 'year', ['years', 'year', 'y']),
  unit('month', 2_629_800n * SECOND, 'month', ['months', 'month', 'M']),
  unit('w', 604_800n * SECOND, 'week', ['weeks', 'week', 'w']),
  unit('d', 86_400n * SECOND, 'day', ['days', 'day', 'd']),
  unit('h', 3_600n * SECOND, 'hour', ['hours', 'hour', 'hr', 'h']),
  unit('min', 60n * SECOND, 'minute', ['minutes', 'minute', 'min', 'm']),
  unit('s', SECOND, 'second', ['seconds', 'second', 'sec', 's']),
  unit('ms', 1_000_000n, 'millisecond', ['msec', 'ms']),
  unit('us', 1_000n, 'microsecond', ['usec', 'us', '\u00b5s', '\u03bcs']),
  unit('ns', 1n, 'nanosecond', ['nsec', 'ns']),
];

function unit(symbol: string, nanoseconds: bigint, singular: string, spellings: readonly string[]): TimeUnit {
  return { symbol, nanoseconds, singular, spellings };
}

export interface Spelling {
  readonly text: string;
  readonly unit: TimeUnit;
}

/** systemd takes the first spelling the text begins with; longer ones come first, so that `min` is not `m`. */
const spellings: readonly Spelling[] = timeUnits
  .flatMap((each) => each.spellings.map((text) => ({ text, unit: each })))
  .sort((a, b) => b.text.length - a.text.length);

/** The unit a text begins with at `at`. */
export function unitAt(
  text: string,
  at: number,
  {
    smallest,
    version = Number.POSITIVE_INFINITY,
  }: { readonly smallest: bigint; readonly version?: number | undefined },
): Spelling | undefined {
  const isKnown = (word: string): boolean => word !== GREEK || since(version, 'time spans in Greek microseconds');
  return spellings.find(
    ({ text: word, unit: { nanoseconds } }) => nanoseconds >= smallest && text.startsWith(word, at) && isKnown(word),
  );
}

const GREEK = '\u03bcs';

/** What people write and systemd does not know, with what it would be. */
export const misspelt: Readonly<Record<string, string>> = {
  mins: 'min',
  secs: 's',
  hrs: 'h',
  hs: 'h',
  yr: 'y',
  yrs: 'y',
  wk: 'w',
  wks: 'w',
  mo: 'month',
  mon: 'month',
  millis: 'ms',
  msecs: 'ms',
  usecs: 'us',
  milliseconds: 'ms',
  millisecond: 'ms',
  microseconds: 'us',
  microsecond: 'us',
  nanoseconds: 'ns',
  nanosecond: 'ns',
};
