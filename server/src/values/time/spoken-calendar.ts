import { shortWeekdays, weekdayNames } from './calendar-spec.ts';
import { parseCron } from './cron.ts';

const EVERY: Readonly<Record<string, string>> = {
  minute: 'minutely',
  hour: 'hourly',
  day: 'daily',
  night: 'daily',
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
  year: 'yearly',
};

/** `every day`, `every 5 minutes`, `monday at 4:00`, `8pm`, a line of cron: as a calendar event, where there is one for it. */
export function spokenCalendar(text: string): string | undefined {
  if (text.length > 80) return undefined;
  return fromCron(text) ?? fromInterval(text) ?? fromDayAndTime(text);
}

/** `every day`, `5min`, `every 2 hours`: what divides the hour or the day. */
function fromInterval(text: string): string | undefined {
  const once = /^(?:every|each|once (?:a|per|every))\s+([a-z]+)$/i.exec(text)?.[1]?.toLowerCase();
  if (once !== undefined && Object.hasOwn(EVERY, once)) return EVERY[once];
  const match = /^(?:every\s+)?(\d{1,2})\s*(minutes?|mins?|m|hours?|hrs?|h)$/i.exec(text);
  if (!match) return undefined;
  const count = Number(match[1]);
  const isHours = match[2]!.toLowerCase().startsWith('h');
  if (count === 0 || (isHours ? 24 : 60) % count !== 0) return undefined;
  if (isHours) return count === 24 ? 'daily' : count === 1 ? 'hourly' : `*-*-* 0/${count}:00`;
  return count === 60 ? 'hourly' : count === 1 ? 'minutely' : `*:0/${count}`;
}

/** `monday at 4:00`, `every sunday`, `daily 04:00`, `8pm`. */
function fromDayAndTime(text: string): string | undefined {
  const words = text
    .toLowerCase()
    .replaceAll(',', ' ')
    .split(/\s+/)
    .filter((word) => !/^(every|each|on|at|the)?$/.test(word));
  const times = words.map(timeOf);
  const days = words.filter((_, index) => times[index] === undefined);
  const time = times.find((each) => each !== undefined);
  if (words.length === 0 || words.length - days.length > 1 || days.length > 1) return undefined;
  const [day] = days;
  if (day === undefined || /^(daily|day|night|nightly)$/.test(day)) return time && `*-*-* ${time}`;
  if (/^weekdays?$/.test(day)) return `Mon..Fri *-*-* ${time ?? '00:00'}`;
  if (/^weekends?$/.test(day)) return `Sat,Sun *-*-* ${time ?? '00:00'}`;
  const name =
    shortWeekdays[weekdayNames.findIndex((each) => new RegExp(`^(${each}s?|${each.slice(0, 3)})$`, 'i').test(day))];
  return name && `${name} *-*-* ${time ?? '00:00'}`;
}

/** `4:00`, `8pm`, `8:30 am` without the blank, `noon`. */
function timeOf(word: string): string | undefined {
  if (word === 'noon') return '12:00';
  if (word === 'midnight') return '00:00';
  const [, hours, minutes = '00', half] = /^(\d{1,2})(?::(\d{2}))?(am|pm)?$/.exec(word) ?? [];
  if (hours === undefined || (half === undefined && !word.includes(':'))) return undefined;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'pm' ? 12 : 0);
  const inRange =
    hour < 24 && Number(minutes) < 60 && (half === undefined || (Number(hours) >= 1 && Number(hours) <= 12));
  return inRange ? `${String(hour).padStart(2, '0')}:${minutes}` : undefined;
}

/** Two events, for days and for weekdays, are two lines: that is not for one value to be changed to. */
function fromCron(text: string): string | undefined {
  const { calendar = [] } = parseCron(text) ?? {};
  return calendar.length === 1 ? calendar[0] : undefined;
}
