import { columns } from '../../text/columns.ts';
import { shortWeekdays } from '../../values/time/calendar-spec.ts';
import { formatTimestamp, zoneLabel } from '../../values/time/timestamp.ts';
import type { ChangedRun, ClockChange } from './clock-changes.ts';
import { wallTime } from './days.ts';
import type { PileUp } from './pile-ups.ts';
import { spanText } from './span-runs.ts';
import type { PlannedTimer, TimerPlan } from './timer-plan.ts';

export interface TextAxisOptions {
  /** Characters in a line. */
  readonly width: number;
  /** Seconds since 1970. */
  readonly now: number;
  readonly days: number;
}

/** How many parts of a day have a character each: what fits. */
const PARTS = [48, 24, 12, 8, 6, 4, 3, 2, 1];
const DAY = 86_400;
const MOST_LISTED = 10;

/** A plan as text: an axis with a line for each timer, and then what is to be said of them. */
export function textAxis(plan: TimerPlan, { width, now, days }: TextAxisOptions): string {
  if (plan.timers.length === 0) return 'There are no timers.\n';
  const nameWidth = Math.min(30, Math.max(...plan.timers.map(({ name }) => name.length)));
  const room = Math.max(days, width - nameWidth - 2);
  const parts = PARTS.find((each) => each * days <= room) ?? 1;
  const axis = { plan, days, parts };
  const label = (text: string): string =>
    `${text.length > nameWidth ? `${text.slice(0, nameWidth - 1)}…` : text.padEnd(nameWidth)}  `;
  const lines = [
    label('') + dayLine(axis),
    ...plan.timers.map((timer) => (label(timer.name) + cells(timer, axis)).trimEnd()),
  ];
  const legend = `A character is ${spanText(DAY / parts)}: how many runs begin in it (+ for 10 or more), ~ for a random delay, ? for a run by time spans.`;
  return `${[...lines, '', legend, '', ...timerLines(plan, now), ...remarks(plan)].join('\n')}\n`;
}

interface Axis {
  readonly plan: TimerPlan;
  readonly days: number;
  readonly parts: number;
}

/** `Thu 26` above each day, or what of it fits; of many days Mondays only. */
function dayLine({ plan, days, parts }: Axis): string {
  const first = wallTime(plan.from, plan.zone).getTime();
  let line = '';
  for (let day = 0; day < days; day++) {
    const date = new Date(first + day * DAY * 1000);
    const weekday = (date.getUTCDay() + 6) % 7;
    const text =
      parts >= 3 ? `${shortWeekdays[weekday]} ${date.getUTCDate()}` : weekday === 0 ? `${date.getUTCDate()}` : '';
    const short = text.length < parts ? text : parts >= 3 ? `${date.getUTCDate()}` : text;
    if (line.length <= day * parts) line = line.padEnd(day * parts) + short;
  }
  return line;
}

function cells(timer: PlannedTimer, axis: Axis): string {
  const { plan, days, parts } = axis;
  const counts = new Array<number>(days * parts).fill(0);
  const first = Math.floor(wallTime(plan.from, plan.zone).getTime() / 1000 / DAY) * DAY;
  const length = DAY / parts;
  const cellOf = (time: number): number => Math.floor((wallTime(time, plan.zone).getTime() / 1000 - first) / length);
  for (const run of timer.runs) counts[cellOf(run)]! += 1;
  const marks = counts.map((count) => (count === 0 ? '·' : count > 9 ? '+' : `${count}`));
  const mark = (from: number, to: number, sign: string): void => {
    for (let at = Math.max(0, from); at <= Math.min(to, marks.length - 1); at++)
      if (marks[at] === '·') marks[at] = sign;
  };
  for (const run of timer.runs) mark(cellOf(run) + 1, cellOf(Math.min(run + timer.delay.random, plan.to)), '~');
  for (const run of timer.estimates) mark(cellOf(run), cellOf(run), '?');
  if (timer.goesOn) mark(cellOf(timer.runs.at(-1)!) + 1, marks.length - 1, '+');
  return marks.join('');
}

function timerLines(plan: TimerPlan, now: number): string[] {
  const rows = plan.timers.map((timer) => {
    const next = [...timer.runs, ...timer.estimates].sort((a, b) => a - b).find((run) => run >= now);
    return [
      timer.name,
      next === undefined ? (timer.goesOn ? 'all the time' : '–') : formatTimestamp(next, plan.zone),
      delayWords(timer),
      timer.triggers.map(({ key, text }) => `${key}=${text}`).join(' '),
    ];
  });
  return [columns([['Timer', 'Next', 'Delay', 'When'], ...rows], '  ')];
}

