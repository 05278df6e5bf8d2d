import type { Span } from '../../text/span.ts';
import { type CalendarComponent, type CalendarField, MICROSECONDS } from './calendar-spec.ts';

export interface FieldRead {
  readonly value: CalendarField;
  readonly next: number;
}

export interface FieldFault extends Span {
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
