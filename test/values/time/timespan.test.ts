import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatTimespan, parseTimespan } from '../../../server/src/values/time/timespan.ts';
import { accepted, judge, rejected } from '../table.ts';

/** What systemd itself said; its 252, 257 and 262 agree on every row. */
const rows = readFileSync(new URL('timespan.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'));

test('there is a table to go by', () => expect(rows.length).toBeGreaterThan(90));

test.each(rows)('%s is %s', (text = '', microseconds = '', human = '') => {
  const span = parseTimespan(text);
  if ('fault' in span) {
    expect([microseconds, span.start >= 0 && span.end <= text.length]).toEqual(['', true]);
    return;
  }
  const amount = span.amount === 'infinity' ? 2n ** 64n - 1n : span.amount;
  expect([`${amount}`, formatTimespan(span.amount)]).toEqual([microseconds, human]);
});

test('a number without unit counts what the directive says', () => {
  expect(parseTimespan('5', { defaultUnit: 'us' })).toMatchObject({ amount: 5n });
  expect(parseTimespan('5us', { resolution: 'ns', defaultUnit: 'ns' })).toMatchObject({ amount: 5000n });
  expect(parseTimespan('5ns')).toMatchObject({ fault: 'unit' });
});

describe('RestartSec=', () => {
  accepted('Service.RestartSec', ['5', '100ms', '1min 30s', 'infinity', '0', '.5s', '1h30']);
  rejected('Service.RestartSec', [
    ['', 'warning', ''],
    ['5 # wait', 'warning', '#'],
    ['5SEC', 'warning', '5SEC'],
    ['1,5s', 'warning', '1,5s'],
    ['-5', 'warning', '-5'],
    ['1h 5x', 'warning', 'x'],
    ['584542y', 'warning', '584542'],
    ['infinity 5', 'warning', 'infinity 5'],
  ]);
  test.each([
    ['5mins', '5min'],
    ['1,5s', '1.5s'],
    ['2 HOURS', '2 hours'],
    ['never', 'infinity'],
  ])('%s was meant as %s', (value, meant) =>
    expect(judge('Service.RestartSec', value)[0]).toMatchObject({ replacement: meant }),
  );
});

describe('other time spans', () => {
  accepted('Service.TimeoutAbortSec', ['', '5s']);
  accepted('Service.CPUQuotaPeriodSec', ['', 'infinity']);
  accepted('Service.TimerSlackNSec', ['50', '50ns', '1us', '1.5ms', 'infinity']);
  rejected('Service.TimerSlackNSec', [['5x', 'warning', 'x']]);
  rejected('Service.TimeoutStartSec', [['', 'warning', '']]);
  accepted('Service.ManagedOOMMemoryPressureDurationSec', ['', '1s', '2min']);
  rejected('Service.ManagedOOMMemoryPressureDurationSec', [
    ['999ms', 'warning', '999ms'],
    ['infinity', 'warning', 'infinity'],
  ]);
});
