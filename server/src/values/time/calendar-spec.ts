import type { Span } from '../../text/span.ts';

/** One of the comma-separated values of a calendar field: `start`, `start..stop`, `start/repeat`, `start..stop/repeat`. */
export interface CalendarComponent {
  readonly start: number;
  /** Undefined when no range was given. */
  readonly stop: number | undefined;
  /** 0 when it does not repeat; 1 (a second in the seconds field) for a plain range. */
  readonly repeat: number;
}

/** Alternatives in ascending order; undefined stands for `*`. */
export type CalendarField = readonly CalendarComponent[] | undefined;

/** A calendar event expression as systemd keeps it (src/shared/calendarspec.h); systemd.time(7), "Calendar events". */
export interface CalendarSpec {
  /** Bit 0 is Monday; undefined is any day. */
  readonly weekdays: number | undefined;
  /** Days count from the end of the month (`*-02~03`). */
  readonly endOfMonth: boolean;
  readonly year: CalendarField;
  readonly month: CalendarField;
  readonly day: CalendarField;
  readonly hour: CalendarField;
  readonly minute: CalendarField;
  /** In microseconds. */
  readonly second: CalendarField;
  /** `UTC`, a name of the time zone database, or undefined for local time. */
  readonly zone: string | undefined;
}

export const MICROSECONDS = 1_000_000;
export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2199;
export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** `Mon`, as systemd prints them. */
export const shortWeekdays: readonly string[] = weekdayNames.map((name) => name.slice(0, 3));
export const EVERY_DAY = 0b111_1111;

export const single = (start: number): CalendarComponent => ({ start, stop: undefined, repeat: 0 });

/** `*` in the seconds field is not "any": it is every whole second. */
export const EVERY_SECOND: CalendarField = [{ start: 0, stop: undefined, repeat: MICROSECONDS }];

export interface CalendarFault extends Span {
  readonly fault: 'empty' | 'weekday' | 'date' | 'time' | 'number' | 'range' | 'zone' | 'rest';
}

/** A calendar event while it is read; not yet in normal form. */
export type Draft = { -readonly [K in keyof CalendarSpec]: CalendarSpec[K] };

export const endFault = (text: string, at: number): CalendarFault | undefined =>
  at < text.length ? { fault: 'rest', start: at, end: text.length } : undefined;

export function skipSpaces(text: string, at: number): number {
  let next = at;
  while (text[next] === ' ') next++;
  return next;
}

export const wordEnd = (text: string, at: number): number => {
  const space = text.indexOf(' ', at);
  return Math.max(space < 0 ? text.length : space, at);
};
