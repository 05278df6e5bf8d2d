import { parseUnitName } from '../schema/unit-name.ts';
import { dropInsOfUnit, resolvedUnits } from './resolved-units.ts';
import type { UnitIndex } from './unit-index.ts';
import { baseOf } from './unit-location.ts';

/** What other files of its tree take from a unit file, or add to it. Paths. */
export interface FileOverrides {
  /** The file that systemd reads in place of this one. */
  readonly hiddenBy?: string;
  /** Nothing is loaded under this name: the file that counts is empty, or a link to /dev/null. */
  readonly masked: boolean;
  /** Drop-ins that change what it says, in the order systemd reads them; those for all units of the kind left out. */
  readonly dropIns: readonly string[];
}

/** What is told of a fragment or a drop-in; undefined for other files, aliases, and files that nothing overrides. */
export function fileOverrides(index: UnitIndex, path: string): FileOverrides | undefined {
  const file = index.file(path);
  const name = file && parseUnitName(file.owner);
  if (!file || !name || file.aliasOf !== undefined || file.role === 'link') return undefined;
  const unit = resolvedUnits(index, file).unit(name.text)!;
  if (file.role === 'drop-in') {
    const winner = unit.dropIns.find((other) => other !== file && baseOf(other.path) === baseOf(path));
    return winner && { hiddenBy: winner.path, masked: false, dropIns: [] };
  }
  if (unit.fragment && unit.fragment.path !== path)
    return { hiddenBy: unit.fragment.path, masked: unit.state === 'masked', dropIns: [] };
  const own = dropInsOfUnit(unit).filter(({ owner }) => owner !== name.kind);
  const masked = unit.state === 'masked';
  return masked || own.length > 0 ? { masked, dropIns: masked ? [] : own.map((dropIn) => dropIn.path) } : undefined;
}
