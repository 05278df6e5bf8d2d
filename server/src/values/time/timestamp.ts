import { shortWeekdays } from './calendar-spec.ts';
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

/** Each English knows the short names of zones near to it. */
const LOCALES = ['en-US', 'en-GB', 'en-CA', 'en-IN', 'en-AU', 'en-NZ', 'en-ZA'];

/** Names of the time zone database that no English of Intl has, or that it takes for others. */
const others: Readonly<Record<string, string>> = {
  'Africa/Cairo': 'EET EEST',
  'Africa/Lagos': 'WAT',
  'Africa/Nairobi': 'EAT',
  'America/Adak': 'HST HDT',
  'America/Dawson': 'MST',
  'America/Havana': 'CST CDT',
  'America/Hermosillo': 'MST',
  'America/Mazatlan': 'MST',
  'America/Whitehorse': 'MST',
  'Asia/Hong_Kong': 'HKT',
  'Asia/Jakarta': 'WIB',
  'Asia/Jayapura': 'WIT',
  'Asia/Jerusalem': 'IST IDT',
  'Asia/Karachi': 'PKT',
  'Asia/Macau': 'CST',
  'Asia/Makassar': 'WITA',
  'Asia/Manila': 'PST',
  'Asia/Pontianak': 'WIB',
  'Asia/Pyongyang': 'KST',
  'Asia/Seoul': 'KST',
  'Asia/Shanghai': 'CST',
  'Asia/Taipei': 'CST',
  'Asia/Tokyo': 'JST',
  'Europe/Dublin': 'GMT IST',
  'Europe/Guernsey': 'GMT BST',
  'Europe/Isle_of_Man': 'GMT BST',
  'Europe/Jersey': 'GMT BST',
  'Europe/Kirov': 'MSK',
  'Europe/Moscow': 'MSK',
  'Europe/Simferopol': 'MSK',
  'Europe/Volgograd': 'MSK',
  'Pacific/Guam': 'ChST',
  'Pacific/Midway': 'SST',
  'Pacific/Pago_Pago': 'SST',
  'Pacific/Saipan': 'ChST',
};

/** Zones that have no name in the time zone database, though Intl has one for them. */
const unnamed = new Set([
  'America/Miquelon',
  'Antarctica/Casey',
  'Antarctica/Troll',
  'Asia/Colombo',
  'Asia/Dubai',
  'Asia/Muscat',
  'Australia/Eucla',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
]);

/** `CET`, `EST`, `+0530`: what a zone calls itself at a time; undefined is the machine's own. */
export function zoneLabel(zone: string | undefined, time: number): string {
  const name = zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (name === 'UTC') return 'UTC';
  if (Object.hasOwn(others, name)) return ownLabel(name, time);
  if (unnamed.has(name)) return numericLabel(offsetAt(name, time));
  const labels = LOCALES.map((locale) => shortName(locale, name, time));
  return labels.find((label) => !/^GMT[+-]|^UTC[+-]/.test(label)) ?? numericLabel(offsetAt(name, time));
}

/** The second name is that of the time when clocks are ahead. */
function ownLabel(zone: string, time: number): string {
  const [standard = '', ahead = standard] = others[zone]!.split(' ');
  const quarters = [1, 2, 3].map((quarter) => offsetAt(zone, time + quarter * 91 * 86_400));
  return offsetAt(zone, time) > Math.min(...quarters) ? ahead : standard;
}

function shortName(locale: string, zone: string, time: number): string {
  const timeZone = zone.replace(/^(?:posix|right)\//, '');
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }).formatToParts(time * 1000);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}

/** Zones without a name of their own go by their offset: `+0530`. */
function numericLabel(offset: number): string {
  const minutes = Math.abs(offset) / 60;
  const digits = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${digits(minutes / 60)}${minutes % 60 === 0 ? '' : digits(minutes % 60)}`;
}
