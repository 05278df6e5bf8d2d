import { atAssignment } from '../../engine/finding-place.ts';
import { durationOf } from '../../units/loaded-unit.ts';
import type { UnitRule } from '../unit-rule.ts';

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
