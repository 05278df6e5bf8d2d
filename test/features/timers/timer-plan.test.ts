import { expect, test } from 'vitest';
import { dayStart } from '../../../server/src/features/timers/days.ts';
import { offPeriods } from '../../../server/src/features/timers/machine-off.ts';
import { type PlanOptions, planTimers } from '../../../server/src/features/timers/timer-plan.ts';
import { scheduleOfFiles, timersAmong } from '../../../server/src/features/timers/timers-of-files.ts';
import { atOnce } from '../../../server/src/text/time-slices.ts';
import { indexOf } from '../../units/trees.ts';

const FOLDER = '/etc/systemd/system/';
const at = (text: string): number => Date.parse(text) / 1000;
const iso = (times: readonly number[]): string[] =>
  times.map((time) => new Date(time * 1000).toISOString().replace(':00.000Z', 'Z'));

/** The plan of timers by their files; names are below one folder. */
function planOf(files: Readonly<Record<string, string>>, options: PlanOptions) {
  const tree = Object.fromEntries(Object.entries(files).map(([name, text]) => [FOLDER + name, text]));
  const schedules = timersAmong(indexOf(tree), () => true).flatMap((timer) => {
    const texts = timer.paths.map((path) => ({ path, text: tree[path]! }));
    return scheduleOfFiles(timer, texts, 257) ?? [];
  });
  return atOnce(planTimers(schedules, options));
}

const week = { from: at('2026-03-26T23:00:00Z'), to: at('2026-04-02T22:00:00Z'), zone: 'Europe/Berlin' };

test('the runs of a timer are those of all its calendar lines, drop-ins and resets among them', () => {
  const plan = planOf(
    {
      'a.timer': '[Timer]\nOnCalendar=daily\nOnCalendar=Sat 12:00\n',
      'a.timer.d/x.conf':
        '[Timer]\nOnCalendar=\nOnCalendar=Sat 12:00\nOnCalendar=Sat,Sun 12:00\nRandomizedDelaySec=5min\n',
      'a.service': '[Service]\nExecStart=/bin/true\n',
    },
    week,
  );
  const [timer] = plan.timers;
  expect(iso(timer!.runs)).toEqual(['2026-03-28T11:00Z', '2026-03-29T10:00Z']);
  expect(timer).toMatchObject({
    name: 'a.timer',
    activates: 'a.service',
    delay: { random: 300, accuracy: 60, isFixed: false },
    triggers: [
      {
        text: 'Sat 12:00',
        words: 'Every Saturday at 12:00:00.',
        place: { path: `${FOLDER}a.timer.d/x.conf`, line: 2 },
      },
      { text: 'Sat,Sun 12:00' },
    ],
  });
});

test('other names, masked timers and other units are none', () => {
  const plan = planOf({ 'm.timer': '', 'a.service': '[Service]\nExecStart=/bin/true\n' }, week);
  expect(plan.timers).toEqual([]);
});

test('a run that the clocks leave out is told, with the next one', () => {
  const plan = planOf(
    { 'early.timer': '[Timer]\nOnCalendar=02:30\n', 'often.timer': '[Timer]\nOnCalendar=*:0/15\n' },
    week,
  );
  expect(plan.changes).toEqual([{ at: at('2026-03-29T01:00:00Z'), before: 3600, after: 7200 }]);
  expect(
    plan.timers.map(({ name, changed }) => [name, changed.map(({ kind, clock, runs }) => [kind, clock, iso(runs)])]),
  ).toEqual([
    ['early.timer', [['left out', '02:30', ['2026-03-30T00:30Z']]]],
    ['often.timer', []],
  ]);
});

test('a run at an hour that comes twice is told, and one whose event has a zone of its own is not', () => {
  const plan = planOf(
    { 'early.timer': '[Timer]\nOnCalendar=02:30\n', 'utc.timer': '[Timer]\nOnCalendar=02:30 UTC\n' },
    { from: at('2026-10-24T22:00:00Z'), to: at('2026-10-26T00:00:00Z'), zone: 'Europe/Berlin' },
  );
  const [early, utc] = plan.timers;
  expect(early!.changed).toMatchObject([{ kind: 'twice', clock: '02:30' }]);
  expect(early!.changed[0]!.runs).toEqual(early!.runs.filter((run) => run < at('2026-10-25T12:00:00Z')));
  expect(utc!.changed).toEqual([]);
});

