import type { Run } from '../engine/effective-assignments.ts';
import type { JudgedAssignment } from '../engine/judged-block.ts';
import { memoize } from '../text/memoize.ts';
import type { LoadedUnit } from './loaded-unit.ts';

/** The first assignment of a key in force. */
export function firstOf(unit: LoadedUnit, section: string, key: string): JudgedAssignment | undefined {
  const [run] = unit.runs(section, key);
  return run?.place.at(run.indexes[0]!);
}

/**
 * What is worked out of a run by its block alone, wherever the block stands: once, as long as the block stays. `make` may look at
 * no offsets of the file. After an edit of a long unit that leaves one run to be looked at.
 */
export function memoizeRun<T>(make: (run: Run) => T): (run: Run) => T {
  const known = memoize((_: Run['indexes']): { made?: T } => ({}));
  return (run) => {
    const cell = known(run.indexes);
    if (!('made' in cell)) cell.made = make(run);
    return cell.made as T;
  };
}

/** The same for what also depends on name, manager and version of the unit. A drop-in may belong to many: the last is kept. */
export function memoizeRunInUnit<T>(make: (run: Run, unit: LoadedUnit) => T): (run: Run, unit: LoadedUnit) => T {
  const known = memoize((_: Run['indexes']): { of?: string; made?: T } => ({}));
  return (run, unit) => {
    const of = `${unit.name?.text} ${unit.manager} ${unit.version}`;
    const cell = known(run.indexes);
    if (cell.of !== of) {
      cell.made = make(run, unit);
      cell.of = of;
    }
    return cell.made as T;
  };
}
