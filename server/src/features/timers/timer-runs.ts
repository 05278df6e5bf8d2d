import { memoize } from '../../text/memoize.ts';
import { formatCalendar } from '../../values/time/calendar-format.ts';
import { nextElapse } from '../../values/time/calendar-next.ts';
import type { CalendarSpec } from '../../values/time/calendar-spec.ts';

/** What is looked at: from a time up to another, in seconds since 1970, in a zone (the machine's own unless given). */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly zone?: string | undefined;
}

/** Times in order, at most so many. */
export interface Elapses {
  readonly times: readonly number[];
  /** There are more of them than that. */
  readonly goesOn: boolean;
}

/** The times at which any of the events elapses; systemd waits for the earliest of them (`timer_enter_waiting()`, src/core/timer.c). */
export function elapsesIn(
  specs: readonly CalendarSpec[],
  stretch: Stretch,
  most: number,
  known: KnownElapses = new Map(),
): Elapses {
  const each = specs.map((spec) => elapsesOf(spec, stretch, most, known));
  const all = [...new Set(each.flatMap(({ times }) => times))].sort((a, b) => a - b);
  // Beyond the last time of one that goes on, its own are missing.
  const ends = each.flatMap(({ times, goesOn }) => (goesOn ? [times.at(-1)!] : []));
  const end = Math.min(...ends);
  const times = all.filter((time) => time <= end).slice(0, most);
  return { times, goesOn: ends.length > 0 || times.length < all.length };
}

/** What was worked out for one timer holds for all with the same event. */
export type KnownElapses = Map<string, Elapses>;

function elapsesOf(spec: CalendarSpec, stretch: Stretch, most: number, known: KnownElapses): Elapses {
  const key = normalForm(spec).text;
  const found = known.get(key) ?? search(spec, stretch, most);
  known.set(key, found);
  return found;
}

const normalForm = memoize((spec: CalendarSpec) => ({ text: formatCalendar(spec) }));

function search(spec: CalendarSpec, { from, to, zone }: Stretch, most: number): Elapses {
  const times: number[] = [];
  let last = { time: from - 1, microsecond: 999_999 };
  for (;;) {
    const next = nextElapse(spec, last, zone);
    if (!next || next.time >= to) return { times, goesOn: false };
    if (times.length >= most) return { times, goesOn: true };
    if (times.at(-1) !== next.time) times.push(next.time);
    last = next;
  }
}
