import type { TimeSliced } from '../../text/time-slices.ts';
import { calendarWords } from '../../values/time/calendar-words.ts';
import { type ChangedRun, type ClockChange, changedRuns, clockChanges } from './clock-changes.ts';
import { missedRuns, type OffPeriod } from './machine-off.ts';
import { HOUR, MINUTE, type PileUp, pileUps } from './pile-ups.ts';
import { spanRuns, spanWords } from './span-runs.ts';
import { elapsesIn, type KnownElapses, type Stretch } from './timer-runs.ts';
import type { LinePlace, TimerSchedule } from './timer-schedule.ts';

/** A line that starts the timer's unit, in words. */
export interface PlannedTrigger {
  readonly key: string;
  readonly text: string;
  readonly words: string;
  readonly place?: LinePlace | undefined;
}

/** A timer with all its runs in a stretch of time. Times are seconds since 1970, delays seconds. */
export interface PlannedTimer
  extends Pick<TimerSchedule, 'name' | 'description' | 'activates' | 'manager' | 'path' | 'state'> {
  readonly triggers: readonly PlannedTrigger[];
  /** By the calendar, in order; the first moment of each. */
  readonly runs: readonly number[];
  /** After the last of them it goes on like this: too often to be listed. */
  readonly goesOn: boolean;
  /** By time spans, reckoned from the boot or the next run that the manager tells, as if the unit took no time. */
  readonly estimates: readonly number[];
  /** How long after that moment a run may begin: by chance, and so that systemd wakes up once for several. */
  readonly delay: { readonly random: number; readonly isFixed: boolean; readonly accuracy: number };
  readonly isPersistent: boolean;
  readonly wakesMachine: boolean;
  readonly missed: readonly number[];
  readonly madeUp: readonly number[];
  readonly changed: readonly ChangedRun[];
}

export interface TimerPlan extends Stretch {
  readonly timers: readonly PlannedTimer[];
  readonly changes: readonly ClockChange[];
  readonly off: readonly OffPeriod[];
  readonly pileUps: { readonly minute: readonly PileUp[]; readonly hour: readonly PileUp[] };
}

export interface PlanOptions extends Stretch {
  readonly off?: readonly OffPeriod[];
  /** Seconds since 1970; of a machine that runs. */
  readonly bootedAt?: number | undefined;
}

/** How many runs are reckoned for all timers together, and for one. */
const ALL_RUNS = 60_000;
const MOST_RUNS = 1500;
const LEAST_RUNS = 100;
/** Fewer timers at once are nothing to tell of. */
const LEAST_IN_MINUTE = 2;
const LEAST_IN_HOUR = 3;
const MOST_PILE_UPS = 100;

/** All runs of timers in a stretch of time, where they pile up, and what clocks and an absence of the machine change. */
export function* planTimers(schedules: readonly TimerSchedule[], options: PlanOptions): TimeSliced<TimerPlan> {
  const { from, to, zone, off = [] } = options;
  const changes = clockChanges(options);
  const most = Math.max(LEAST_RUNS, Math.min(MOST_RUNS, Math.floor(ALL_RUNS / Math.max(1, schedules.length))));
  const known: KnownElapses = new Map();
  const timers: PlannedTimer[] = [];
  for (const schedule of schedules) {
    timers.push(planned(schedule, { ...options, changes, most, known }));
    yield;
  }
  // Of one that runs all the time not all runs are known, and it is with everything.
  const piling = timers
    .filter(({ goesOn }) => !goesOn)
    .map(({ name, runs, delay }) => ({ name, runs, spread: delay.random }));
  const found = (slot: number, least: number) => pileUps(piling, slot, least).slice(0, MOST_PILE_UPS);
  return {
    ...{ from, to, zone, off, changes, timers: timers.sort((a, b) => a.name.localeCompare(b.name, 'en')) },
    pileUps: { minute: found(MINUTE, LEAST_IN_MINUTE), hour: found(HOUR, LEAST_IN_HOUR) },
  };
}

interface Planning extends PlanOptions {
  readonly changes: readonly ClockChange[];
  readonly most: number;
  readonly known: KnownElapses;
}

function planned(schedule: TimerSchedule, planning: Planning): PlannedTimer {
  const { name, description, activates, manager, path, state, isPersistent, wakesMachine } = schedule;
  const specs = schedule.calendar.map(({ spec }) => spec);
  const { times, goesOn } = elapsesIn(specs, planning, planning.most, planning.known);
  return {
    ...{ name, description, activates, manager, path, state, isPersistent, wakesMachine },
    triggers: triggersOf(schedule),
    ...{ runs: times, goesOn },
    estimates: spanRuns(schedule, planning),
    delay: {
      random: schedule.randomizedDelay + schedule.randomizedOffset,
      isFixed: schedule.hasFixedDelay || (schedule.randomizedOffset > 0 && schedule.randomizedDelay === 0),
      accuracy: schedule.accuracy,
    },
    ...missedRuns(times, planning.off ?? [], isPersistent),
    changed: changedRuns(specs, planning.changes, planning.zone),
  };
}

const triggersOf = ({ calendar, spans }: TimerSchedule): PlannedTrigger[] => [
  ...calendar.map(({ text, spec, place }) => ({ key: 'OnCalendar', text, words: calendarWords(spec), place })),
  ...spans.map((span) => ({ key: span.key, text: span.text, words: spanWords(span), place: span.place })),
];
