import { atAssignment, atValue } from '../../engine/finding-place.ts';
import { type PlacedJudgement, valueSpanIn } from '../../engine/judged-block.ts';
import type { Report } from '../../engine/rule.ts';
import { ownSectionOf } from '../../schema/kinds.ts';
import { parseUnitName, templateOf } from '../../schema/unit-name.ts';
import { firstOf, type LoadedUnit, memoizeRun, memoizeRunInUnit } from '../../units/loaded-unit.ts';
import { expandSpecifiers } from '../../values/specifiers.ts';
import type { UnitRule } from '../unit-rule.ts';
import { namesIn, type RunWord, wordsOfRun } from '../unit-values.ts';

/** Where systemd minds; a unit that requires itself is taken without a word. */
const MINDED = ['Conflicts', 'Before', 'After', 'OnFailure', 'OnSuccess'];

export const dependencySelf: UnitRule = {
  id: 'dependency-self',
  scope: 'unit',
  docs: {
    what: 'A unit that is ordered against itself, conflicts with itself, triggers itself or is its own OnFailure=.',
    severities: ['warning'],
    why: 'systemd warns and drops the dependency.',
    bad: '# example.service\n[Unit]\nAfter=network.target example.service',
    good: '# example.service\n[Unit]\nAfter=network.target',
    manual: ['systemd.unit(5)'],
  },
  check(unit, report) {
    if (!unit.name) return;
    triggersItself(unit, report);
    for (const key of MINDED) {
      for (const run of unit.runs('Unit', key)) {
        const words = ownNames(run, unit);
        if (words.length > 0) reportWords(words, run.place, { key, report });
      }
    }
  },
};

function reportWords(
  words: readonly RunWord[],
  place: PlacedJudgement,
  { key, report }: { readonly key: string; readonly report: Report },
): void {
  const message = `${key}= names this unit itself; systemd warns and drops the dependency.`;
  report.batch(place, 'warning', words, {
    spanOf: ({ index, word }) => valueSpanIn(place, index, word),
    describe: ({ index, word }, outline) => ({
      ...atValue(place.at(index), word.start, word.end),
      ...outline,
      message,
      tag: 'unnecessary',
    }),
  });
}

const ownNames = memoizeRunInUnit((run, unit): readonly RunWord[] =>
  [...wordsOfRun(run)].filter(({ word }) => isOwnName(word.text, unit)),
);

/** By its template: a plain name is told with the value, which systemd does not even take. */
function triggersItself(unit: LoadedUnit, report: Report): void {
  if (unit.kind !== 'timer' && unit.kind !== 'path') return;
  const first = firstOf(unit, ownSectionOf(unit.kind), 'Unit');
  if (!first || !isOwnName(first.node.value.text, unit)) return;
  const message = `With its own instance this is the unit itself, so this ${unit.kind} would trigger itself; systemd warns and drops the dependency. Name the unit to start.`;
  report({ ...atValue(first), severity: 'warning', message });
}

/** Whether a text, its specifiers replaced, is the unit's own name. */
export function isOwnName(text: string, unit: LoadedUnit): boolean {
  if (!unit.name) return false;
  const target = text.includes('%') ? expandSpecifiers(text, contextOf(unit)).text : text;
  if (target === unit.name.text) return true;
  if (unit.name.instance === undefined) return false;
  // A template is taken with the instance of the unit that names it.
  return target === instanceName(unit) || target === templateOf(unit.name);
}

const contextOf = ({ name, manager, kind, version }: LoadedUnit) => ({ unit: name, manager, kind, version });

/** The name under which systemd judges a template: an instance of it. */
const instanceName = (unit: LoadedUnit): string => `${expandSpecifiers('%p@%i', contextOf(unit)).text}.${unit.kind}`;

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

export const isolate: UnitRule = {
  id: 'isolate',
  scope: 'unit',
  docs: {
    what: 'Several units in OnFailure= or OnSuccess= with the job mode isolate.',
    severities: ['error'],
    why: 'To isolate means to stop everything else, which can be done for one unit only; systemd refuses the unit.',
    bad: '[Unit]\nOnFailure=rescue.target notify.service\nOnFailureJobMode=isolate',
    good: '[Unit]\nOnFailure=rescue.target\nOnFailureJobMode=isolate',
    manual: ['systemd.unit(5)'],
  },
  check(unit, report) {
    for (const key of ['OnFailure', 'OnSuccess'] as const) {
      const mode = isolating(unit, key);
      if (!mode) continue;
      const targets = targetsOf(unit, key);
      if (targets.size < 2) continue;
      const message = `With ${key}JobMode=isolate, ${key}= may name one unit, and there are ${targets.size}; systemd refuses to load this unit.`;
      report({ ...atAssignment(unit.last('Unit', key)!), severity: 'error', message });
    }
  },
};

/** What is left of the list: systemd drops what is not a unit name, and the unit itself. */
function targetsOf(unit: LoadedUnit, key: string): Set<string> {
  return new Set(
    namesIn(unit, key).filter((name) => (name.includes('%') || parseUnitName(name)) && !isOwnName(name, unit)),
  );
}

const MODES = { OnFailure: /^OnFailure(JobMode|Isolate)$/, OnSuccess: /^OnSuccess(JobMode|Isolate)$/ };

/** OnFailureIsolate= sets the same, and the last of both wins. */
function isolating(unit: LoadedUnit, key: keyof typeof MODES): boolean {
  const own = unit.ofKeys('Unit', MODES[key]).at(-1);
  if (!own) return false;
  const { key: found, value } = own.node;
  return found.endsWith('Isolate') ? unit.flag('Unit', found) : value.text === 'isolate';
}
