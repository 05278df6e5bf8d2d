import type { Run } from '../engine/effective-assignments.ts';
import type { JudgedAssignment } from '../engine/judged-block.ts';
import type { JudgedFile } from '../engine/judged-file.ts';
import { type MergedFiles, mergeFiles } from '../engine/merged-files.ts';
import { asUnitFile, type Manager } from '../schema/file-kind.ts';
import type { UnitKind } from '../schema/kinds.ts';
import type { UnitName } from '../schema/unit-name.ts';
import { memoize } from '../text/memoize.ts';
import { parseTimespan } from '../values/time/timespan.ts';

/** A unit as systemd has it after loading: fragment, then drop-ins in order, refused and ignored lines left out. */
export interface LoadedUnit extends MergedFiles {
  readonly name: UnitName | undefined;
  readonly kind: UnitKind;
  readonly manager: Manager;
}

/** Merges the judged files of a unit: the fragment first, drop-ins in the order systemd reads them. */
export function loadUnit(files: readonly JudgedFile[], name = files[0]!.source.identity.unit): LoadedUnit {
  const { kind, manager } = asUnitFile(files[0]!.source.identity)!;
  return Object.assign(mergeFiles(files), { name, kind, manager });
}

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

export type Duration = bigint | 'infinity';

/** The time span a setting is in force with, in microseconds; undefined when it is unset or cannot be read. */
export function durationOf(unit: LoadedUnit, section: string, key: string): Duration | undefined {
  const text = unit.value(section, key);
  if (text === undefined) return undefined;
  const read = parseTimespan(text);
  return 'amount' in read ? read.amount : undefined;
}

/** Whether one time span is longer than another. */
export function exceeds(a: Duration, b: Duration): boolean {
  if (a === 'infinity') return b !== 'infinity';
  return b !== 'infinity' && a > b;
}
