/** A field of a crontab line: what it may hold, and how systemd writes it; crontab(5), systemd.time(7). */
interface Field {
  readonly first: number;
  readonly last: number;
  readonly names?: readonly string[];
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');

const MINUTE: Field = { first: 0, last: 59 };
const HOUR: Field = { first: 0, last: 23 };
const DAY: Field = { first: 1, last: 31 };
const MONTH: Field = { first: 1, last: 12, names: ['', ...MONTHS] };
const WEEKDAY: Field = { first: 0, last: 7, names: DAYS.map((day) => day.toLowerCase()) };

const WORDS: Readonly<Record<string, string>> = {
  '@hourly': 'hourly',
  '@daily': 'daily',
  '@midnight': 'daily',
  '@weekly': 'Sun *-*-* 00:00:00',
  '@monthly': 'monthly',
  '@yearly': 'yearly',
  '@annually': 'yearly',
};

/**
 * The calendar events of a cron schedule, five fields or a word such as `@daily`. Two where both a day of the month and a
 * day of the week are given, since cron runs on either. Undefined for what cron would not take, and for `@reboot`.
 */
export function calendarOf(schedule: string, zone = ''): string[] | undefined {
  const suffix = zone === '' ? '' : ` ${zone}`;
  if (schedule.startsWith('@')) {
    const word = Object.hasOwn(WORDS, schedule.toLowerCase()) ? WORDS[schedule.toLowerCase()] : undefined;
    return word === undefined ? undefined : [`${word}${suffix}`];
  }
  const fields = schedule.trim().split(/\s+/);
  if (fields.length !== 5) return undefined;
  const [minute, hour, day, month, weekday] = fields as [string, string, string, string, string];
  const time = [numbers(hour, HOUR), numbers(minute, MINUTE)];
  const date = [numbers(month, MONTH), numbers(day, DAY)];
  const days = weekdays(weekday);
  if ([...time, ...date, days].includes(undefined)) return undefined;
  const [months, monthDays] = date as [string, string];
  const clock = `${time.join(':')}:00${suffix}`;
  const event = (week: string, dayOfMonth: string): string =>
    `${week === '*' ? '' : `${week} `}*-${months}-${dayOfMonth} ${clock}`;
  const isEither = !day.startsWith('*') && !weekday.startsWith('*');
  return isEither ? [event('*', monthDays), event(days!, '*')] : [event(days!, monthDays)];
}

/** One element of a list: `*`, `5`, `1-5`, a step behind a slash. */
interface Element {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly isAll: boolean;
}

function elements(text: string, field: Field): Element[] | undefined {
  const found = text.split(',').map((part) => element(part, field));
  return found.includes(undefined) ? undefined : (found as Element[]);
}

function element(text: string, field: Field): Element | undefined {
  const match = /^(?:(\*)|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, all, low, high, every] = match;
  const step = every === undefined ? 1 : Number(every);
  if (all) return step > 0 ? { from: field.first, to: field.last, step, isAll: true } : undefined;
  const from = numberOf(low!, field);
  const to = high === undefined ? (every === undefined ? from : field.last) : numberOf(high, field);
  if (from === undefined || to === undefined || from > to || step === 0) return undefined;
  return { from, to, step, isAll: false };
}

function numberOf(text: string, { first, last, names }: Field): number | undefined {
  const named = names?.indexOf(text.slice(0, 3).toLowerCase()) ?? -1;
  const value = /^\d+$/.test(text) ? Number(text) : named;
  return value >= first && value <= last ? value : undefined;
}

function numbers(text: string, field: Field): string | undefined {
  const all = elements(text, field);
  if (!all) return undefined;
  const pad = (value: number): string => String(value).padStart(2, '0');
  const written = all.map(({ from, to, step, isAll }) => {
    if (isAll) return step === 1 ? '*' : `${pad(from)}/${step}`;
    if (from === to) return pad(from);
    return `${pad(from)}..${pad(to)}${step === 1 ? '' : `/${step}`}`;
  });
  return written.includes('*') ? '*' : written.join(',');
}

/** Days by name, since systemd takes no steps there, and its week begins on Monday. */
function weekdays(text: string): string | undefined {
  const all = elements(text, WEEKDAY);
  if (!all) return undefined;
  const days = new Set<number>();
  for (const { from, to, step } of all) for (let day = from; day <= to; day += step) days.add(day % 7);
  if (days.size === 7) return '*';
  const week = [1, 2, 3, 4, 5, 6, 0].filter((day) => days.has(day));
  const first = [1, 2, 3, 4, 5, 6, 0].indexOf(week[0]!);
  const isRun = week.length > 2 && week.every((day, index) => [1, 2, 3, 4, 5, 6, 0][first + index] === day);
  return isRun ? `${DAYS[week[0]!]}..${DAYS[week.at(-1)!]}` : week.map((day) => DAYS[day]).join(',');
}
