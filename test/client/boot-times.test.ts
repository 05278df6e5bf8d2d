import { describe, expect, test } from 'vitest';
import { bootTimes, csv, duringBoot, parseChain, ticks, timespan } from '../../client/src/systemd/boot-times.ts';

const ms = 1000;
/** The four times of a unit in milliseconds after the manager began, 0 for never. */
const unit = (name: string, ...times: [number, number, number, number]) => {
  const [exit, active, leave, inactive] = times.map((time) => (time === 0 ? 0 : 5_000_000 + time * ms));
  return [
    `Id=${name}`,
    `Description=The ${name}`,
    `FragmentPath=/lib/systemd/system/${name}`,
    `InactiveExitTimestampMonotonic=${exit}`,
    `ActiveEnterTimestampMonotonic=${active}`,
    `ActiveExitTimestampMonotonic=${leave}`,
    `InactiveEnterTimestampMonotonic=${inactive}\n`,
  ].join('\n');
};
const manager = (finish: number) =>
  `UserspaceTimestampMonotonic=5000000\nFinishTimestampMonotonic=${finish === 0 ? 0 : 5_000_000 + finish * ms}\n`;

const shown = [
  unit('late.service', 9_000, 9_500, 0, 0),
  unit('web.service', 200, 450, 0, 0),
  unit('once.service', 100, 0, 0, 180),
  unit('now.target', 300, 300, 0, 0),
  unit('never.service', 0, 0, 0, 0),
  // It was active before, and is starting anew.
  unit('again.service', 800, 400, 500, 600),
].join('\n');

describe('the times of a boot', () => {
  const boot = bootTimes(shown, manager(1_000));

  test('are those of systemd-analyze, in the order of the starts', () => {
    expect(boot.finish).toBe(1_000 * ms);
    expect(boot.units.map(({ name, start, took }) => `${name} ${start / ms} ${took / ms}`)).toEqual([
      'once.service 100 80',
      'web.service 200 250',
      'now.target 300 0',
      'again.service 800 0',
      'late.service 9000 500',
    ]);
  });

  test('leave out of the plot what was started later', () => {
    expect(duringBoot(boot).map(({ name }) => name)).not.toContain('late.service');
    expect(duringBoot(bootTimes(shown, manager(0))).map(({ name }) => name)).toContain('late.service');
  });
});

test.each([
  [0, '0'],
  [700, '700us'],
  [80_300, '80ms'],
  [857_425, '857ms'],
  [1_000_000, '1s'],
  [1_234_567, '1.234s'],
  [62_300_000, '1min 2.300s'],
  [3_600_000_000, '1h'],
])('%d microseconds are %s', (time, text) => expect(timespan(time)).toBe(text));

test.each([
  [857_000, 5, [0, 200_000, 400_000, 600_000, 800_000]],
  [30_000_000, 4, [0, 10_000_000, 20_000_000, 30_000_000]],
  [0, 5, [0]],
])('a scale of %d', (total, wanted, expected) => expect(ticks(total, wanted)).toEqual(expected));

test('the critical chain as systemd-analyze prints it', () => {
  const output = [
    'The time when unit became active or started is printed after the "@" character.',
    'The time the unit took to start is printed after the "+" character.',
    '',
    'multi-user.target @853ms',
    '└─getty.target @1.2s',
    '  └─getty@tty1.service @1min 1.1s +20ms',
    '    └─-.mount @607ms',
  ].join('\n');
  expect(parseChain(output)).toEqual([
    { depth: 0, name: 'multi-user.target', at: '853ms', took: '' },
    { depth: 1, name: 'getty.target', at: '1.2s', took: '' },
    { depth: 2, name: 'getty@tty1.service', at: '1min 1.1s', took: '20ms' },
    { depth: 3, name: '-.mount', at: '607ms', took: '' },
  ]);
});

test('a table for a spreadsheet runs nothing there', () => {
  expect(
    csv([
      ['Unit', 'ms'],
      ['a,"b".service', 5],
      ['=1+1', -5],
    ]),
  ).toBe('Unit,ms\r\n"a,""b"".service",5\r\n\'=1+1,-5\r\n');
});
