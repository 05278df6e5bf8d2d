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

/** Each English knows the short names of zones near to it. */
const LOCALES = ['en-US', 'en-GB', 'en-CA', 'en-IN', 'en-AU', 'en-NZ', 'en-ZA'];

/** Names of the time zone database that no English of Intl has. */
const others: Readonly<Record<string, string>> = {
  'Asia/Tokyo': 'JST',
  'Asia/Seoul': 'KST',
  'Asia/Shanghai': 'CST',
  'Asia/Taipei': 'CST',
  'Asia/Hong_Kong': 'HKT',
  'Asia/Manila': 'PST',
  'Asia/Karachi': 'PKT',
  'Asia/Jakarta': 'WIB',
  'Europe/Moscow': 'MSK',
  'Africa/Cairo': 'EET',
  'Africa/Lagos': 'WAT',
  'Africa/Nairobi': 'EAT',
};

/** `CET`, `EST`, `+0530`: what a zone calls itself at a time; undefined is the machine's own. */
export function zoneLabel(zone: string | undefined, time: number): string {
  const name = zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (name === 'UTC') return 'UTC';
  if (Object.hasOwn(others, name)) return others[name]!;
  const [first = '', ...more] = LOCALES.map((locale) => shortName(locale, name, time));
  return [first, ...more].find((label) => !/^GMT[+-]|^UTC[+-]/.test(label)) ?? numericLabel(first);
}

function shortName(locale: string, zone: string, time: number): string {
  const timeZone = zone.replace(/^(?:posix|right)\//, '');
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }).formatToParts(time * 1000);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}

/** Zones without a name of their own go by their offset: `GMT+5:30` is `+0530`. */
function numericLabel(label: string): string {
  const [, sign = '', hours = '', minutes = ''] = /([+-])(\d+)(?::(\d+))?/.exec(label) ?? [];
  return `${sign}${hours.padStart(2, '0')}${minutes}`;
}
