import { expect, test } from 'vitest';
import { bootedAtOf } from '../../../server/src/features/timers/booted-at.ts';
import { scheduleShown } from '../../../server/src/features/timers/shown-timers.ts';
import { parseShow } from '../../../server/src/features/why/show-output.ts';

/** As systemd 252 prints it. */
const shown = `Unit=x.service
TimersMonotonic={ OnUnitActiveUSec=1d ; next_elapse=0 }
TimersMonotonic={ OnBootUSec=15min ; next_elapse=14h 48min 8.719972s }
TimersCalendar={ OnCalendar=Mon *-*-* 05:00:00 ; next_elapse=Mon 2026-11-30 05:00:00 UTC }
TimersCalendar={ OnCalendar=*-*-* 04:00:00 Europe/Berlin ; next_elapse=Fri 2026-11-27 03:00:00 UTC }
NextElapseUSecRealtime=Fri 2026-11-27 03:57:55 UTC
NextElapseUSecMonotonic=15h 27min 26.660500s
LastTriggerUSec=
AccuracyUSec=1min
RandomizedDelayUSec=1h
FixedRandomDelay=no
Persistent=yes
Triggers=x.service
Id=t1.timer
Description=t1.timer
LoadState=loaded
ActiveState=active
FragmentPath=/run/systemd/system/t1.timer
ActiveEnterTimestamp=Thu 2026-11-26 11:54:08 UTC
`;

const [properties] = parseShow(shown);
const bootedAt = Date.UTC(2026, 10, 25, 21, 21, 0) / 1000;

test('what a manager says of a timer is a schedule', () => {
  const schedule = scheduleShown(properties!, { manager: 'system', bootedAt });
  expect(schedule).toMatchObject({
    name: 't1.timer',
    activates: 'x.service',
    path: '/run/systemd/system/t1.timer',
    calendar: [{ text: 'Mon *-*-* 05:00:00' }, { text: '*-*-* 04:00:00 Europe/Berlin' }],
    spans: [
      { key: 'OnUnitActiveSec', seconds: 86_400 },
      { key: 'OnBootSec', seconds: 900 },
    ],
    randomizedDelay: 3600,
    accuracy: 60,
    isPersistent: true,
    // By a time span before its calendar: 15 h 27 min after the boot.
    state: { isActive: true, next: bootedAt + 55_646.6605, last: undefined },
  });
});

test('a timer without a file is none', () => {
  const [missing] = parseShow('Id=a.timer\nLoadState=not-found\n');
  expect(scheduleShown(missing!, { manager: 'user' })).toBeUndefined();
});

test('when monotonic time began is told by the start of the manager', () => {
  const text = 'UserspaceTimestamp=Thu 2026-11-26 11:54:07 UTC\nUserspaceTimestampMonotonic=52388719972\n';
  expect(bootedAtOf(text)).toBe(Date.UTC(2026, 10, 26, 11, 54, 7) / 1000 - 52_389);
  expect(bootedAtOf('')).toBeUndefined();
});
