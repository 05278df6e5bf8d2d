import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDocument } from '../../../server/src/features/document.ts';
import { calendarPreview } from '../../../server/src/features/schedule/calendar-preview.ts';
import {
  areOneEvent,
  expressionOf,
  type Schedule,
  scheduleOf,
  scheduleRemark,
} from '../../../server/src/features/schedule/schedule-form.ts';
import { scheduleLines, writeSchedule } from '../../../server/src/features/schedule/schedule-lines.ts';
import { parseCalendar } from '../../../server/src/values/time/calendar-parse.ts';
import { schedules } from './schedules.ts';

const four = { hour: 4, minute: 0 };

test.each<[string, Schedule]>([
  ['*:0/15', { kind: 'minutes', every: 15 }],
  ['minutely', { kind: 'minutes', every: 1 }],
  ['hourly', { kind: 'hours', every: 1, minute: 0 }],
  ['0/6:30', { kind: 'hours', every: 6, minute: 30 }],
  ['daily', { kind: 'daily', times: [{ hour: 0, minute: 0 }] }],
  ['*-*-* 04:00:00', { kind: 'daily', times: [four] }],
  ['08,09,16:15', { kind: 'daily', times: [8, 9, 16].map((hour) => ({ hour, minute: 15 })) }],
  ['08..10:15', { kind: 'free', text: '08..10:15' }],
  ['weekly', { kind: 'weekdays', days: 1, time: { hour: 0, minute: 0 } }],
  ['Mon..Fri 04:00 Europe/Berlin', { kind: 'weekdays', days: 31, time: four, zone: 'Europe/Berlin' }],
  ['monthly', { kind: 'monthly', day: 1, fromEnd: false, time: { hour: 0, minute: 0 } }],
  ['*-*~01 04:00', { kind: 'monthly', day: 1, fromEnd: true, time: four }],
  ['yearly', { kind: 'yearly', month: 1, day: 1, time: { hour: 0, minute: 0 } }],
  ['Mon *-*-01..07 04:00', { kind: 'free', text: 'Mon *-*-01..07 04:00' }],
  ['04:00:30', { kind: 'free', text: '04:00:30' }],
  ['2026-*-* 04:00', { kind: 'free', text: '2026-*-* 04:00' }],
  ['not a schedule', { kind: 'free', text: 'not a schedule' }],
])('%s is read into its form', (text, schedule) => expect(scheduleOf(text)).toEqual(schedule));

test('whatever a form says is a calendar event, and read back it says the same', () => {
  fc.assert(
    fc.property(schedules, (schedule) => {
      const text = expressionOf(schedule);
      expect('fault' in parseCalendar(text), text).toBe(false);
      expect(expressionOf(scheduleOf(text))).toBe(text);
    }),
  );
});

test('times of one minute are one event', () => {
  expect(areOneEvent([four, { hour: 16, minute: 0 }])).toBe(true);
  expect(areOneEvent([four, { hour: 16, minute: 30 }])).toBe(false);
});

test('what may be understood otherwise is remarked on', () => {
  expect(scheduleRemark({ kind: 'minutes', every: 25 })).toContain('0, 25, 50 past each hour');
  expect(scheduleRemark({ kind: 'minutes', every: 20 })).toBeUndefined();
  expect(scheduleRemark({ kind: 'hours', every: 5, minute: 0 })).toContain('begins anew at midnight');
  expect(scheduleRemark({ kind: 'monthly', day: 31, fromEnd: false, time: four })).toContain('without a day 31');
});

test('a preview has words, the normal form and the next times, or a problem', () => {
  const options = { now: Date.UTC(2026, 2, 1) / 1000, zone: 'UTC', count: 2 };
  expect(calendarPreview('Mon 4:00', options)).toEqual({
    normal: 'Mon *-*-* 04:00:00',
    words: 'Every Monday at 04:00:00.',
    next: [
      { text: 'Mon 2026-03-02 04:00:00 UTC', fromNow: '1 day 4h left' },
      { text: 'Mon 2026-03-09 04:00:00 UTC', fromNow: '1 week 1 day left' },
    ],
    ending: undefined,
  });
  expect(calendarPreview('every day', options)).toMatchObject({ meant: 'daily' });
  expect(calendarPreview('*-*-* %i:00', options)).toHaveProperty('problem');
  expect(calendarPreview('', options)).toHaveProperty('problem');
});

const written = (text: string, expression: string, line?: number, path = '/a.timer'): string | undefined => {
  const edit = writeSchedule(createDocument(text, { path, version: 257 }), { expression, line });
  return edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end);
};

test.each([
  ['[Timer]\n  OnCalendar = daily \nPersistent=yes\n', 1, '[Timer]\n  OnCalendar = Mon 04:00 \nPersistent=yes\n'],
  ['[Timer]\nOnCalendar=Mon \\\n  04:00\n', 1, '[Timer]\nOnCalendar=Mon 04:00\n'],
  [
    '[Timer]\nOnCalendar=daily\nPersistent=yes\n',
    undefined,
    '[Timer]\nOnCalendar=daily\nOnCalendar=Mon 04:00\nPersistent=yes\n',
  ],
  ['[Timer]\nOnCalendar=daily', undefined, '[Timer]\nOnCalendar=daily\nOnCalendar=Mon 04:00\n'],
  ['[Unit]\n[Timer]\nPersistent=yes\n', undefined, '[Unit]\n[Timer]\nOnCalendar=Mon 04:00\nPersistent=yes\n'],
  ['[Unit]\r\nDescription=x\r\n', undefined, '[Unit]\r\nDescription=x\r\n\r\n[Timer]\r\nOnCalendar=Mon 04:00\r\n'],
  ['', undefined, '[Timer]\nOnCalendar=Mon 04:00\n'],
])('%j, line %s', (text, line, expected) => expect(written(text, 'Mon 04:00', line)).toBe(expected));

test.each([
  ['[Timer]\nOnCalendar=daily\n', 'daily\nUser=root', 1, '/a.timer'],
  ['[Timer]\nOnCalendar=daily\n', 'daily \\', 1, '/a.timer'],
  ['[Timer]\nOnCalendar=daily\n', ' ', 1, '/a.timer'],
  ['[Timer]\nOnBootSec=1\n', 'daily', 1, '/a.timer'],
  ['[Service]\nExecStart=/bin/true\n', 'daily', undefined, '/a.service'],
])('%j is not written as %j', (text, expression, line, path) =>
  expect(written(text, expression, line, path)).toBeUndefined(),
);

test('the lines of a timer are forms, those that clear the list left out', () => {
  const document = createDocument('[Timer]\nOnCalendar=\nOnCalendar=daily\n', { path: '/a.timer', version: 257 });
  expect(scheduleLines(document)).toEqual([
    { line: 2, text: 'daily', schedule: { kind: 'daily', times: [{ hour: 0, minute: 0 }] } },
  ]);
  expect(scheduleLines(createDocument('[Service]\n', { path: '/a.service', version: 257 }))).toBeUndefined();
});
