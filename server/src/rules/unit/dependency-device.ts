import { atAssignment, atValue } from '../../engine/finding-place.ts';
import { valueSpanIn } from '../../engine/judged-block.ts';
import { ownSectionOf } from '../../schema/kinds.ts';
import { firstOf, type LoadedUnit, memoizeRun } from '../../units/loaded-unit.ts';
import type { UnitRule } from '../unit-rule.ts';
import { type RunWord, wordsOfRun } from './unit-name-words.ts';

/** The first Unit= counts; see trigger-unit. */
const triggered = (unit: LoadedUnit) => firstOf(unit, ownSectionOf(unit.kind), 'Unit');

export const dependencyDevice: UnitRule = {
  id: 'dependency-device',
  scope: 'unit',
  docs: {
    what: 'Before= on a device, a timer or path unit that triggers one, or OnFailure= in a device unit.',
    severities: ['warning'],
    why: 'Devices show up when the kernel finds them: they cannot be delayed, started or fail. systemd warns and ignores the dependency.',
    bad: '[Unit]\nBefore=dev-sda.device',
    manual: ['systemd.device(5)'],
  },
  check(unit, report) {
    for (const run of unit.kind === 'device' ? [] : unit.runs('Unit', 'Before')) {
      const { place } = run;
      const message = 'Devices cannot be delayed; systemd warns and ignores Before= on a device.';
      report.batch(place, 'warning', devicesIn(run), {
        spanOf: ({ index, word }) => valueSpanIn(place, index, word),
        describe: ({ index, word }, outline) => ({
          ...atValue(place.at(index), word.start, word.end),
          ...outline,
          message,
        }),
      });
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

const devicesIn = memoizeRun((run): readonly RunWord[] =>
  [...wordsOfRun(run, (value) => value.includes('.device'))].filter(({ word }) => word.text.endsWith('.device')),
);
