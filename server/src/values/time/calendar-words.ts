import { listWords } from '../problem.ts';
import {
  type CalendarComponent,
  type CalendarField,
  type CalendarSpec,
  MICROSECONDS,
  weekdayNames,
} from './calendar-spec.ts';

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** More times of day than this are told field by field. */
const MOST_TIMES = 6;

/** A calendar event in words: "Every Monday to Friday at 04:00:00." */
export function calendarWords(spec: CalendarSpec): string {
  const date = dateWords(spec);
  const time = timeWords(spec);
  const often = time.startsWith('every');
  const words = often && date === 'every day' ? time : `${date}${often ? ', ' : ' '}${time}`;
  const zone = spec.zone === undefined ? '' : `, ${spec.zone} time`;
  return `${words[0]!.toUpperCase()}${words.slice(1)}${zone}${condition(spec)}.`;
}

/** A day of the month that has to be a certain weekday as well. */
const condition = ({ day, weekdays }: CalendarSpec): string =>
  day && weekdays !== undefined ? `, if it is a ${weekdayWords(weekdays)}` : '';

function dateWords(spec: CalendarSpec): string {
  const { weekdays, year, month, day } = spec;
  const years = year ? ` of ${fieldWords(year, String)}` : '';
  const inMonths = month ? ` in ${fieldWords(month, monthName)}` : '';
  const names = weekdays === undefined ? undefined : weekdayWords(weekdays);
  if (!day) return `every ${names ?? 'day'}${inMonths}${years}`;
  const fixed = [year, month, day].map(only);
  if (!spec.endOfMonth && fixed.every((value) => value !== undefined)) {
    return `on ${fixed.map((value) => `${value}`.padStart(2, '0')).join('-')}`;
  }
  const ofMonths = month ? `of ${fieldWords(month, monthName)}` : 'of every month';
  return `on ${spec.endOfMonth ? fromEnd(day) : `day ${fieldWords(day, String)}`} ${ofMonths}${years}`;
}

const monthName = (month: number): string => monthNames[month - 1] ?? `${month}`;

/** `*-*~01` is the last day, `~02` the one before. */
function fromEnd(day: NonNullable<CalendarField>): string {
  const value = only(day);
  if (value === 1) return 'the last day';
  return value === undefined ? `day ${fieldWords(day, String)} from the end` : `the ${ordinal(value)} to last day`;
}

