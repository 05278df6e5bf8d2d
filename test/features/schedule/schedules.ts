import fc from 'fast-check';
import type { Schedule, TimeOfDay } from '../../../server/src/features/schedule/schedule-form.ts';

const time: fc.Arbitrary<TimeOfDay> = fc.record({
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
});

/** Times that share their minute. */
const times = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 6 }),
    fc.integer({ min: 0, max: 59 }),
  )
  .map(([hours, minute]) => hours.map((hour) => ({ hour, minute })));

const form = fc.oneof(
  fc.record({ kind: fc.constant('minutes' as const), every: fc.integer({ min: 1, max: 59 }) }),
  fc.record({
    kind: fc.constant('hours' as const),
    every: fc.integer({ min: 1, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
  }),
  fc.record({ kind: fc.constant('daily' as const), times }),
  fc.record({ kind: fc.constant('weekdays' as const), days: fc.integer({ min: 1, max: 126 }), time }),
  ...[31, 28].map((max) =>
    fc.record({
      kind: fc.constant('monthly' as const),
      day: fc.integer({ min: 1, max }),
      fromEnd: fc.constant(max === 28),
      time,
    }),
  ),
  fc.record({
    kind: fc.constant('yearly' as const),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    time,
  }),
);

const zone = fc.constantFrom(undefined, 'UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe');

/** Whatever a form can say. */
export const schedules: fc.Arbitrary<Schedule> = fc
  .tuple(form, zone)
  .map(([each, at]): Schedule => (at === undefined ? each : { ...each, zone: at }));
