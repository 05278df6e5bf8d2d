import { formatCalendar } from '../../values/time/calendar-format.ts';
import { type Ending, nextElapses } from '../../values/time/calendar-next.ts';
import { parseCalendar } from '../../values/time/calendar-parse.ts';
import { calendarWords } from '../../values/time/calendar-words.ts';
import { spokenCalendar } from '../../values/time/spoken-calendar.ts';
import { formatRelative, formatTimestamp } from '../../values/time/timestamp.ts';

/** What a calendar event means and when it elapses, or why it is none. */
export type CalendarPreview =
  | {
      readonly normal: string;
      readonly words: string;
      readonly next: readonly { readonly text: string; readonly fromNow: string }[];
      readonly ending: Ending | undefined;
    }
  | { readonly problem: string; readonly meant?: string | undefined };

export interface PreviewOptions {
  /** Seconds since 1970. */
  readonly now: number;
  readonly zone?: string | undefined;
  readonly count: number;
}

export function calendarPreview(text: string, { now, zone, count }: PreviewOptions): CalendarPreview {
  if (text.includes('%')) return { problem: 'The text has a specifier: when it runs depends on the unit.' };
  const spec = parseCalendar(text);
  if ('fault' in spec) {
    const part = text.slice(spec.start, spec.end);
    const problem =
      text.trim() === '' ? 'Write a calendar event, such as Mon..Fri 04:00.' : `systemd does not read "${part}" here.`;
    return { problem, meant: spokenCalendar(text) };
  }
  const { times, ending } = nextElapses(spec, { time: Math.floor(now), microsecond: 0 }, count, zone);
  const next = times.map(({ time }) => ({ text: formatTimestamp(time, zone), fromNow: formatRelative(time - now) }));
  return { normal: formatCalendar(spec), words: calendarWords(spec), next, ending };
}
