import { atAssignment } from '../../engine/finding-place.ts';
import { type Duration, durationOf, exceeds, type LoadedUnit } from '../../units/loaded-unit.ts';
import type { UnitRule } from '../unit-rule.ts';

export const jobTimeout: UnitRule = {
  id: 'job-timeout',
  scope: 'unit',
  docs: {
    what: 'A JobRunningTimeoutSec= longer than JobTimeoutSec=.',
    severities: ['warning'],
    why: 'The job as a whole is given up before; systemd warns that the setting has no effect.',
    bad: '[Unit]\nJobTimeoutSec=1min\nJobRunningTimeoutSec=5min',
    good: '[Unit]\nJobTimeoutSec=5min\nJobRunningTimeoutSec=1min',
    manual: ['systemd.unit(5)'],
  },
  check(unit, report) {
    const running = unit.last('Unit', 'JobRunningTimeoutSec');
    if (!running || !exceeds(limit(unit, running.node.key), limit(unit, 'JobTimeoutSec'))) return;
    if (limit(unit, running.node.key) === 'infinity') return;
    const message = 'JobRunningTimeoutSec= is longer than JobTimeoutSec=, so it has no effect, as systemd warns.';
    report({ ...atAssignment(running), severity: 'warning', message, tag: 'unnecessary' });
  },
};

/** Zero means no limit. */
function limit(unit: LoadedUnit, key: string): Duration {
  const duration = durationOf(unit, 'Unit', key);
  return duration === undefined || duration === 0n ? 'infinity' : duration;
}
