import { formatCalendar } from '../../values/time/calendar-format.ts';
import { parseCalendar } from '../../values/time/calendar-parse.ts';
import { type CalendarField, type CalendarSpec, EVERY_DAY, shortWeekdays } from '../../values/time/calendar-spec.ts';

/** A time of day; seconds are 0. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

/** A schedule as people say it. Whatever none of the forms expresses is free text: a calendar event as it is written. */
export type ScheduleForm =
  | { readonly kind: 'minutes'; readonly every: number }
  /** Every so many hours, at a minute. */
  | { readonly kind: 'hours'; readonly every: number; readonly minute: number }
  | { readonly kind: 'daily'; readonly times: readonly TimeOfDay[] }
  /** Bit 0 is Monday. */
  | { readonly kind: 'weekdays'; readonly days: number; readonly time: TimeOfDay }
  /** A day of the month, counted from its end if `fromEnd`: then 1 is the last, and 28 the most that systemd takes. */
  | { readonly kind: 'monthly'; readonly day: number; readonly fromEnd: boolean; readonly time: TimeOfDay }
  | { readonly kind: 'yearly'; readonly month: number; readonly day: number; readonly time: TimeOfDay }
  | { readonly kind: 'free'; readonly text: string };

/** With the zone it is meant in; local time without. */
export type Schedule = ScheduleForm & { readonly zone?: string | undefined };

/** The calendar event that OnCalendar= takes for it; systemd.time(7). */
export function expressionOf(schedule: Schedule): string {
  const text = eventOf(schedule);
  return schedule.kind === 'free' || !schedule.zone ? text : `${text} ${schedule.zone}`;
}

function eventOf(form: ScheduleForm): string {
  switch (form.kind) {
    case 'minutes':
      return form.every === 1 ? '*:*' : `*:0/${form.every}`;
    case 'hours':
      return `${form.every === 1 ? '*' : `0/${form.every}`}:${two(form.minute)}`;
    case 'daily':
      return dailyEvent(form.times);
    case 'weekdays':
      return `${weekdaysText(form.days)} ${timeText(form.time)}`;
    case 'monthly':
      return `*-*${form.fromEnd ? '~' : '-'}${two(form.day)} ${timeText(form.time)}`;
    case 'yearly':
      return `*-${two(form.month)}-${two(form.day)} ${timeText(form.time)}`;
    case 'free':
      return form.text.trim();
  }
}

/** One event has hours and minutes of its own lists: times are one event if they share their minute. */
function dailyEvent(times: readonly TimeOfDay[]): string {
  const [first] = times;
  if (!first) return '00:00';
  const hours = [...new Set(times.map(({ hour }) => hour))].sort((a, b) => a - b);
  return times.length === 1 ? timeText(first) : `${hours.map(two).join(',')}:${two(first.minute)}`;
}

/** Whether such times are one calendar event. */
export const areOneEvent = (times: readonly TimeOfDay[]): boolean =>
  times.every(({ minute }) => minute === times[0]!.minute);

const two = (n: number): string => `${n}`.padStart(2, '0');
const timeText = ({ hour, minute }: TimeOfDay): string => `${two(hour)}:${two(minute)}`;

/** `Mon..Fri`, `Sat,Sun`, `Mon,Wed..Fri`. */
function weekdaysText(days: number): string {
  const parts: string[] = [];
  for (let day = 0; day < 7; day++) {
    if ((days & (1 << day)) === 0) continue;
    let last = day;
    while (last < 6 && (days & (1 << (last + 1))) !== 0) last++;
    const [from, to] = [shortWeekdays[day]!, shortWeekdays[last]!];
    parts.push(last === day ? from : last === day + 1 ? `${from},${to}` : `${from}..${to}`);
    day = last;
  }
  return parts.join(',');
}

/**
 * The form for a calendar event. A form is taken only if what it writes is the same event to systemd, in normal form; so what
 * it cannot express stays as it is written.
 */
export function scheduleOf(text: string): Schedule {
  const spec = parseCalendar(text);
  if ('fault' in spec) return { kind: 'free', text };
  const normal = formatCalendar(spec);
  const { zone } = spec;
  for (const form of candidates(spec)) {
    const schedule = { ...form, ...(zone !== undefined && { zone }) };
    const again = parseCalendar(expressionOf(schedule));
    if (!('fault' in again) && formatCalendar(again) === normal) return schedule;
  }
  return { kind: 'free', text };
}

function candidates({ weekdays, endOfMonth, month, day, hour, minute }: CalendarSpec): ScheduleForm[] {
  const time = { hour: only(hour) ?? 0, minute: only(minute) ?? 0 };
  const atDay = only(day);
  const inMonth = only(month);
  return [
    ...(hour === undefined ? [{ kind: 'minutes' as const, every: repeatOf(minute) ?? 1 }] : []),
    { kind: 'hours' as const, every: repeatOf(hour) ?? 1, minute: time.minute },
    { kind: 'daily' as const, times: valuesOf(hour).map((each) => ({ hour: each, minute: time.minute })) },
    ...(weekdays !== undefined && weekdays !== EVERY_DAY ? [{ kind: 'weekdays' as const, days: weekdays, time }] : []),
    ...(atDay === undefined ? [] : [{ kind: 'monthly' as const, day: atDay, fromEnd: endOfMonth, time }]),
    ...(atDay === undefined || inMonth === undefined
      ? []
      : [{ kind: 'yearly' as const, month: inMonth, day: atDay, time }]),
  ];
}

const only = (field: CalendarField): number | undefined =>
  field?.length === 1 && field[0]!.stop === undefined && field[0]!.repeat === 0 ? field[0]!.start : undefined;

const repeatOf = (field: CalendarField): number | undefined =>
  field?.length === 1 && field[0]!.repeat > 0 ? field[0]!.repeat : undefined;

/** The hours that are listed one by one. */
const valuesOf = (field: CalendarField): number[] => (field ?? []).map(({ start }) => start);

/** What is to be known of a schedule that runs, though not as its words may be understood. */
export function scheduleRemark(schedule: Schedule): string | undefined {
  if (schedule.kind === 'minutes' && 60 % schedule.every !== 0)
    return `60 is no multiple of ${schedule.every}: it runs at ${minutesOf(schedule.every)} past each hour, so the last step of an hour is shorter.`;
  if (schedule.kind === 'hours' && 24 % schedule.every !== 0)
    return `24 is no multiple of ${schedule.every}: it begins anew at midnight, so the last step of a day is shorter.`;
  if (schedule.kind === 'monthly' && schedule.day > 28) return `Months without a day ${schedule.day} are left out.`;
  if (schedule.kind === 'yearly' && schedule.month === 2 && schedule.day === 29) return 'It runs in leap years only.';
  return undefined;
}

const minutesOf = (every: number): string => {
  const minutes: number[] = [];
  for (let at = 0; at < 60; at += every) minutes.push(at);
  return minutes.length > 6 ? `${minutes.slice(0, 3).join(', ')} … ${minutes.at(-1)}` : minutes.join(', ');
};
