import { zoneAreas } from './zone-names.ts';

let names: ReadonlySet<string> | undefined;

/** Every name of the time zone database, current and former. */
export function zoneNames(): ReadonlySet<string> {
  names ??= new Set(
    Object.entries(zoneAreas).flatMap(([area, list]) =>
      list.split(' ').map((name) => (area === '' ? name : `${area}/${name}`)),
    ),
  );
  return names;
}

/** Whether systemd finds the zone below /usr/share/zoneinfo; case counts. */
export const isZoneName = (name: string): boolean =>
  name === 'localtime' || zoneNames().has(name.replace(/^(?:posix|right)\//, ''));

const formats = new Map<string, Intl.DateTimeFormat>();
const daily = new Map<string, number>();
const DAY = 86_400;
const LARGEST_CACHE = 50_000;

/**
 * Seconds that local time is ahead of UTC at a time (seconds since 1970) in a zone (`UTC`, a database name, or
 * undefined for the machine's own). Most days have no change, so the two ends of a day settle the rest of it.
 */
export function offsetAt(zone: string | undefined, time: number): number {
  if (zone === 'UTC') return 0;
  const day = Math.floor(time / DAY);
  const start = offsetOfDay(zone, day);
  return start === offsetOfDay(zone, day + 1) ? start : askOffset(zone, time);
}

function offsetOfDay(zone: string | undefined, day: number): number {
  const key = `${day} ${zone ?? ''}`;
  let offset = daily.get(key);
  if (offset === undefined) {
    if (daily.size > LARGEST_CACHE) daily.clear();
    offset = askOffset(zone, day * DAY);
    daily.set(key, offset);
  }
  return offset;
}

function askOffset(zone: string | undefined, time: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatFor(zone).formatToParts(time * 1000)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - time;
}

function formatFor(zone: string | undefined): Intl.DateTimeFormat {
  const key = zone ?? '';
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone?.replace(/^(?:posix|right)\//, '').replace(/^localtime$/, '') || undefined,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(key, format);
  }
  return format;
}
