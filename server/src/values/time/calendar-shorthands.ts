import { type CalendarField, type CalendarSpec, single } from './calendar-spec.ts';

/** What a calendar event is before anything is said of it. */
export const everyMidnight: Omit<CalendarSpec, 'zone'> = {
  weekdays: undefined,
  endOfMonth: false,
  year: undefined,
  month: undefined,
  day: undefined,
  hour: [single(0)],
  minute: [single(0)],
  second: [single(0)],
};
const months = (...names: number[]): CalendarField => names.map(single);

/** systemd.time(7): the shorthands, which mind no case. */
const shorthands: Readonly<Record<string, Partial<CalendarSpec>>> = {
  minutely: { hour: undefined, minute: undefined },
  hourly: { hour: undefined },
  daily: {},
  weekly: { weekdays: 1 },
  monthly: { day: months(1) },
  quarterly: { month: months(1, 4, 7, 10), day: months(1) },
  semiannually: { month: months(1, 7), day: months(1) },
  yearly: { month: months(1), day: months(1) },
};

const aliases: Readonly<Record<string, string>> = {
  annually: 'yearly',
  anually: 'yearly',
  biannually: 'semiannually',
  'bi-annually': 'semiannually',
  'semi-annually': 'semiannually',
};

export const calendarShorthands = Object.keys(shorthands);

/** What a shorthand or one of its other names stands for. */
export function shorthandOf(text: string): Partial<CalendarSpec> | undefined {
  const word = text.length < 20 ? text.toLowerCase() : '';
  return ownProperty(shorthands, ownProperty(aliases, word) ?? word);
}

const ownProperty = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
