import type { Span } from '../../text/span.ts';
import {
  type CalendarComponent,
  type CalendarFault,
  type CalendarField,
  type Draft,
  EVERY_DAY,
  endFault,
  MICROSECONDS,
  single,
  skipSpaces,
  weekdayNames,
  wordEnd,
} from './calendar-spec.ts';

interface FieldRead {
  readonly value: CalendarField;
  readonly next: number;
}

interface FieldFault extends Span {
  readonly fault: 'number' | 'range';
}

interface NumberRead {
  readonly value: number;
  readonly next: number;
}

/** systemd refuses longer lists (CALENDARSPEC_COMPONENTS_MAX). */
const LONGEST_LIST = 241;
const INT_MAX = 2 ** 31 - 1;

/** Reads `*` or a list of values at `at`; `seconds` may have a fraction and count in microseconds. */
export function readField(text: string, at: number, seconds: boolean): FieldRead | FieldFault {
  if (text[at] === '*') return { value: undefined, next: at + 1 };
  const value: CalendarComponent[] = [];
  for (let next = at; ; next++) {
    if (value.length === LONGEST_LIST) return { fault: 'range', start: at, end: next };
    const component = readComponent(text, next, seconds);
    if ('fault' in component) return component;
    value.push(component.value);
    next = component.next;
    if (text[next] !== ',') return { value, next };
  }
}

function readComponent(text: string, at: number, seconds: boolean) {
  const start = readNumber(text, at, seconds);
  if ('fault' in start) return start;
  let next = start.next;
  let stop: number | undefined;
  let repeat = 0;
  if (text.startsWith('..', next)) {
    const read = readNumber(text, next + 2, seconds);
    if ('fault' in read) return read;
    stop = read.value;
    repeat = seconds ? MICROSECONDS : 1;
    next = read.next;
  }
  if (text[next] === '/') {
    const read = readNumber(text, next + 1, seconds);
    if ('fault' in read) return read;
    if (read.value === 0) return { fault: 'range', start: next, end: read.next } as const;
    repeat = read.value;
    next = read.next;
  } else if (seconds && stop !== undefined && start.value + repeat > stop) {
    // Without a step of its own a range of seconds has whole ones.
    return { fault: 'range', start: at, end: next } as const;
  }
  if (next < text.length && !' ,-~:'.includes(text[next]!)) return badNumber(text, at);
  return { value: { start: start.value, stop, repeat }, next };
}

function readNumber(text: string, at: number, seconds: boolean): NumberRead | FieldFault {
  const end = digitsEnd(text, at);
  if (end === at) return badNumber(text, at);
  const whole = Number(text.slice(at, end)) * (seconds ? MICROSECONDS : 1);
  if (whole > INT_MAX) return { fault: 'range', start: at, end };
  if (!seconds || text[end] !== '.' || text[end + 1] === '.') return { value: whole, next: end };
  const next = digitsEnd(text, end + 1);
  if (next === end + 1) return badNumber(text, at);
  const digits = text.slice(end + 1, Math.min(next, end + 7));
  const roundUp = next > end + 7 && text[end + 7]! >= '5' ? 1 : 0;
  const value = whole + Number(digits.padEnd(6, '0')) + roundUp;
  return value > INT_MAX ? { fault: 'range', start: at, end: next } : { value, next };
}

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && text[end]! >= '0' && text[end]! <= '9') end++;
  return end;
}

function badNumber(text: string, at: number): FieldFault {
  let end = at;
  while (end < text.length && !' :'.includes(text[end]!)) end++;
  return { fault: 'number', start: at, end: Math.max(end, Math.min(at + 1, text.length)) };
}

/** Monday before Mon: the longer name of a day is tried first. */
const dayNames = weekdayNames.flatMap((name, day) => [
  { name: name.toLowerCase(), day },
  { name: name.slice(0, 3).toLowerCase(), day },
]);

/** Reads `Mon..Fri,Sun `; returns where the date begins. */
export function readWeekdays(text: string, draft: Draft): number | CalendarFault {
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
export function readDate(text: string, start: number, draft: Draft): number | CalendarFault {
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
