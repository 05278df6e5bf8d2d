import { formatWeekdays } from './calendar-format.ts';
import { EVERY_DAY, shortWeekdays } from './calendar-spec.ts';

/** What a schedule of cron is to a timer. */
export interface CronSchedule {
  /** Values of `OnCalendar=`; a timer elapses at each of them. */
  readonly calendar: readonly string[];
  /** `@reboot`: once after each boot. */
  readonly isBoot?: boolean;
}

/** Weeks of cron begin with Sunday, those of systemd with Monday. */
const NICKNAMES: Readonly<Record<string, string>> = {
  '@hourly': 'hourly',
  '@daily': 'daily',
  '@midnight': 'daily',
  '@weekly': 'Sun *-*-* 00:00',
  '@monthly': 'monthly',
  '@yearly': 'yearly',
  '@annually': 'yearly',
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** From Sunday, as cron counts. */
const WEEKDAYS = [...shortWeekdays.slice(6), ...shortWeekdays.slice(0, 6)].map((name) => name.toLowerCase());

interface Field {
  readonly least: number;
  readonly most: number;
  /** Names for numbers from `least` on. */
  readonly names?: readonly string[];
}

const FIELDS: readonly Field[] = [
  { least: 0, most: 59 },
  { least: 0, most: 23 },
  { least: 1, most: 31 },
  { least: 1, most: 12, names: MONTHS },
  { least: 0, most: 7, names: WEEKDAYS },
];

/**
 * The five fields of crontab(5) (minute, hour, day, month, weekday) or a nickname, as calendar events of systemd.time(7).
 * Undefined for what is not a schedule. Cron runs when day *or* weekday fits if both are limited, hence two events.
 */
export function parseCron(text: string): CronSchedule | undefined {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === '@reboot') return { calendar: [], isBoot: true };
  const nickname = Object.hasOwn(NICKNAMES, trimmed) ? NICKNAMES[trimmed] : undefined;
  if (nickname !== undefined) return { calendar: [nickname] };
  const words = trimmed.split(/\s+/);
  if (words.length !== FIELDS.length) return undefined;
  const fields = words.map((word, index) => valuesOf(word, FIELDS[index]!));
  if (fields.some((field) => field === undefined)) return undefined;
  const [minutes, hours, days, months, weekdays] = fields as [number[], number[], number[], number[], number[]];
  const time = `${part(hours, FIELDS[1]!)}:${part(minutes, FIELDS[0]!)}`;
  const month = part(months, FIELDS[3]!);
  const week = weekdayPart(weekdays);
  const ofDay = `*-${month}-${part(days, FIELDS[2]!)} ${time}`;
  const ofWeek = `${week === '' ? '' : `${week} `}*-${month}-* ${time}`;
  // Like cron itself: a field that begins with a star is not limited, whatever its step.
  const isDayFree = words[2]!.startsWith('*');
  const isWeekFree = words[4]!.startsWith('*');
  if (isDayFree || isWeekFree) return { calendar: [week === '' ? ofDay : `${week} ${ofDay}`] };
  return { calendar: [ofDay, ofWeek] };
}

/** The numbers a field lists, ascending; undefined for what cron would refuse. */
function valuesOf(text: string, field: Field): number[] | undefined {
  const found = new Set<number>();
  for (const item of text.split(',')) {
    const [, range = '', step] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(item) ?? [];
    const bounds = boundsOf(range, field);
    const by = Number(step ?? 1);
    // A single number takes no step.
    if (!bounds || by < 1 || (step !== undefined && !/[*-]/.test(range))) return undefined;
    for (let value = bounds[0]; value <= bounds[1]; value += by) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}

function boundsOf(range: string, field: Field): [number, number] | undefined {
  if (range === '*') return [field.least, field.names === WEEKDAYS ? 6 : field.most];
  const [from, to, ...more] = range.split('-').map((word) => numberOf(word, field));
  if (from === undefined || more.length > 0) return undefined;
  if (!range.includes('-')) return [from, from];
  return to === undefined || to < from ? undefined : [from, to];
}

function numberOf(word: string, { least, most, names = [] }: Field): number | undefined {
  const named = names.indexOf(word);
  const number = named >= 0 ? named + least : /^\d{1,2}$/.test(word) ? Number(word) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}

const isWhole = (values: readonly number[], { least, most }: Field): boolean => values.length === most - least + 1;

/** `*`, `09`, `0/5`, `08..17`, `00,30`. */
function part(values: readonly number[], field: Field): string {
  if (isWhole(values, field)) return '*';
  const [first = 0, second] = values;
  const step = (second ?? 0) - first;
  const isEven = values.every((value, index) => value === first + index * step);
  // With a step for days, systemd misses the first of a month that follows on the last step of another.
  const takesStep = field.least === 0;
  if (takesStep && values.length > 2 && isEven && step > 1 && values.at(-1)! + step > field.most)
    return `${first}/${step}`;
  return runs(values)
    .map(([from, to]) =>
      from === to ? pad(from) : to === from + 1 ? `${pad(from)},${pad(to)}` : `${pad(from)}..${pad(to)}`,
    )
    .join(',');
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** Stretches of numbers that follow one another. */
function runs(values: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const value of values) {
    const last = found.at(-1);
    if (last && last[1] === value - 1) last[1] = value;
    else found.push([value, value]);
  }
  return found;
}

/** `Mon..Fri`; 0 and 7 are Sunday. Empty for every day. */
function weekdayPart(values: readonly number[]): string {
  const bits = values.reduce((sum, value) => sum | (1 << ((value + 6) % 7)), 0);
  return bits === EVERY_DAY ? '' : formatWeekdays(bits);
}