test('timers of one minute and one hour pile up; one that chance spreads, or that runs all the time, is left out', () => {
  const timer = (text: string) => `[Timer]\nOnCalendar=${text}\n`;
  const { pileUps } = planOf(
    {
      'a.timer': timer('daily'),
      'b.timer': timer('Mon'),
      'c.timer': timer('Mon 00:20'),
      'spread.timer': `${timer('daily')}RandomizedDelaySec=2h\n`,
      'second.timer': timer('*:*:*'),
    },
    week,
  );
  const named = (piles: typeof pileUps.minute) => piles.map(({ times, timers }) => [iso(times), timers.join(' ')]);
  expect(named(pileUps.minute)).toEqual([[['2026-03-29T22:00Z'], 'a.timer b.timer']]);
  expect(named(pileUps.hour)).toEqual([[['2026-03-29T22:00Z'], 'a.timer b.timer c.timer']]);
});

test('the same timers at several times are one pile', () => {
  const { pileUps } = planOf(
    { 'a.timer': '[Timer]\nOnCalendar=daily\n', 'b.timer': '[Timer]\nOnCalendar=*-*-* 00:00\n' },
    week,
  );
  expect(pileUps.minute.map(({ times }) => times.length)).toEqual([7]);
});

test('what a machine that is off misses is made up once, with Persistent= only', () => {
  const stretch = { from: at('2026-06-01T00:00:00Z'), to: at('2026-06-03T00:00:00Z'), zone: 'UTC' };
  const off = offPeriods({ from: '22:00', to: '06:00' }, stretch)!;
  expect(off.map(({ from, to }) => iso([from, to]))).toEqual([
    ['2026-05-31T22:00Z', '2026-06-01T06:00Z'],
    ['2026-06-01T22:00Z', '2026-06-02T06:00Z'],
    ['2026-06-02T22:00Z', '2026-06-03T06:00Z'],
  ]);
  const plan = planOf(
    {
      'kept.timer': '[Timer]\nOnCalendar=0/2:00\nPersistent=yes\n',
      'lost.timer': '[Timer]\nOnCalendar=05:00\n',
      'noon.timer': '[Timer]\nOnCalendar=12:00\nPersistent=yes\n',
    },
    { ...stretch, off },
  );
  expect(plan.timers.map(({ name, missed, madeUp }) => [name, missed.length, iso(madeUp)])).toEqual([
    ['kept.timer', 8, ['2026-06-01T06:00Z', '2026-06-02T06:00Z', '2026-06-03T06:00Z']],
    ['lost.timer', 2, []],
    ['noon.timer', 0, []],
  ]);
});

test('what is no calendar event cannot be the end of an absence', () =>
  expect(offPeriods({ from: '22:00', to: 'soon' }, week)).toBeUndefined());

test('time spans are foreseen from the boot on, where that is known', () => {
  const files = { 'clean.timer': '[Timer]\nOnBootSec=15min\nOnUnitActiveSec=1d\n' };
  const bootedAt = at('2026-03-27T08:00:00Z');
  expect(planOf(files, week).timers[0]).toMatchObject({
    runs: [],
    estimates: [],
    triggers: [{ words: '15min after the machine boots.' }, { words: '1d after its unit was started last.' }],
  });
  const { estimates } = planOf(files, { ...week, bootedAt }).timers[0]!;
  expect(iso(estimates.slice(0, 2))).toEqual(['2026-03-27T08:15Z', '2026-03-28T08:15Z']);
  expect(estimates).toHaveLength(7);
});

test('five hundred timers, some of which run every second, have an end', () => {
  const files = Object.fromEntries(
    Array.from({ length: 500 }, (_, n) => [`t${n}.timer`, `[Timer]\nOnCalendar=*:*:${n % 60}\n`]),
  );
  const { timers } = planOf(files, week);
  expect(timers).toHaveLength(500);
  expect(timers.every(({ goesOn, runs }) => goesOn && runs.length >= 100 && runs.length <= 1500)).toBe(true);
});

test('a day begins at midnight by the clock, or when there is none', () => {
  expect(iso([dayStart(at('2026-03-29T12:00:00Z'), 'Europe/Berlin')])).toEqual(['2026-03-28T23:00Z']);
  expect(iso([dayStart(at('2026-03-29T12:00:00Z'), 'Europe/Berlin', 1)])).toEqual(['2026-03-29T22:00Z']);
  // Clocks in Beirut go from 00:00 to 01:00.
  expect(iso([dayStart(at('2026-03-29T12:00:00Z'), 'Asia/Beirut')])).toEqual(['2026-03-28T22:00Z']);
});
