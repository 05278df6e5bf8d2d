import { describe, expect, test } from 'vitest';
import { accepted, judge, rejected } from '../table.ts';

describe('OnCalendar=', () => {
  accepted('Timer.OnCalendar', [
    '',
    'daily',
    'Mon..Fri 10:00',
    'Mon-Fri',
    '*-02-30',
    '@1700000000',
    '*-*~01',
    '*:0/15',
    '10:00 Europe/Berlin',
    '10:00 UTC',
  ]);
  rejected('Timer.OnCalendar', [
    ['Mo 10:00', 'warning', 'Mo'],
    ['Fri..Mon', 'warning', 'Fri..Mon'],
    ['24:00', 'warning', '24:00'],
    ['10', 'warning', '10'],
    ['10:00 +0200', 'warning', '+0200'],
    ['daily Foo/Bar', 'warning', 'Foo/Bar'],
    ['10:00 Europe/berlin', 'warning', 'Europe/berlin'],
    ['*/5 * * * *', 'warning', '*/5 * * * *'],
    ['%Z', 'warning', '%Z'],
  ]);
  test.each([
    ['@daily', 'daily'],
    ['weeekly', 'weekly'],
    ['2026-11-23T10:00Z', '2026-11-23 10:00 UTC'],
    ['10:00 Europe/berlin', 'Europe/Berlin'],
  ])('%s was meant as %s', (value, meant) =>
    expect(judge('Timer.OnCalendar', value)[0]).toMatchObject({ replacement: meant }),
  );
  test('a weekday that contradicts the date is told from 262 on', () => {
    expect(judge('Timer.OnCalendar', 'Mon 2025-01-01')).toMatchObject([{ severity: 'warning', effect: 'kept' }]);
    expect(judge('Timer.OnCalendar', 'Mon 2025-01-01', { version: 257 })).toEqual([]);
    for (const value of ['Wed 2025-01-01', 'Mon 2025-01-01,02', 'Mon 2025-02-30', 'Mon *-01-01']) {
      expect(judge('Timer.OnCalendar', value), value).toEqual([]);
    }
  });
});

describe('time spans of timers', () => {
  accepted('Timer.OnBootSec', ['', '5min', '0', 'infinity', '1']);
  accepted('Timer.OnBootSec', ['%i'], { path: '/etc/systemd/system/a@5min.timer' });
  rejected('Timer.OnUnitActiveSec', [
    ['daily', 'warning', 'daily'],
    ['5 mins', 'warning', '5 mins'],
    ['%p', 'warning', '%p'],
  ]);
});
