import type { Span } from '../../text/span.ts';
import { readField } from './calendar-field.ts';
import { normalize } from './calendar-normal.ts';
import {
  type CalendarField,
  type CalendarSpec,
  EVERY_DAY,
  EVERY_SECOND,
  single,
  weekdayNames,
} from './calendar-spec.ts';
import { isZoneName } from './zones.ts';

export interface CalendarFault extends Span {
  readonly fault: 'empty' | 'weekday' | 'date' | 'time' | 'number' | 'range' | 'zone' | 'rest';
}

export interface CalendarOptions {
  /** Names for local time beside zone names, such as `CET` and `CEST`; the machine's own for systemd. */
  readonly localNames?: readonly string[];
}

type Draft = { -readonly [K in keyof CalendarSpec]: CalendarSpec[K] };

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
  const word = text.length < 20 ? text.toLowerCase() : '';
  const shorthand = ownProperty(shorthands, ownProperty(aliases, word) ?? word);
  return shorthand ? { ...draft, ...shorthand } : (readParts(text, draft) ?? draft);
}

const ownProperty = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

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

const endFault = (text: string, at: number): CalendarFault | undefined =>
  at < text.length ? { fault: 'rest', start: at, end: text.length } : undefined;

/** Monday before Mon: the longer name of a day is tried first. */
const dayNames = weekdayNames.flatMap((name, day) => [
  { name: name.toLowerCase(), day },
  { name: name.slice(0, 3).toLowerCase(), day },
]);

/** Reads `Mon..Fri,Sun `; returns where the date begins. */
function readWeekdays(text: string, draft: Draft): number | CalendarFault {
  const lower = text.toLowerCase();
  let bits = 0;
  let from = -1;
  for (let at = 0, first = true; ; first = false) {
    const found = dayNames.find(({ name }) => lower.startsWith(name, at));
    const fault = (): CalendarFault => ({ fault: 'weekday', start: at, end: wordEnd(text, at) });
    if (!found) return first ? 0 : fault();
    const after = at + found.name.length;
    const next = text[after] ?? '';
    if (!['', '-', '.', ',', ' '].includes(next)) return fault();
    if (from > found.day) return { fault: 'weekday', start: 0, end: after };
    for (let day = from >= 0 ? from : found.day; day <= found.day; day++) bits |= 1 << day;
    draft.weekdays = bits === EVERY_DAY ? undefined : bits;
    if (next === '' || next === ' ') return skipSpaces(text, after);
    if (next !== ',' && (from >= 0 || (next === '.' && text[after + 1] !== '.'))) return fault();
    from = next === ',' ? -1 : found.day;
    at = after + (next === '.' ? 2 : 1);
    if (at === text.length || text[at] === ' ') return from < 0 ? skipSpaces(text, at) : fault();
  }
}

/** Reads a date if there is one; returns where the time begins. */
function readDate(text: string, start: number, draft: Draft): number | CalendarFault {
  if (start === text.length) return start;
  if (text[start] === '@') return readEpoch(text, start, draft);
  const fields: CalendarField[] = [];
  for (let at = start; ; at++) {
    const field = readField(text, at, false);
    if ('fault' in field) return field;
    fields.push(field.value);
    at = field.next;
    const next = text[at] ?? '';
    if (fields.length === 1 && (next === '' || next === ':')) return start;
    if (fields.length > 1 && (next === '' || next === ' ')) {
      draft.day = fields.pop();
      draft.month = fields.pop();
      draft.year = fields.pop();
      return skipSpaces(text, at);
    }
    const isDash = next === '-' || next === '~';
    if (fields.length === 3 || !isDash || draft.endOfMonth) return { fault: 'date', start, end: wordEnd(text, start) };
    draft.endOfMonth = next === '~';
  }
}

/** `@1700000000`: one second, in UTC, and no time after it. */
function readEpoch(text: string, start: number, draft: Draft): number | CalendarFault {
  const digits = /^@\d+/.exec(text.slice(start, start + 24))?.[0] ?? '@';
  const seconds = Number(digits.slice(1));
  const end = start + digits.length;
  if (digits === '@') return { fault: 'number', start, end: wordEnd(text, start) };
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return { fault: 'range', start, end };
  draft.year = [single(date.getUTCFullYear())];
  draft.month = [single(date.getUTCMonth() + 1)];
  draft.day = [single(date.getUTCDate())];
  draft.hour = [single(date.getUTCHours())];
  draft.minute = [single(date.getUTCMinutes())];
  draft.second = [single(date.getUTCSeconds() * 1_000_000)];
  draft.zone = 'UTC';
  return endFault(text, end) ?? end;
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

function skipSpaces(text: string, at: number): number {
  let next = at;
  while (text[next] === ' ') next++;
  return next;
}

const wordEnd = (text: string, at: number): number => {
  const space = text.indexOf(' ', at);
  return Math.max(space < 0 ? text.length : space, at);
};
