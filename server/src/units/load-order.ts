import { parseUnitName, type UnitName } from '../schema/unit-name.ts';
import type { IndexedFile } from './indexed-file.ts';
import type { ResolvedUnit } from './resolve-unit.ts';
import { type ResolvedUnits, resolvedUnits } from './resolved-units.ts';
import type { UnitIndex } from './unit-index.ts';

/** The units a file takes part in, as far as their fragments are known: one, or some of many for `foo-.service.d/`. */
export function unitsOfFile(index: UnitIndex, path: string): ResolvedUnit[] {
  const file = index.file(path);
  if (!file || file.role === 'link') return [];
  const name = parseUnitName(file.owner);
  const resolved = resolvedUnits(index, file);
  if (file.role === 'fragment') return name ? [asFragment(resolved, name, file)] : [];
  const names = name && index.get(file.owner)?.fragments.length ? [name] : resolved.withOwner(file.owner);
  const units = (name && names.length === 0 ? [name] : names).map(({ text }) => resolved.unit(text)!);
  return units.filter((unit) => unit.state === 'loaded' && unit.dropIns.includes(file));
}

/** The files of a unit in the order systemd reads them. */
export const filesOf = ({ fragment, dropIns }: ResolvedUnit): IndexedFile[] =>
  fragment ? [fragment, ...dropIns] : [...dropIns];

/** A fragment that another hides is judged as if it counted: that is what its author asks for. */
function asFragment(resolved: ResolvedUnits, name: UnitName, file: IndexedFile): ResolvedUnit {
  const unit = resolved.unit(name.text)!;
  return unit.fragment === file ? unit : { ...unit, name, fragment: file, state: file.masked ? 'masked' : 'loaded' };
}
