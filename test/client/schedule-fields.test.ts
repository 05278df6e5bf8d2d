import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Fields, fieldsOf, scheduleOfFields } from '../../client/src/pages/schedule/schedule-fields.ts';
import { expressionOf } from '../../server/src/features/schedule/schedule-form.ts';
import { schedules } from '../features/schedule/schedules.ts';

test('what the form shows of a schedule says the same when it is read back', () => {
  fc.assert(
    fc.property(schedules, (schedule) => {
      const again = scheduleOfFields(fieldsOf(schedule));
      if ('problem' in again) throw new Error(again.problem);
      expect(expressionOf(again)).toBe(expressionOf(schedule));
    }),
  );
});

test.each<[Fields, string]>([
  [{ kind: 'minutes', minutes: '0' }, 'Enter a number from 1 to 59.'],
  [{ kind: 'minutes', minutes: '' }, 'Enter a number from 1 to 59.'],
  [{ kind: 'hours', hours: '2', minute: '60' }, 'Enter a number from 0 to 59.'],
  [{ kind: 'daily', times: '' }, 'Enter a time such as 04:00.'],
  [{ kind: 'daily', times: '04:00, 25:00' }, 'Enter a time such as 04:00.'],
  [{ kind: 'daily', times: '04:00, 16:30' }, 'Times with different minutes need a line each.'],
  [{ kind: 'weekdays', days: [], time: '04:00' }, 'Choose a weekday.'],
  [{ kind: 'monthly', dayOfMonth: '29', fromEnd: true, time: '04:00' }, 'Enter a number from 1 to 28.'],
  [{ kind: 'yearly', month: '2', dayOfMonth: '1', time: '' }, 'Enter a time such as 04:00.'],
])('%j: %s', (fields, problem) => expect(scheduleOfFields(fields)).toEqual({ problem }));

test('all seven weekdays are every day', () => {
  expect(scheduleOfFields({ kind: 'weekdays', days: [0, 1, 2, 3, 4, 5, 6], time: '4:00' })).toEqual({
    kind: 'daily',
    times: [{ hour: 4, minute: 0 }],
  });
});
