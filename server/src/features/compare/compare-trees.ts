import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { compareUnits, type Difference } from './compare-units.ts';

/** A unit with its files, or a file that takes the place of one and has no settings. */
export type UnitState =
  | { readonly state: 'loaded'; readonly unit: LoadedUnit; readonly texts: readonly string[] }
  /** A link to /dev/null, or an empty file. */
  | { readonly state: 'masked' };

/** All units of one side, by name. */
export type UnitStates = ReadonlyMap<string, UnitState>;

export interface UnitComparison {
  readonly unit: string;
  /** `form`: the files differ, and mean the same. */
  readonly outcome: 'same' | 'form' | 'changed' | 'added' | 'removed' | 'masked' | 'unmasked';
  readonly differences: readonly Difference[];
}

/** What became of each unit, by name. */
export function compareTrees(old: UnitStates, now: UnitStates): UnitComparison[] {
  return [...new Set([...old.keys(), ...now.keys()])].sort().map((unit) => {
    const [was, is] = [old.get(unit), now.get(unit)];
    if (!was) return { unit, outcome: 'added', differences: [] };
    if (!is) return { unit, outcome: 'removed', differences: [] };
    if (was.state === 'masked' || is.state === 'masked') {
      const outcome = was.state === is.state ? 'same' : is.state === 'masked' ? 'masked' : 'unmasked';
      return { unit, outcome, differences: [] };
    }
    const differences = compareUnits(was.unit, is.unit);
    if (differences.length > 0) return { unit, outcome: 'changed', differences };
    return { unit, outcome: isSameText(was.texts, is.texts) ? 'same' : 'form', differences };
  });
}

const isSameText = (was: readonly string[], is: readonly string[]): boolean =>
  was.length === is.length && was.every((text, index) => text === is[index]);

/** Whether the units mean the same. */
export const meansSame = (comparisons: readonly UnitComparison[]): boolean =>
  comparisons.every(({ outcome }) => outcome === 'same' || outcome === 'form');
