import { atAssignment } from '../../engine/finding-place.ts';
import { parseUnitName } from '../../schema/unit-name.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import type { UnitRule } from '../unit-rule.ts';
import { isOwnName } from './dependency-self.ts';
import { namesIn } from './unit-name-words.ts';

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
