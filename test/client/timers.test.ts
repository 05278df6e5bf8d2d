import { describe, expect, test } from 'vitest';
import { histogram, listedRuns, placeOf, rowShapes, ticks, WIDTH } from '../../client/src/pages/timers/axis-shapes.ts';
import { delayText, notesOf, rowLabel, timeTexts } from '../../client/src/pages/timers/timer-words.ts';
import { offBetweenBoots, timerNames } from '../../client/src/systemd/timers.ts';
import type { PlannedTimer, TimersAnswer } from '../../server/src/protocol/requests.ts';

const DAY = 86_400;
const FROM = Date.UTC(2026, 2, 2) / 1000;

const timer = (changes: Partial<PlannedTimer> = {}): PlannedTimer => ({
  ...{ name: 'a.timer', description: '', activates: 'a.service', manager: 'system', path: undefined, state: undefined },
  triggers: [{ key: 'OnCalendar', text: 'daily', words: 'Every day at 00:00:00.' }],
  runs: [FROM + 3600, FROM + DAY + 3600],
  goesOn: false,
  estimates: [],
  delay: { random: 0, isFixed: false, accuracy: 60 },
  ...{ isPersistent: false, wakesMachine: false, missed: [], madeUp: [], changed: [] },
  ...changes,
});

const plan = (timers: PlannedTimer[], days = 7): TimersAnswer['plan'] => ({
  ...{ from: FROM, to: FROM + days * DAY, zone: 'UTC', off: [], changes: [], timers },
  pileUps: { minute: [], hour: [] },
});

const answer = (timers: PlannedTimer[], days = 7): TimersAnswer => ({
  ...{ plan: plan(timers, days), zone: 'UTC', now: FROM, remarks: [] },
  days: Array.from({ length: days + 1 }, (_, day) => FROM + day * DAY),
});

describe('the axis', () => {
  test('runs, delays, and what is missed are paths of their own', () => {
    const shapes = rowShapes(
      timer({
        runs: [FROM, FROM + DAY],
        missed: [FROM + DAY],
        madeUp: [FROM + DAY + 3600],
        delay: { random: 6 * 3600, isFixed: false, accuracy: 0 },
      }),
      plan([]),
    );
    expect(shapes).toEqual({
      window: 'M0 6h357v8h-357z',
      band: '',
      run: 'M0 2v16',
      estimate: '',
      missed: 'M1429 10v8',
      madeUp: 'M1488 2v8',
    });
  });
  test('runs that cannot be told apart are one mark, and what goes on is a band', () => {
    const runs = Array.from({ length: 1000 }, (_, minute) => FROM + minute * 60);
    const shapes = rowShapes(timer({ runs, goesOn: true }), plan([]));
    expect(shapes.run.split('M').length).toBeLessThan(120);
    expect(shapes.band).toMatch(/^M\d+ 6h\d+v8/);
  });
  test('nothing is drawn outside of it', () => {
    expect(placeOf(FROM - DAY, plan([]))).toBe(0);
    expect(placeOf(FROM + 99 * DAY, plan([]))).toBe(WIDTH);
  });
  test('columns say how many runs begin when', () => {
    const path = histogram([timer(), timer()], plan([]), 7);
    expect(path.split('M').length - 1).toBe(2);
    expect(histogram([], plan([]), 7)).toBe('');
    expect(histogram([timer({ goesOn: true })], plan([]), 7)).toBe('');
  });
  test('days have marks, and of one day the hours there is room for', () => {
    expect(ticks(answer([], 31), 10)).toHaveLength(8);
    expect(ticks(answer([], 1), 10)).toHaveLength(8);
    expect(ticks(answer([], 1), 1)).toHaveLength(1);
  });
});

test('the list has all that happens in order', () => {
  const other = timer({ name: 'b.timer', runs: [FROM + 3600], missed: [FROM + 3600], madeUp: [FROM + 7200] });
  expect(listedRuns([timer(), other]).map(({ time, timer: { name }, kind }) => [time - FROM, name, kind])).toEqual([
    [3600, 'a.timer', 'run'],
    [3600, 'b.timer', 'missed'],
    [7200, 'b.timer', 'madeUp'],
    [DAY + 3600, 'a.timer', 'run'],
  ]);
});

test('a row says in words what it shows', () => {
  const texts = timeTexts('UTC', 'en-GB');
  expect(rowLabel(timer(), answer([]), texts)).toBe(
    `a.timer Every day at 00:00:00. Next run: ${texts.full(FROM + 3600)}. 2 runs.`,
  );
  expect(rowLabel(timer({ missed: [FROM + 3600] }), answer([]), texts)).toContain(
    `Next run: ${texts.full(FROM + DAY + 3600)}. 2 runs. 1 missed.`,
  );
  expect(delayText(timer({ delay: { random: 600, isFixed: true, accuracy: 60 } }))).toBe(
    'up to 10min later by chance, the same each time on one machine; up to 1min later so that several timers share one wake-up (AccuracySec=)',
  );
  expect(notesOf(timer({ missed: [FROM], state: { isActive: false } }), texts)).toEqual([
    'The timer is not active, so nothing of this happens until it is started.',
    'Missed while the machine is off: 1. Nothing makes up for that without Persistent=yes.',
  ]);
});

test('what is shown of the time before a timer was started is its calendar only', () => {
  const texts = timeTexts('UTC', 'en-GB');
  const notes = (activeSince: number) => notesOf(timer({ state: { isActive: true, activeSince } }), texts);
  expect(notes(FROM + DAY)).toEqual([expect.stringMatching(/^It has been active since .* not what happened\.$/)]);
  expect(notes(FROM)).toEqual([]);
});

describe('the machine', () => {
  test('names of timers that can be loaded', () => {
    const output = `apt-daily.timer enabled enabled
foo@.timer disabled enabled
foo@1.timer enabled enabled
gone.timer masked enabled
other.timer alias -
`;
    expect(timerNames(output)).toEqual(['apt-daily.timer', 'foo@1.timer']);
  });
  test.each([
    [
      'of 252',
      `IDX BOOT ID                          FIRST ENTRY                 LAST ENTRY
 -1 9f66111742854614bec963e9b76ab515 Thu 2026-11-26 08:00:00 UTC Thu 2026-11-26 09:00:00 UTC
  0 8f66111742854614bec963e9b76ab515 Thu 2026-11-26 11:00:00 UTC Thu 2026-11-26 11:54:08 UTC
`,
    ],
    [
      'of older ones',
      `-1 9f66111742854614bec963e9b76ab515 Thu 2026-11-26 08:00:00 UTC—Thu 2026-11-26 09:00:00 UTC
 0 8f66111742854614bec963e9b76ab515 Thu 2026-11-26 11:00:00 UTC—Thu 2026-11-26 11:54:08 UTC
`,
    ],
  ])('was off between two boots, by the list %s', (_, output) => {
    const at = (hour: number) => Date.UTC(2026, 10, 26, hour) / 1000;
    expect(offBetweenBoots(output)).toEqual([{ from: at(9), to: at(11) }]);
  });
});
