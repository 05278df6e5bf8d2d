import type { JudgedFile } from '../engine/judged-file.ts';
import { type MergedFiles, mergeFiles } from '../engine/merged-files.ts';
import { asUnitFile, type Manager } from '../schema/file-kind.ts';
import type { UnitKind } from '../schema/kinds.ts';
import type { UnitName } from '../schema/unit-name.ts';

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
