import type { Span } from '../../text/span.ts';
import type { CalendarSpec } from './calendar-spec.ts';

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
