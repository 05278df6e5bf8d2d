import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expressionOf } from '../../server/src/features/schedule/schedule-form.ts';
import { changedRuns, clockChanges } from '../../server/src/features/timers/clock-changes.ts';
import { elapsesIn } from '../../server/src/features/timers/timer-runs.ts';
import { formatCalendar } from '../../server/src/values/time/calendar-format.ts';
import { parseCalendar } from '../../server/src/values/time/calendar-parse.ts';
import { schedules } from '../features/schedule/schedules.ts';
import { calendar } from './analyze.ts';
import { eachSystem } from './each-system.ts';

const spec = (text: string) => {
  const read = parseCalendar(text);
  if ('fault' in read) throw new Error(`${text}: ${read.fault}`);
  return read;
};

/** Clocks change in each of these days, and 2:30 or the like is left out or comes twice. */
const changes = [
  ['Europe/Berlin', '2026-03-28 12:00:00 UTC'],
  ['Europe/Berlin', '2026-10-24 12:00:00 UTC'],
  ['America/New_York', '2026-03-07 20:00:00 UTC'],
  ['America/New_York', '2026-10-31 20:00:00 UTC'],
  ['Australia/Lord_Howe', '2026-04-04 00:00:00 UTC'],
  ['Australia/Lord_Howe', '2026-10-03 00:00:00 UTC'],
  ['Asia/Beirut', '2026-03-28 00:00:00 UTC'],
] as const;

const seconds = (text: string): number => Date.parse(`${text.replace(' UTC', 'Z').replace(' ', 'T')}`) / 1000;

/** `Sun 2026-03-29 01:00:00 UTC`; systemd prints UTC alone where local time is that. */
const utcOf = (fields: Readonly<Record<string, string>>, elapses: readonly string[]): string[] =>
  [...elapses, ...Object.values(fields)].filter((text) => text.endsWith(' UTC'));

eachSystem((version) => {
  test('what the editor of schedules writes is what systemd reads, in the form it has for it', () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        const text = expressionOf(schedule);
        const [said] = calendar([text], { version });
        expect(said!.error, text).toBeUndefined();
        expect(formatCalendar(spec(text))).toBe(said!.fields['Normalized form'] ?? text);
      }),
      { numRuns: 40 },
    );
  });

  test.each(changes)('on days when clocks change in %s (%s) runs are those of systemd', (timezone, baseTime) => {
    const stretch = { from: seconds(baseTime) + 1, to: seconds(baseTime) + 3 * 86_400, zone: timezone };
    for (const text of ['02:30', '02:00', '00:30', '*:0/30', '1/2:45', 'Sun 02:15', '02:30 UTC', '0,1,2,3:00']) {
      const { times } = elapsesIn([spec(text)], stretch, 12);
      const [said] = calendar([text], { version, timezone, baseTime, iterations: Math.max(1, times.length) });
      const last = times.at(-1);
      const ours = last === undefined ? 'none' : new Date(last * 1000).toISOString().slice(0, 19).replace('T', ' ');
      const theirs =
        last === undefined
          ? 'none'
          : utcOf(said!.fields, said!.elapses ?? [])
              .at(-1)!
              .slice(4, 23);
      expect(theirs, `${text} in ${timezone}`).toBe(ours);
    }
  });

  test.each(changes)(
    'what becomes of a run at an hour that is no more, or comes twice, in %s (%s)',
    (timezone, baseTime) => {
      const stretch = { from: seconds(baseTime), to: seconds(baseTime) + 2 * 86_400, zone: timezone };
      const found = clockChanges(stretch);
      expect(found).toHaveLength(1);
      for (const text of ['02:30', '01:45', '00:15']) {
        for (const { runs, kind, change } of changedRuns([spec(text)], found, timezone)) {
          const from = kind === 'left out' ? change.at - 1 : runs[0]! - 1;
          const base = new Date(from * 1000).toISOString().slice(0, 19).replace('T', ' ');
          const [said] = calendar([text], { version, timezone, baseTime: `${base} UTC` });
          const ours = new Date(runs[0]! * 1000).toISOString().slice(0, 19).replace('T', ' ');
          expect(utcOf(said!.fields, said!.elapses ?? [])[0]!.slice(4, 23), `${text} in ${timezone}`).toBe(ours);
        }
      }
    },
  );
});
