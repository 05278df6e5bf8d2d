import { atAssignment } from '../../engine/finding-place.ts';
import type { Report } from '../../engine/rule.ts';
import { type Duration, durationOf, exceeds, type LoadedUnit } from '../../units/loaded-unit.ts';
import type { UnitRule } from '../unit-rule.ts';

/** RestartSec= unless set, in microseconds. */
const DEFAULT_RESTART = 100_000n;

export const serviceRestartDelay: UnitRule = {
  id: 'service-restart-delay',
  scope: 'unit',
  docs: {
    what: 'RestartSteps= without RestartMaxDelaySec= or the other way round, a longest delay below RestartSec=, or an endless RestartRandomizedDelaySec=.',
    severities: ['warning'],
    why: 'systemd raises the delay between restarts from RestartSec= to RestartMaxDelaySec= in RestartSteps= steps. It warns and ignores what does not make sense.',
    bad: '[Service]\nExecStart=/usr/bin/example\nRestart=always\nRestartSteps=5',
    good: '[Service]\nExecStart=/usr/bin/example\nRestart=always\nRestartSec=1s\nRestartSteps=5\nRestartMaxDelaySec=1min',
    manual: ['systemd.service(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'service') return;
    checkPair(unit, report);
    const random = unit.last('Service', 'RestartRandomizedDelaySec');
    if (random && durationOf(unit, 'Service', 'RestartRandomizedDelaySec') === 'infinity') {
      const message = 'RestartRandomizedDelaySec= cannot be infinity; systemd warns and ignores it.';
      report({ ...atAssignment(random), severity: 'warning', message });
    }
  },
};

function checkPair(unit: LoadedUnit, report: Report): void {
  const steps = unit.last('Service', 'RestartSteps');
  const max = unit.last('Service', 'RestartMaxDelaySec');
  const longest = durationOf(unit, 'Service', 'RestartMaxDelaySec') ?? 'infinity';
  const hasSteps = steps !== undefined && !/^[+]?0+$/.test(steps.node.value.text);
  if (hasSteps && longest === 'infinity') {
    const message =
      'RestartSteps= has no effect without RestartMaxDelaySec=; systemd warns and ignores it. Add the longest delay.';
    report({ ...atAssignment(steps), severity: 'warning', message });
  }
  if (!max || longest === 'infinity') return;
  if (!hasSteps) {
    const message =
      'RestartMaxDelaySec= has no effect without RestartSteps=; systemd warns and ignores it. Add the number of steps.';
    report({ ...atAssignment(max), severity: 'warning', message });
  }
  if (exceeds(durationOf(unit, 'Service', 'RestartSec') ?? DEFAULT_RESTART, longest)) {
    const message = 'RestartMaxDelaySec= is shorter than RestartSec=; systemd warns and uses it for both.';
    report({ ...atAssignment(max), severity: 'warning', message });
  }
}

export const serviceRuntimeMax: UnitRule = {
  id: 'service-runtime-max',
  scope: 'unit',
  docs: {
    what: 'RuntimeRandomizedExtraSec= without RuntimeMaxSec=.',
    severities: ['warning'],
    why: 'There is no limit to add a random time to; systemd warns and ignores it.',
    bad: '[Service]\nExecStart=/usr/bin/example\nRuntimeRandomizedExtraSec=1h',
    good: '[Service]\nExecStart=/usr/bin/example\nRuntimeMaxSec=1d\nRuntimeRandomizedExtraSec=1h',
    manual: ['systemd.service(5)'],
  },
  check(unit, report) {
    const extra = unit.last('Service', 'RuntimeRandomizedExtraSec');
    if (unit.kind !== 'service' || !extra) return;
    if (durationOf(unit, 'Service', 'RuntimeRandomizedExtraSec') === 0n) return;
    if ((durationOf(unit, 'Service', 'RuntimeMaxSec') ?? 'infinity') !== 'infinity') return;
    const message = 'RuntimeRandomizedExtraSec= has no effect without RuntimeMaxSec=; systemd warns and ignores it.';
    report({ ...atAssignment(extra), severity: 'warning', message });
  },
};

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
