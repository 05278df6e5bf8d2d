import { nextElapse } from '../../values/time/calendar-next.ts';
import type { CalendarSpec } from '../../values/time/calendar-spec.ts';
import { offsetAt } from '../../values/time/zones.ts';
import type { Stretch } from './timer-runs.ts';

/** A change of clocks. Times are seconds since 1970; offsets are seconds ahead of UTC. */
export interface ClockChange {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

const HOUR = 3600;
const DAY = 24 * HOUR;

/** When clocks change, in order. */
export function clockChanges({ from, to, zone }: Stretch): ClockChange[] {
  const changes: ClockChange[] = [];
  for (let start = from; start < to; start += DAY) {
    const end = Math.min(start + DAY, to);
    const [before, after] = [offsetAt(zone, start), offsetAt(zone, end)];
    if (before !== after) changes.push({ at: changeBetween(start, end, zone), before, after });
  }
  return changes;
}

/** The first second of the new offset. */
function changeBetween(start: number, end: number, zone: string | undefined): number {
  const before = offsetAt(zone, start);
  let [low, high] = [start, end];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** What a change of clocks does to a timer that runs at a time which the clocks leave out, or show twice. */
export interface ChangedRun {
  /** `02:30`, as the clocks would show it. */
  readonly clock: string;
  readonly change: ClockChange;
  readonly kind: 'left out' | 'twice';
  /** When it runs: of a time left out the next run, of one shown twice all runs at it. */
  readonly runs: readonly number[];
}

/** A timer that runs more often than this while clocks change does not notice. */
const MOST_NOTICED = 3;

export function changedRuns(
  specs: readonly CalendarSpec[],
  changes: readonly ClockChange[],
  zone: string | undefined,
): ChangedRun[] {
  return specs.flatMap((spec) =>
    (spec.zone === undefined || spec.zone === zone ? changes : []).flatMap((change) =>
      change.after > change.before ? leftOut(spec, change, zone) : twice(spec, change, zone),
    ),
  );
}

/** As if there were no zones: the times that clocks show. */
const byTheClock = (spec: CalendarSpec): CalendarSpec => ({ ...spec, zone: 'UTC' });

function leftOut(spec: CalendarSpec, change: ClockChange, zone: string | undefined): ChangedRun[] {
  const { at, before, after } = change;
  const clocks = timesBetween(byTheClock(spec), at + before, at + after);
  const [next] = timesBetween(spec, at, at + 400 * DAY, { zone, most: 1 });
  // One that runs within the hour anyway has nothing to miss.
  if (clocks.length === 0 || (next !== undefined && next - at < HOUR)) return [];
  return clocks.map((clock) => ({
    clock: clockText(clock),
    change,
    kind: 'left out',
    runs: next === undefined ? [] : [next],
  }));
}

function twice(spec: CalendarSpec, change: ClockChange, zone: string | undefined): ChangedRun[] {
  const { at, before, after } = change;
  const clocks = timesBetween(byTheClock(spec), at + after, at + before);
  if (clocks.length > MOST_NOTICED) return [];
  const runs = timesBetween(spec, at - (before - after), at + (before - after), { zone });
  return clocks.map((clock) => ({
    clock: clockText(clock),
    change,
    kind: 'twice',
    runs: runs.filter((run) => run === clock - before || run === clock - after),
  }));
}

interface Search {
  readonly zone?: string | undefined;
  readonly most?: number;
}

function timesBetween(
  spec: CalendarSpec,
  from: number,
  to: number,
  { zone, most = MOST_NOTICED + 1 }: Search = {},
): number[] {
  const times: number[] = [];
  let last = { time: from - 1, microsecond: 999_999 };
  while (times.length < most) {
    const next = nextElapse(spec, last, zone);
    if (!next || next.time >= to) break;
    times.push(next.time);
    last = next;
  }
  return times;
}

const clockText = (wall: number): string => {
  const text = new Date(wall * 1000).toISOString().slice(11, 19);
  return text.endsWith(':00') ? text.slice(0, 5) : text;
};
