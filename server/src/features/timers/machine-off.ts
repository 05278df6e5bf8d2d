import { nextElapse } from '../../values/time/calendar-next.ts';
import { parseCalendar } from '../../values/time/calendar-parse.ts';
import type { CalendarSpec } from '../../values/time/calendar-spec.ts';
import type { Stretch } from './timer-runs.ts';

/** While the machine is off; seconds since 1970. */
export interface OffPeriod {
  readonly from: number;
  readonly to: number;
}

/** What a timer misses, and when it makes up for it. */
export interface MissedRuns {
  readonly missed: readonly number[];
  /** With `Persistent=yes`: once, as soon as the machine is on again, however many runs were missed. */
  readonly madeUp: readonly number[];
}

/** systemd.timer(5), Persistent=. */
export function missedRuns(runs: readonly number[], off: readonly OffPeriod[], isPersistent: boolean): MissedRuns {
  const missed = runs.filter((run) => off.some(({ from, to }) => from <= run && run < to));
  const madeUp = isPersistent
    ? off.flatMap(({ from, to }) => (missed.some((run) => from <= run && run < to) ? [to] : []))
    : [];
  return { missed, madeUp };
}

/** When a machine goes off and on again, as calendar events: `22:00` and `06:00`, or `Fri 18:00` and `Mon 08:00`. */
export interface OffRule {
  readonly from: string;
  readonly to: string;
}

/** What is off in a stretch by a rule; undefined where a part of it is not a calendar event. */
export function offPeriods({ from, to }: OffRule, stretch: Stretch): OffPeriod[] | undefined {
  const [begins, ends] = [parseCalendar(from), parseCalendar(to)];
  if ('fault' in begins || 'fault' in ends) return undefined;
  const periods: OffPeriod[] = [];
  // A week before: what began then may last.
  let at = stretch.from - 7 * 86_400;
  while (at < stretch.to) {
    const start = next(begins, at, stretch.zone);
    const end = start === undefined ? undefined : next(ends, start, stretch.zone);
    if (start === undefined || start >= stretch.to) break;
    if (end === undefined || end > stretch.from) periods.push({ from: start, to: end ?? stretch.to });
    at = end ?? stretch.to;
  }
  return periods;
}

const next = (spec: CalendarSpec, after: number, zone: string | undefined): number | undefined =>
  nextElapse(spec, { time: after, microsecond: 0 }, zone)?.time;