const ordinal = (n: number): string =>
  ({ 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth' })[n] ??
  `${n}${n % 10 === 1 && n !== 11 ? 'st' : n % 10 === 2 && n !== 12 ? 'nd' : n % 10 === 3 && n !== 13 ? 'rd' : 'th'}`;

/** Three days or more in a row are a range. */
function weekdayWords(bits: number): string {
  const runs: string[] = [];
  for (let day = 0; day < 7; day++) {
    if ((bits & (1 << day)) === 0) continue;
    const first = day;
    while (day < 6 && (bits & (1 << (day + 1))) !== 0) day++;
    if (day > first + 1) runs.push(`${weekdayNames[first]} to ${weekdayNames[day]}`);
    else for (let each = first; each <= day; each++) runs.push(weekdayNames[each]!);
  }
  return listWords(runs, 'and');
}

function timeWords({ hour, minute, second }: CalendarSpec): string {
  const seconds = only(second);
  const exact = timesOfDay(hour, minute, second);
  if (exact) return `at ${listWords(exact, 'and')}`;
  const hours = hour ? ` of ${hourWords(hour)}` : '';
  if (seconds === undefined) return secondWords(second, minute, hours);
  const past = seconds === 0 ? '' : ` at second ${seconds / MICROSECONDS}`;
  if (!minute) return `every minute${hours}${past}`;
  const minutes = only(minute);
  if (minutes === undefined) {
    if (!isPlainStep(minute)) return `at minutes ${fieldWords(minute, String)}${hours || ' of every hour'}${past}`;
    return `every ${stepWords(minute, 60, 'minute')}${hours}${past}`;
  }
  const every = !hour
    ? 'every hour'
    : isPlainStep(hour)
      ? `every ${stepWords(hour, 24, 'hour')}`
      : `at the hours ${fieldWords(hour, String)}`;
  return `${every}${minutes === 0 ? '' : ` at minute ${minutes}`}${past}`;
}

const hourWords = (hour: NonNullable<CalendarField>): string => {
  const value = only(hour);
  return value === undefined ? `the hours ${fieldWords(hour, String)}` : `the hour from ${value}:00`;
};

function secondWords(second: CalendarField, minute: CalendarField, hours: string): string {
  const all = second && isEvery(second, MICROSECONDS);
  const what = !second || all ? 'every second' : `every ${stepWords(second.map(toSeconds), 60, 'second')}`;
  const value = only(minute);
  const minutes = !minute
    ? ''
    : value === undefined
      ? ` of minutes ${fieldWords(minute, String)}`
      : ` of minute ${value}`;
  return `${what}${minutes}${hours}`;
}

const isEvery = ([first, ...others]: NonNullable<CalendarField>, step: number): boolean =>
  others.length === 0 && first?.start === 0 && first.stop === undefined && first.repeat === step;

const toSeconds = ({ start, stop, repeat }: CalendarComponent): CalendarComponent => ({
  start: start / MICROSECONDS,
  stop: stop === undefined ? undefined : stop / MICROSECONDS,
  repeat: repeat / MICROSECONDS,
});

/** One repetition over the whole range. */
const isPlainStep = ([first, ...others]: NonNullable<CalendarField>): boolean =>
  others.length === 0 && first!.stop === undefined && first!.repeat > 0 && first!.start < first!.repeat;

/** `15 minutes`, `2nd…`: one plain repetition over the whole range reads as a frequency, anything else as a list. */
function stepWords(field: NonNullable<CalendarField>, range: number, unit: string): string {
  if (!isPlainStep(field)) return `${unit} of ${fieldWords(field, String)}`;
  const { start, repeat } = field[0]!;
  const larger = { second: 'minute', minute: 'hour', hour: 'day' }[unit];
  const from = start > 0 || range % repeat !== 0 ? ` from ${unit} ${start} of each ${larger} on` : '';
  return `${repeat === 1 ? unit : `${repeat} ${unit}s`}${from}`;
}

/** The times of a day, where they are few. */
function timesOfDay(hour: CalendarField, minute: CalendarField, second: CalendarField): string[] | undefined {
  const lists = [hour, minute, second].map((field) =>
    field?.every(isSingle) ? field.map(({ start }) => start) : undefined,
  );
  const [hours, minutes, seconds] = lists;
  if (!hours || !minutes || !seconds || hours.length * minutes.length * seconds.length > MOST_TIMES) return undefined;
  return hours.flatMap((h) => minutes.flatMap((m) => seconds.map((s) => clockTime(h, m, s))));
}

const clockTime = (hour: number, minute: number, microseconds: number): string => {
  const fraction = microseconds % MICROSECONDS;
  const parts = [hour, minute, Math.floor(microseconds / MICROSECONDS)].map((n) => `${n}`.padStart(2, '0'));
  return `${parts.join(':')}${fraction === 0 ? '' : `.${`${fraction}`.padStart(6, '0')}`}`;
};

const isSingle = ({ stop, repeat }: CalendarComponent): boolean => stop === undefined && repeat === 0;

const only = (field: CalendarField): number | undefined =>
  field?.length === 1 && isSingle(field[0]!) ? field[0]!.start : undefined;

const fieldWords = (field: NonNullable<CalendarField>, print: (n: number) => string): string =>
  listWords(
    field.map((component) => componentWords(component, print)),
    'and',
  );

function componentWords({ start, stop, repeat }: CalendarComponent, print: (n: number) => string): string {
  const range = stop === undefined ? print(start) : `${print(start)} to ${print(stop)}`;
  if (repeat === 0 || (repeat === 1 && stop !== undefined)) return range;
  return `${range}${stop === undefined ? ' and on' : ''} in steps of ${repeat}`;
}
