import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importCompose } from '../../../server/src/features/import/compose.ts';
import { calendarOf } from '../../../server/src/features/import/cron-schedule.ts';
import { importCrontab } from '../../../server/src/features/import/crontab.ts';
import { ImportError } from '../../../server/src/features/import/imported.ts';
import { importUnits, sourceOf } from '../../../server/src/features/import/index.ts';
import { importPodmanRun } from '../../../server/src/features/import/podman-run.ts';
import { importSupervisord } from '../../../server/src/features/import/supervisord.ts';
import { importSysv } from '../../../server/src/features/import/sysv.ts';
import { checkUnitText } from '../../../server/src/service/check.ts';
import { parseCalendar } from '../../../server/src/values/time/calendar-parse.ts';
import { importCases, shown } from './table.ts';

describe('podman run and docker run', () => {
  test.each(importCases('podman-run.txt'))('$name', ({ source, expected }) => {
    expect(shown(importPodmanRun(source))).toBe(expected);
  });

  test.each([
    ['echo hello', 'There is no `podman run` or `docker run` command here.'],
    ['docker run --name', '--name needs a value.'],
    ['docker run -d', 'The command names no image.'],
    ['docker run nginx | tee log', '"|" is for a shell; a unit has no counterpart.'],
  ])('%s', (source, message) => {
    expect(() => importPodmanRun(source)).toThrow(new ImportError(message, 1));
  });
});

describe('Compose files', () => {
  test.each(importCases('compose.txt'))('$name', ({ source, expected }) => {
    expect(shown(importCompose(source, 'shop'))).toBe(expected);
  });

  test.each([
    ['a: [', 1],
    ['version: "3"\n', 1],
    ['services: {}\n', 1],
  ])('%j is no Compose file', (source, line) => {
    expect(() => importCompose(source)).toThrow(ImportError);
    try {
      importCompose(source);
    } catch (error) {
      expect((error as ImportError).line).toBe(line);
    }
  });
});

describe('crontabs', () => {
  test.each(importCases('crontab.txt'))('$name', ({ name, source, expected }) => {
    expect(shown(importCrontab(source, { hasUser: name.endsWith('system') }))).toBe(expected);
  });

  test('whatever cron takes as a schedule becomes calendar events that systemd takes', () => {
    const field = (first: number, last: number) =>
      fc.oneof(
        fc.constant('*'),
        fc.integer({ min: first, max: last }).map(String),
        fc.integer({ min: 1, max: last }).map((step) => `*/${step}`),
        fc
          .tuple(
            fc.integer({ min: first, max: last }),
            fc.integer({ min: first, max: last }),
            fc.integer({ min: 1, max: 9 }),
          )
          .map(([a, b, step]) => `${Math.min(a, b)}-${Math.max(a, b)}/${step}`),
      );
    const list = (first: number, last: number) =>
      fc.array(field(first, last), { minLength: 1, maxLength: 3 }).map((all) => all.join(','));
    fc.assert(
      fc.property(list(0, 59), list(0, 23), list(1, 31), list(1, 12), list(0, 7), (...fields) => {
        const events = calendarOf(fields.join(' '))!;
        expect(events.length).toBeGreaterThan(0);
        for (const event of events) expect([event, parseCalendar(event)]).toEqual([event, expect.anything()]);
      }),
    );
  });

  test.each(['60 * * * *', '* 24 * * *', '* * 0 * *', '5-1 * * * *', '*/0 * * * *', '* * * *', '@often', 'x * * * *'])(
    '%s is no schedule',
    (schedule) => expect(calendarOf(schedule)).toBeUndefined(),
  );
});

test.each(importCases('supervisord.txt'))('supervisord: $name', ({ source, expected }) => {
  expect(shown(importSupervisord(source, '/srv/shop/source'))).toBe(expected);
});

test.each(importCases('sysv.txt'))('init script: $name', ({ source, expected }) => {
  expect(shown(importSysv(source, '/etc/init.d/exampled'))).toBe(expected);
});

describe('what a text is', () => {
  const tables = ['podman-run', 'compose', 'crontab', 'supervisord', 'sysv'] as const;
  const ids = { 'podman-run': 'run', compose: 'compose', crontab: 'cron', supervisord: 'supervisord', sysv: 'sysv' };
  test.each(tables.flatMap((table) => importCases(`${table}.txt`).map((each) => ({ table, ...each }))))(
    '$table: $name',
    ({ table, name, source }) => {
      const path = name.endsWith('system') ? '/etc/crontab' : '/srv/x/source';
      expect(sourceOf(source, path)?.id).toBe(ids[table]);
      const units = importUnits(source, path).files.filter((file) => /\.(?:service|timer|target)$/.test(file.name));
      for (const file of units) {
        const found = checkUnitText(file.text, { path: `/etc/systemd/system/${file.name}` });
        expect(found.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
      }
    },
  );

  test('anything else is said to be none of them', () => {
    expect(() => importUnits('hello\n', '/srv/x')).toThrow(/cannot be told/);
  });
});
