import type { FieldName } from './calendar-normal.ts';
import { type CalendarSpec, LAST_YEAR, MICROSECONDS } from './calendar-spec.ts';
import { type Clock, createClock, type LocalTime, weekdayOf } from './clock.ts';

/** Local time with its microseconds. */
interface Moment extends LocalTime {
  readonly microsecond: number;
  /** The offset from UTC it was found with, which systemd (by tm_isdst) holds on to for one step. */
  readonly offset?: number;
}

/** A time: seconds since 1970, and the microseconds beyond. */
export interface Elapse {
  readonly time: number;
  readonly microsecond: number;
}

/** Why there is no time: the event is over, or systemd gives up looking for the next one ("Infinite loop in calendar calculation"). */
export type Ending = 'over' | 'given up';

/** systemd gives up on a spec that matches nothing for so long (MAX_CALENDAR_ITERATIONS). */
const MOST_STEPS = 1000;

/**
 * The first time after `after` at which a calendar event elapses, or undefined for never, as `calendar_spec_next_usec()`
 * of src/shared/calendarspec.c reckons it. `zone` is where local time is local: the machine's own unless given.
 */
export function nextElapse(spec: CalendarSpec, after: Elapse, zone?: string): Elapse | undefined {
  const found = searchElapse(spec, after, zone);
  return typeof found === 'string' ? undefined : found;
}

/** The same, or why there is none. */
export function searchElapse(spec: CalendarSpec, after: Elapse, zone?: string): Elapse | Ending {
  const clock = createClock(spec.zone ?? zone);
  const start =
    after.microsecond + 1 < MICROSECONDS
      ? { time: after.time, microsecond: after.microsecond + 1 }
      : { time: after.time + 1, microsecond: 0 };
  let now: Moment = { ...clock.local(start.time), microsecond: start.microsecond };
  for (let step = 0; step < MOST_STEPS; step++) {
    now = { ...clock.settle(now, now.offset), microsecond: now.microsecond };
    const outcome = advance(spec, now, clock);
    if (outcome === 'never') return 'over';
    now = outcome.moment;
    if (outcome.found) return { time: clock.time(now), microsecond: now.microsecond };
  }
  return 'given up';
}

/** The next `count` times; fewer where the event ends, and why it does. */
export function nextElapses(
  spec: CalendarSpec,
  after: Elapse,
  count: number,
  zone?: string,
): { readonly times: readonly Elapse[]; readonly ending: Ending | undefined } {
  const times: Elapse[] = [];
  for (let last = after; times.length < count; ) {
    const next = searchElapse(spec, last, zone);
    if (typeof next === 'string') return { times, ending: next };
    times.push(next);
    last = next;
  }
  return { times, ending: undefined };
}

type Outcome = { readonly moment: Moment; readonly found: boolean } | 'never';

/** Where each field starts again when a larger one moves on. */
const least = { month: 1, day: 1, hour: 0, minute: 0, second: 0, microsecond: 0 };

const resets = {
  year: least,
  month: { day: 1, hour: 0, minute: 0, second: 0, microsecond: 0 },
  day: { hour: 0, minute: 0, second: 0, microsecond: 0 },
  hour: { minute: 0, second: 0, microsecond: 0 },
  minute: { second: 0, microsecond: 0 },
  second: {},
};

/** The field that moves on when nothing in this one matches any more. */
const larger = { month: 'year', day: 'month', hour: 'day', minute: 'hour', second: 'minute' } as const;

/** Takes each field in turn to its next match; starts over whenever a larger field has to move. */
function advance(spec: CalendarSpec, from: Moment, clock: Clock): Outcome {
  let now = from;
  for (const name of ['year', 'month', 'day', 'hour', 'minute', 'second'] as const) {
    if (name === 'hour' && spec.weekdays !== undefined && (spec.weekdays & (1 << weekdayOf(now))) === 0) {
      return { moment: moveOn(now, 'day'), found: false };
    }
    const value = name === 'second' ? now.second * MICROSECONDS + now.microsecond : now[name];
    const match = nextMatch(spec, name, value, now);
    if (match !== undefined) now = { ...now, ...(match === value ? {} : resets[name]), ...withField(name, match) };
    const settled = match === undefined ? 'out' : withinBounds(now, clock);
    if (settled === 'same') continue;
    if (name === 'year') return 'never';
    if (settled !== 'out') return { moment: settled, found: false };
    return { moment: moveOn(now, larger[name]), found: false };
  }
  return { moment: now, found: true };
}

const moveOn = (now: Moment, name: Exclude<FieldName, 'second'>): Moment => ({
  ...now,
  [name]: now[name] + 1,
  ...resets[name],
});

const withField = (name: FieldName, value: number): Partial<Moment> =>
  name === 'second'
    ? { second: Math.floor(value / MICROSECONDS), microsecond: value % MICROSECONDS }
    : { [name]: value };

/** Of the fields below one that changed, `tm_within_bounds()` starts only the next one again. */
const firstBelow = {
  year: { month: 1 },
  month: { day: 1 },
  day: { hour: 0 },
  hour: { minute: 0 },
  minute: { second: 0 },
  second: {},
};

/** `tm_within_bounds()`: whether such a local time exists; else the one it becomes when that is later. */
function withinBounds(now: Moment, clock: Clock): 'same' | 'out' | Moment {
  if (now.year > LAST_YEAR) return 'out';
  const settled = clock.settle(now);
  for (const name of ['year', 'month', 'day', 'hour', 'minute', 'second'] as const) {
    if (settled[name] === now[name]) continue;
    return settled[name] < now[name]
      ? 'out'
      : { ...settled, microsecond: now.microsecond, ...firstBelow[name], offset: clock.offset() };
  }
  return 'same';
}

/** `find_matching_component()`: the least matching value from `value` on. */
function nextMatch(spec: CalendarSpec, name: FieldName, value: number, now: Moment): number | undefined {
  const field = spec[name];
  if (!field) return value;
  let best: number | undefined;
  for (const component of field) {
    let { start, stop } = component;
    if (name === 'day' && spec.endOfMonth) {
      const last = daysIn(now);
      start = last + 1 - start;
      stop = stop === undefined ? undefined : last + 1 - stop;
      if (stop !== undefined && stop > 0) [start, stop] = [stop, start];
    }
    let match: number | undefined;
    if (start >= value) match = start;
    else if (component.repeat > 0) {
      match = start + Math.ceil((value - start) / component.repeat) * component.repeat;
      if (stop !== undefined && match > stop) continue;
    }
    if (match !== undefined && (best === undefined || match < best)) best = match;
  }
  return best;
}

const daysIn = ({ year, month }: Moment): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
