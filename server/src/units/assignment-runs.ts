import type { JudgedAssignment } from '../engine/judged-block.ts';
import type { Run } from './effective-assignments.ts';
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
  const known = new WeakMap<Run['indexes'], { readonly made: T }>();
  return (run) => {
    const found = known.get(run.indexes) ?? { made: make(run) };
    known.set(run.indexes, found);
    return found.made;
  };
}

/** The same for what also depends on name, manager and version of the unit. A drop-in may belong to many: the last is kept. */
export function memoizeRunInUnit<T>(make: (run: Run, unit: LoadedUnit) => T): (run: Run, unit: LoadedUnit) => T {
  const known = new WeakMap<Run['indexes'], { readonly of: string; readonly made: T }>();
  return (run, unit) => {
    const of = `${unit.name?.text} ${unit.manager} ${unit.version}`;
    const before = known.get(run.indexes);
    if (before?.of === of) return before.made;
    const made = make(run, unit);
    known.set(run.indexes, { of, made });
    return made;
  };
}
