import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatCalendar } from '../../../server/src/values/time/calendar-format.ts';
import { nextElapse, nextElapses } from '../../../server/src/values/time/calendar-next.ts';
import { parseCalendar } from '../../../server/src/values/time/calendar-parse.ts';

interface Row {
  readonly zone: string;
  readonly base: number;
  readonly expression: string;
  /** Empty when systemd refuses the expression. */
  readonly normal: string;
  readonly elapses: readonly number[];
}

/** What systemd itself said; its 252, 257 and 262 agree on every row. */
const rows: readonly Row[] = readFileSync(new URL('calendar.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [zone = '', base = '', expression = '', normal = '', ...elapses] = line.split('\t');
    return { zone, base: Number(base), expression, normal, elapses: elapses.map(Number) };
  });

const spec = (expression: string) => {
  const read = parseCalendar(expression);
  if ('fault' in read) throw new Error(`${expression}: ${read.fault}`);
  return read;
};

test('there is a table to go by', () => expect(rows.length).toBeGreaterThan(600));

test('what systemd refuses is refused, with the fault inside the text', () => {
  for (const { expression } of rows.filter(({ normal }) => normal === '')) {
    const read = parseCalendar(expression);
    if (!('fault' in read)) throw new Error(`${expression} was taken`);
    expect(read.start, expression).toBeGreaterThanOrEqual(0);
    expect(read.end, expression).toBeLessThanOrEqual(expression.length);
  }
});

test('the normal form is that of systemd', () => {
  const taken = rows.filter(({ normal }) => normal !== '');
  expect(taken.map(({ expression }) => formatCalendar(spec(expression)))).toEqual(taken.map(({ normal }) => normal));
});

test('the normal form is its own normal form', () => {
  for (const { normal } of rows) if (normal !== '') expect(formatCalendar(spec(normal))).toBe(normal);
});

/** Dublin counts winter as the exception (negative summer time), which sends systemd astray after some years. */
const astray = (row: Row): boolean => row.zone === 'Europe/Dublin' && row.expression === '*-2..4-31';

test('the next elapses are those of systemd, in every zone and over changes of clocks', () => {
  for (const row of rows) {
    if (row.normal === '' || astray(row)) continue;
    const { times: found } = nextElapses(spec(row.expression), { time: row.base, microsecond: 0 }, 3, row.zone);
    expect(
      found.map(({ time }) => time),
      `${row.expression} in ${row.zone}`,
    ).toEqual(row.elapses);
  }
});

test('an elapse has its microseconds and lies after the time asked from', () => {
  const half = nextElapse(spec('*:*:0/0.5'), { time: 0, microsecond: 0 }, 'UTC');
  expect(half).toEqual({ time: 0, microsecond: 500_000 });
  expect(nextElapse(spec('*:*:0/0.5'), half!, 'UTC')).toEqual({ time: 1, microsecond: 0 });
});

test('names for local time are taken where they are known', () => {
  expect(parseCalendar('daily CEST')).toMatchObject({ fault: 'zone' });
  expect(parseCalendar('daily cest', { localNames: ['CET', 'CEST'] })).toMatchObject({ zone: undefined });
});
