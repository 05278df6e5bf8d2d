import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockOf, usesHour12 } from '../../client/src/pages/journal/clock.ts';
import { rowPositions, wrappedLines } from '../../client/src/pages/journal/row-positions.ts';

test('rows stand below one another, whatever of them is measured in which order', () => {
  const height = fc.integer({ min: 1, max: 90 });
  const changes = fc.array(fc.tuple(fc.nat(), height), { maxLength: 20 });
  fc.assert(
    fc.property(
      fc.array(height, { minLength: 1, maxLength: 50 }),
      changes,
      fc.nat(5_000),
      (heights, measured, offset) => {
        const places = rowPositions(heights);
        const now = [...heights];
        for (const [at, high] of measured) {
          const index = at % now.length;
          expect(places.measured(index, high)).toBe(high - now[index]!);
          now[index] = high;
        }
        const tops = now.map((_, index) => now.slice(0, index).reduce((sum, each) => sum + each, 0));
        expect(now.map((_, index) => places.top(index))).toEqual(tops);
        expect(places.total).toBe(tops.at(-1)! + now.at(-1)!);
        expect(places.at(offset)).toBe(Math.max(0, tops.filter((top) => top <= offset).length - 1));
      },
    ),
  );
});

test('no rows have no place', () => {
  const places = rowPositions([]);
  expect([places.total, places.at(100), places.top(0)]).toEqual([0, 0, 0]);
});

test.each([
  ['', 10, 1],
  ['short', 10, 1],
  ['0123456789', 10, 1],
  ['0123456789a', 10, 2],
  ['one\ntwo\n', 10, 3],
  ['x'.repeat(1_000), 10, 6],
  ['a', 0, 1],
])('%j in %d columns has %d lines', (text, columns, lines) => expect(wrappedLines(text, columns, 6)).toBe(lines));

test.each<[Record<string, string>, boolean]>([
  [{}, false],
  [{ LANG: 'C.UTF-8' }, false],
  [{ LANG: 'POSIX' }, false],
  [{ LANG: 'en_US.UTF-8' }, true],
  [{ LANG: 'en_GB.UTF-8' }, false],
  [{ LANG: 'de_DE.UTF-8' }, false],
  [{ LANG: 'en_US.UTF-8', LC_TIME: 'de_DE.UTF-8' }, false],
  [{ LC_ALL: 'en_US.UTF-8', LC_TIME: 'de_DE.UTF-8' }, true],
  [{ LANG: 'ca_ES.UTF-8@valencia' }, false],
  [{ LANG: 'no such locale' }, false],
])('the clock of %j has 12 hours: %s', (environment, hour12) => expect(usesHour12(environment)).toBe(hour12));

test('a time is short, its day stands apart and has a year where it is another', () => {
  const at = new Date(2026, 10, 25, 14, 2, 9).getTime();
  const later = new Date(2027, 0, 1).getTime();
  expect(clockOf({ language: 'en', hour12: false }).time(at)).toBe('14:02:09');
  expect(clockOf({ language: 'en', hour12: true }).time(at).replaceAll(/\s/g, ' ')).toBe('02:02:09 PM');
  expect(clockOf({ language: 'en', hour12: false }).day(at, at)).toBe('Wed, Nov 25');
  expect(clockOf({ language: 'de', hour12: false }).day(at, later)).toContain('2026');
  expect(clockOf({ language: 'en', hour12: false }).sameDay(at, at + 36_000_000)).toBe(false);
});