/** `+ up to 1h (random), 1min (accuracy)`. */
function delayWords({ delay: { random, isFixed, accuracy } }: PlannedTimer): string {
  const parts = [
    ...(random > 0 ? [`${spanText(random)} (${isFixed ? 'random, the same each time' : 'random'})`] : []),
    ...(accuracy > 0 ? [`${spanText(accuracy)} (accuracy)`] : []),
  ];
  return parts.length === 0 ? '' : `+ up to ${parts.join(', ')}`;
}

function remarks(plan: TimerPlan): string[] {
  const { zone } = plan;
  return [
    ...section(
      'In the same minute',
      plan.pileUps.minute.map((pile) => pileWords(pile, zone)),
    ),
    ...section(
      'In the same hour',
      plan.pileUps.hour.map((pile) => pileWords(pile, zone)),
    ),
    ...section('Clocks change', [
      ...plan.changes.map((change) => changeWords(change, zone)),
      ...plan.timers.flatMap(({ name, changed }) => changed.map((run) => `${name}: ${changedWords(run, zone)}`)),
    ]),
    ...section(
      'While the machine is off',
      plan.timers.flatMap((timer) => missedWords(timer, zone)),
    ),
  ];
}

/** What a change of clocks does to the timers. */
export const clockRemarks = ({ changes, timers, zone }: TimerPlan): string[] => [
  ...changes.map((change) => changeWords(change, zone)),
  ...timers.flatMap(({ name, changed }) => changed.map((run) => `${name}: ${changedWords(run, zone)}`)),
];

/** What timers miss while the machine is off. */
export const offRemarks = ({ timers, zone }: TimerPlan): string[] =>
  timers.flatMap((timer) => missedWords(timer, zone));

const section = (title: string, lines: readonly string[]): string[] => {
  if (lines.length === 0) return [];
  const more = lines.length - MOST_LISTED;
  return [
    '',
    `${title}:`,
    ...lines.slice(0, MOST_LISTED).map((line) => `  ${line}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
};

function pileWords({ times, timers }: PileUp, zone: string | undefined): string {
  const often = times.length > 1 ? `, ${times.length} times` : '';
  return `${formatTimestamp(times[0]!, zone)}${often}: ${timers.length} timers (${timers.slice(0, 6).join(', ')}${timers.length > 6 ? ', …' : ''})`;
}

/** `Sun 2026-03-29 03:00:00 CEST: clocks go from 02:00 to 03:00 (CET to CEST).` */
function changeWords({ at, before, after }: ClockChange, zone: string | undefined): string {
  const clock = (offset: number): string => new Date((at + offset) * 1000).toISOString().slice(11, 16);
  return `${formatTimestamp(at, zone)}: clocks go from ${clock(before)} to ${clock(after)} (${zoneLabel(zone, at - 1)} to ${zoneLabel(zone, at)}).`;
}

/** What becomes of a run that the clocks leave out or show twice. */
function changedWords({ clock, kind, runs }: ChangedRun, zone: string | undefined): string {
  const [first] = runs;
  const at = first === undefined ? 'never' : formatTimestamp(first, zone);
  if (kind === 'left out')
    return `there is no ${clock} that day; it runs next ${at === 'never' ? 'never' : `on ${at}`}.`;
  if (runs.length > 1) return `${clock} comes twice that day; it runs both times.`;
  return `${clock} comes twice that day; it runs once, on ${at}.`;
}

function missedWords({ name, missed, madeUp, isPersistent, goesOn }: PlannedTimer, zone: string | undefined): string[] {
  if (missed.length === 0) return [];
  const count = `${goesOn ? 'more than ' : ''}${missed.length} ${missed.length === 1 ? 'run' : 'runs'}`;
  if (!isPersistent)
    return [`${name} misses ${count}; with Persistent=yes it would run once when the machine is on again.`];
  return [
    `${name} misses ${count} and runs ${madeUp.length === 1 ? 'once' : `${madeUp.length} times`} instead, first on ${formatTimestamp(madeUp[0]!, zone)} (Persistent=yes).`,
  ];
}
