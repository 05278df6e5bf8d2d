import { shortWeekdays } from './calendar-spec.ts';
import { zoneLabel } from './zone-labels.ts';
import { offsetAt } from './zones.ts';

/** `Mon 2026-11-23 04:00:00 CET`, as systemd prints times; `zone` undefined is the machine's own. */
export function formatTimestamp(time: number, zone?: string): string {
  const wall = new Date((time + offsetAt(zone, time)) * 1000);
  const text = wall.toISOString();
  return `${shortWeekdays[(wall.getUTCDay() + 6) % 7]} ${text.slice(0, 10)} ${text.slice(11, 19)} ${zoneLabel(zone, time)}`;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** systemd's mean year and month, src/basic/time-util.h. */
const YEAR = 31_557_600;
const MONTH = 2_629_800;

/** `10h left`, `1 week 0 days ago`: seconds from now on, as `format_timestamp_relative()` prints them. */
export function formatRelative(seconds: number): string {
  const text = spanWords(Math.abs(seconds));
  return text === 'now' ? text : `${text} ${seconds > 0 ? 'left' : 'ago'}`;
}

function spanWords(d: number): string {
  if (d >= YEAR) return `${count(d / YEAR, 'year')} ${count((d % YEAR) / MONTH, 'month')}`;
  if (d >= MONTH) return `${count(d / MONTH, 'month')} ${count((d % MONTH) / DAY, 'day')}`;
  if (d >= WEEK) return `${count(d / WEEK, 'week')} ${count((d % WEEK) / DAY, 'day')}`;
  if (d >= 2 * DAY) return count(d / DAY, 'day');
  if (d >= 25 * HOUR) return `1 day ${Math.floor((d - DAY) / HOUR)}h`;
  if (d >= 6 * HOUR) return `${Math.floor(d / HOUR)}h`;
  if (d >= HOUR) return `${Math.floor(d / HOUR)}h ${Math.floor((d % HOUR) / MINUTE)}min`;
  if (d >= 5 * MINUTE) return `${Math.floor(d / MINUTE)}min`;
  if (d >= MINUTE) return `${Math.floor(d / MINUTE)}min ${Math.floor(d % MINUTE)}s`;
  if (d >= 1) return `${Math.floor(d)}s`;
  return d >= 0.001 ? `${Math.floor(d * 1000)}ms` : 'now';
}

const count = (n: number, unit: string): string => `${Math.floor(n)} ${unit}${Math.floor(n) === 1 ? '' : 's'}`;
