import { expect, test } from 'vitest';
import { parseCalendar } from '../../../server/src/values/time/calendar-parse.ts';
import { calendarWords } from '../../../server/src/values/time/calendar-words.ts';

test.each([
  ['Mon..Fri 04:00', 'Every Monday to Friday at 04:00:00.'],
  ['daily', 'Every day at 00:00:00.'],
  ['hourly', 'Every hour.'],
  ['minutely', 'Every minute.'],
  ['*:0/15', 'Every 15 minutes.'],
  ['Sat,Sun 10:00 Europe/Berlin', 'Every Saturday and Sunday at 10:00:00, Europe/Berlin time.'],
  ['*-*-1,15 12:00', 'On day 1 and 15 of every month at 12:00:00.'],
  ['*-*~1 12:00', 'On the last day of every month at 12:00:00.'],
  ['quarterly', 'On day 1 of January, April, July and October at 00:00:00.'],
  ['2026-11-23 10:00', 'On 2026-11-23 at 10:00:00.'],
])('%s: %s', (expression, words) => {
  const spec = parseCalendar(expression);
  expect('fault' in spec ? spec.fault : calendarWords(spec)).toBe(words);
});
