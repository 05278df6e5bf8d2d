import { readDate, readField, readWeekdays } from './calendar-field.ts';
import { normalize } from './calendar-normal.ts';
import {
  type CalendarFault,
  type CalendarField,
  type CalendarSpec,
  type Draft,
  EVERY_SECOND,
  single,
} from './calendar-spec.ts';
import { isZoneName } from './zones.ts';

interface CalendarOptions {
  /** Names for local time beside zone names, such as `CET` and `CEST`; the machine's own for systemd. */
  readonly localNames?: readonly string[];
}

/** Reads a calendar event as `calendar_spec_from_string()` of src/shared/calendarspec.c does, in its normal form. */
export function parseCalendar(text: string, options: CalendarOptions = {}): CalendarSpec | CalendarFault {
  if (text === '') return { fault: 'empty', start: 0, end: 0 };
  const { end, zone } = splitZone(text, options);
  if (end === 0) return { fault: 'empty', start: 0, end: text.length };
  const draft = readEvent(text.slice(0, end), zone);
  if ('fault' in draft) return zoneFault(text) ?? draft;
  const spec = normalize(draft);
  return 'fault' in spec ? { fault: 'range', start: 0, end } : spec;
}

/** Everything before the zone. */
function readEvent(text: string, zone: string | undefined): Draft | CalendarFault {
  const draft: Draft = { ...everyMidnight, zone };
  const shorthand = shorthandOf(text);
  return shorthand ? { ...draft, ...shorthand } : (readParts(text, draft) ?? draft);
}

function splitZone(text: string, options: CalendarOptions): { end: number; zone: string | undefined } {
  if (/ utc$/i.test(text.slice(-4))) return { end: text.length - 4, zone: 'UTC' };
  const space = text.lastIndexOf(' ');
  const last = text.slice(space + 1);
  const isLocal = options.localNames?.some((name) => name.toLowerCase() === last.toLowerCase());
  if (space > 0 && isLocal) return { end: space, zone: undefined };
  if (space >= 0 && isZoneName(last)) return { end: space, zone: last };
  return { end: text.length, zone: undefined };
}

const ZONE_LIKE = /^(?:[A-Za-z][A-Za-z_+-]*(?:\/[\w+-]+)*|[A-Za-z]*[+-]\d{1,2}(?::?\d{2})?)$/;

/** Where all but the last word is a calendar event, that word was meant as a zone. */
function zoneFault(text: string): CalendarFault | undefined {
  const space = text.lastIndexOf(' ');
  if (space < 0 || text.length - space > 60 || !ZONE_LIKE.test(text.slice(space + 1))) return undefined;
  return !('fault' in readEvent(text.slice(0, space), undefined))
    ? { fault: 'zone', start: space + 1, end: text.length }
    : undefined;
}

function readParts(text: string, draft: Draft): CalendarFault | undefined {
  const weekdays = readWeekdays(text, draft);
  if (typeof weekdays !== 'number') return weekdays;
  const date = readDate(text, weekdays, draft);
  if (typeof date !== 'number') return date;
  return readTime(text, date, draft);
}

function readTime(text: string, start: number, draft: Draft): CalendarFault | undefined {
  if (start === text.length) return undefined;
  const fields: CalendarField[] = [];
  for (let at = start; ; at++) {
    const field = readField(text, at, fields.length === 2);
    if ('fault' in field) return field;
    fields.push(field.value);
    at = field.next;
    if (at === text.length && fields.length > 1) break;
    if (text[at] !== ':' || fields.length === 3) return { fault: 'time', start, end: text.length };
  }
  draft.hour = fields[0];
  draft.minute = fields[1];
  if (fields.length === 3) draft.second = fields[2] ?? EVERY_SECOND;
  return undefined;
}

/** What a calendar event is before anything is said of it. */
const everyMidnight: Omit<CalendarSpec, 'zone'> = {
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
function shorthandOf(text: string): Partial<CalendarSpec> | undefined {
  const word = text.length < 20 ? text.toLowerCase() : '';
  return ownProperty(shorthands, ownProperty(aliases, word) ?? word);
}

const ownProperty = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
