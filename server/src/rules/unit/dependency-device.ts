import { ownSectionOf } from '../../schema/kinds.ts';
import { valueSpanIn } from '../../units/judged-block.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { atAssignment, atValue } from '../place.ts';
import type { UnitRule } from '../rule.ts';
import { wordsOf } from './dependency-self.ts';

/** The first Unit= counts; see trigger-unit. */
const triggered = (unit: LoadedUnit) => unit.list(ownSectionOf(unit.kind), 'Unit')[0];

export const dependencyDevice: UnitRule = {
  id: 'dependency-device',
  scope: 'unit',
  docs: {
    what: 'Before= on a device, a timer or path unit that triggers one, or OnFailure= in a device unit.',
    why: 'Devices show up when the kernel finds them: they cannot be delayed, started or fail. systemd warns and ignores the dependency.',
    bad: '[Unit]\nBefore=dev-sda.device',
    manual: ['systemd.device(5)'],
  },
  check(unit, report) {
    for (const { place, index, word } of unit.kind === 'device' ? [] : wordsOf(unit, 'Before')) {
      if (!word.text.endsWith('.device')) continue;
      const message = 'Devices cannot be delayed; systemd warns and ignores Before= on a device.';
      const outline = { ...valueSpanIn(place, index, word), source: place.source, severity: 'warning' } as const;
      report.later(outline, () => ({ ...atValue(place.at(index), word.start, word.end), ...outline, message }));
    }
    const trigger = unit.kind === 'timer' || unit.kind === 'path' ? triggered(unit) : undefined;
    if (trigger?.node.value.text.endsWith('.device')) {
      const message =
        'A device shows up when the kernel finds it, and nothing can start it; systemd warns, and the unit triggers nothing. Name a service.';
      report({ ...atValue(trigger), severity: 'warning', message });
    }
    const onFailure = unit.kind === 'device' ? unit.last('Unit', 'OnFailure') : undefined;
    if (!onFailure) return;
    const message = 'Devices cannot fail; systemd warns and ignores OnFailure= in a device unit.';
    report({ ...atAssignment(onFailure), severity: 'warning', message });
  },
};
