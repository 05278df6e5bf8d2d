import { parseUnitName, type UnitName } from '../schema/unit-name.ts';
import type { IndexedFile } from './indexed-file.ts';
import { ownersOf } from './owners.ts';
import { type ResolvedUnit, resolveUnit } from './resolve-unit.ts';
import type { UnitIndex } from './unit-index.ts';

/** A drop-in for many units is judged with some of them. */
const MOST_UNITS = 5;

/** The units a file takes part in, as far as their fragments are known: one, or some of many for `foo-.service.d/`. */
export function unitsOfFile(index: UnitIndex, path: string): ResolvedUnit[] {
  const file = index.file(path);
  if (!file || file.role === 'link') return [];
  const name = parseUnitName(file.owner);
  if (file.role === 'fragment') return name ? [asFragment(index, name, file)] : [];
  const names = name && index.get(file.owner)?.fragments.length ? [name] : unitsWithOwner(index, file);
  const units = name && names.length === 0 ? [resolveUnit(index, name, file)] : resolveAll(index, names, file);
  return units.filter((unit) => unit.state === 'loaded' && unit.dropIns.includes(file));
}

/** The files of a unit in the order systemd reads them. */
export const filesOf = ({ fragment, dropIns }: ResolvedUnit): IndexedFile[] =>
  fragment ? [fragment, ...dropIns] : [...dropIns];

/** A fragment that another hides is judged as if it counted: that is what its author asks for. */
function asFragment(index: UnitIndex, name: UnitName, file: IndexedFile): ResolvedUnit {
  const unit = resolveUnit(index, name, file);
  return unit.fragment === file ? unit : { ...unit, name, fragment: file, state: file.masked ? 'masked' : 'loaded' };
}

function resolveAll(index: UnitIndex, names: readonly UnitName[], from: IndexedFile): ResolvedUnit[] {
  return names.map((name) => resolveUnit(index, name, from));
}

function unitsWithOwner(index: UnitIndex, { owner, tree }: IndexedFile): UnitName[] {
  const found: UnitName[] = [];
  for (const { role, owner: unit, tree: other, masked, aliasOf } of index.files()) {
    if (role !== 'fragment' || other !== tree || masked || aliasOf !== undefined) continue;
    const name = parseUnitName(unit);
    if (name && (name.kind === owner || ownersOf(name).includes(owner))) found.push(name);
    if (found.length >= MOST_UNITS) break;
  }
  return found;
}
