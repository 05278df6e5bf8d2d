import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextElapse } from '../../../server/src/values/time/calendar-next.ts';
import { parseCalendar } from '../../../server/src/values/time/calendar-parse.ts';
import { parseCron } from '../../../server/src/values/time/cron.ts';

describe('a schedule of cron as calendar events', () => {
  test.each([
    ['0 9 * * 1-5', ['Mon..Fri *-*-* 09:00']],
    ['*/15 * * * *', ['*-*-* *:0/15']],
    ['30 4 1,15 * 5', ['*-*-01,15 04:30', 'Fri *-*-* 04:30']],
    ['0 0 1 jan *', ['*-01-01 00:00']],
    ['5,35 8-18/2 * * sun', ['Sun *-*-* 08,10,12,14,16,18:05,35']],
    ['0 0 * * 5-7', ['Fri..Sun *-*-* 00:00']],
    ['0 0 * * 0,6', ['Sat,Sun *-*-* 00:00']],
    ['@weekly', ['Sun *-*-* 00:00']],
    ['@Daily', ['daily']],
    ['@reboot', []],
  ])('%s', (text, calendar) => {
    expect(parseCron(text)?.calendar).toEqual(calendar);
  });

  test.each([
    '',
    '* * * *',
    '60 * * * *',
    '* * 0 * *',
    '* * * * 8',
    '5/10 * * * *',
    '9-5 * * * *',
    '1-2-3 * * * *',
    'a b c d e',
  ])('%j is none', (text) => {
    expect(parseCron(text)).toBeUndefined();
  });
});

/** The numbers of a field, read as crontab(5) says, in the simplest way there is. */
function numbers(text: string, least: number, most: number): Set<number> {
  const found = new Set<number>();
  for (const item of text.split(',')) {
    const [range = '', step = '1'] = item.split('/');
    const [from = least, to = from] = range === '*' ? [least, most] : range.split('-').map(Number);
    for (let value = from; value <= to; value += Number(step)) found.add(value);
  }
  return found;
}

function elapses(fields: readonly string[], time: Date): boolean {
  const [minute, hour, day, month, week] = fields as [string, string, string, string, string];
  const weekdays = new Set([...numbers(week, 0, 6)].map((value) => value % 7));
  const isDay = numbers(day, 1, 31).has(time.getUTCDate());
  const isWeek = weekdays.has(time.getUTCDay());
  const isEither = !day.startsWith('*') && !week.startsWith('*');
  return (
    numbers(minute, 0, 59).has(time.getUTCMinutes()) &&
    numbers(hour, 0, 23).has(time.getUTCHours()) &&
    numbers(month, 1, 12).has(time.getUTCMonth() + 1) &&
    (isEither ? isDay || isWeek : isDay && isWeek)
  );
}

const field = (least: number, most: number): fc.Arbitrary<string> => {
  const number = fc.integer({ min: least, max: most });
  const range = fc.tuple(number, number).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
  const step = fc.integer({ min: 1, max: 12 });
  const item = fc.oneof(
    number.map(String),
    range,
    fc.tuple(range, step).map(([a, b]) => `${a}/${b}`),
  );
  return fc.oneof(
    fc.constant('*'),
    step.map((by) => `*/${by}`),
    fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => items.join(',')),
  );
};

test('elapses at the minutes at which cron would run', () => {
  const fields = fc.tuple(field(0, 59), field(0, 23), field(1, 28), field(1, 12), field(0, 7));
  fc.assert(
    fc.property(fields, fc.integer({ min: 1_700_000_000, max: 1_800_000_000 }), (words, start) => {
      const schedule = parseCron(words.join(' '));
      const events = schedule!.calendar.map((text) => parseCalendar(text));
      const next = events.flatMap((event) => {
        expect(event).not.toHaveProperty('fault');
        const found = 'fault' in event ? undefined : nextElapse(event, { time: start, microsecond: 0 }, 'UTC');
        return found ? [found.time] : [];
      });
      const first = Math.min(...next);
      // A day of minutes is tried one by one.
      const begin = (Math.floor(start / 60) + 1) * 60;
      for (let time = begin; time < Math.min(first, begin + 86_400); time += 60)
        expect(elapses(words, new Date(time * 1000)), `${words} at ${time}`).toBe(false);
      if (Number.isFinite(first)) expect(elapses(words, new Date(first * 1000))).toBe(true);
    }),
    { numRuns: 150 },
  );
});
