import { atAssignment } from '../../engine/finding-place.ts';
import type { Report } from '../../engine/rule.ts';
import { durationOf, exceeds, type LoadedUnit } from '../../units/loaded-unit.ts';
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
    const message = 'RestartMaxDelaySec= is shorter than RestartSec=; systemd warns and takes it for both.';
    report({ ...atAssignment(max), severity: 'warning', message });
  }
}
