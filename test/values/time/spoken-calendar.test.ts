import { describe, expect, test } from 'vitest';
import { parseCalendar } from '../../../server/src/values/time/calendar-parse.ts';
import { spokenCalendar } from '../../../server/src/values/time/spoken-calendar.ts';

describe('what people and cron write for a calendar event', () => {
  test.each([
    ['every day', 'daily'],
    ['once a week', 'weekly'],
    ['every 5 minutes', '*:0/5'],
    ['10min', '*:0/10'],
    ['every 6 hours', '*-*-* 0/6:00'],
    ['every 1 hour', 'hourly'],
    ['Monday at 4:00', 'Mon *-*-* 04:00'],
    ['every sunday', 'Sun *-*-* 00:00'],
    ['weekdays at 8am', 'Mon..Fri *-*-* 08:00'],
    ['daily 12am', '*-*-* 00:00'],
    ['12pm', '*-*-* 12:00'],
    ['0 4 * * *', '*-*-* 04:00'],
    ['*/15 9-17 * * 1-5', 'Mon..Fri *-*-* 09..17:0/15'],
    ['30 2 1,15 */3 *', '*-01,04,07,10-01,15 02:30'],
    ['0 0 * * 0,6', 'Sat,Sun *-*-* 00:00'],
    ['0 0 * * 7', 'Sun *-*-* 00:00'],
    ['0 0 * * 0-3', 'Mon..Wed,Sun *-*-* 00:00'],
    ['@hourly', 'hourly'],
  ])('%s', (text, event) => {
    expect(spokenCalendar(text)).toBe(event);
    expect(parseCalendar(event)).not.toHaveProperty('fault');
  });

  test.each(['every 7 minutes', 'every 5 hours', '13pm', '25:00', '0 4 1 * 1', '0 4 * *', 'monday tuesday', 'now', ''])(
    'nothing is guessed of: %s',
    (text) => expect(spokenCalendar(text)).toBeUndefined(),
  );
});
