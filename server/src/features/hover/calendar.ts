import { codeBlock } from '../../manual/markdown/escape.ts';
import { columns } from '../../text/columns.ts';
import { expandSpecifiers } from '../../values/specifiers.ts';
import { formatCalendar } from '../../values/time/calendar-format.ts';
import { nextElapses } from '../../values/time/calendar-next.ts';
import { parseCalendar } from '../../values/time/calendar-parse.ts';
import type { CalendarSpec } from '../../values/time/calendar-spec.ts';
import { calendarWords } from '../../values/time/calendar-words.ts';
import { formatRelative, formatTimestamp } from '../../values/time/timestamp.ts';
import type { Described, ValuePlace } from './hover-place.ts';

const SHOWN = 5;

/** OnCalendar=: in words, in its normal form, and when it elapses next. */
export function describeCalendar({ text, context, environment }: ValuePlace): Described | undefined {
  if (context.directive.key !== 'OnCalendar') return undefined;
  const spec = parseCalendar(expandSpecifiers(text, context).text);
  if ('fault' in spec) return undefined;
  const remark = '`RandomizedDelaySec=` and `AccuracySec=` (1min unless set) may move each run.';
  return {
    start: 0,
    end: text.length,
    markdown: `${calendarMarkdown(spec, environment.now())}\n\n${remark}`,
    isBare: true,
  };
}

const GIVEN_UP =
  'systemd does not find the next time: it gives up, logs "Infinite loop in calendar calculation", and the timer does not elapse. Ask for less at once, such as a day of the month without a weekday.';

/** A calendar event in words, its normal form and its next elapses in local time, and in UTC where that differs. */
export function calendarMarkdown(spec: CalendarSpec, now: number): string {
  const head = `${calendarWords(spec)}\n\nNormal form: \`${formatCalendar(spec)}\``;
  const { times, ending } = nextElapses(spec, { time: Math.floor(now), microsecond: 0 }, SHOWN);
  const end = ending === 'given up' ? `\n\n${GIVEN_UP}` : '';
  if (times.length === 0) return `${head}\n\n${ending === 'over' ? 'Never elapses again.' : GIVEN_UP}`;
  const rows = times.map(({ time }) => {
    const utc = formatTimestamp(time, 'UTC');
    const local = formatTimestamp(time);
    return [local, formatRelative(time - now), ...(local === utc ? [] : [utc.slice(4)])];
  });
  const isLocalUtc = rows.every((row) => row.length === 2);
  return `${head}\n\n${block([['Next', 'From now', ...(isLocalUtc ? [] : ['UTC'])], ...rows])}${end}`;
}

/** Columns below each other: a table would be drawn by some editors only. */
const block = (rows: readonly (readonly string[])[]): string => codeBlock(columns(rows, '   '), 'text');
