import { dropInOwners, parseUnitName, type UnitName } from '../schema/unit-name.ts';
import { memoize } from '../text/memoize.ts';
import type { IndexedFile } from './indexed-file.ts';
import { type ResolvedUnit, resolveUnit, type Viewpoint } from './resolve-unit.ts';
import type { UnitIndex } from './unit-index.ts';

/** Units as one place sees them, each resolved once; the same objects until the index changes. */
export interface ResolvedUnits {
  readonly view: Viewpoint | undefined;
  unit(name: string): ResolvedUnit | undefined;
  /** Names of the units of this tree that a folder `OWNER.d/` of a prefix or a kind is for, the first of them by name. */
  withOwner(owner: string): readonly UnitName[];
}

/** A drop-in for many units is judged with some of them. */
const MOST_UNITS = 5;

interface Known {
  generation: number;
  readonly places: Map<string, ResolvedUnits>;
  /** Names of the units that have a fragment, by tree, sorted. */
  names: ReadonlyMap<string, readonly UnitName[]> | undefined;
}

const knownOf = memoize((_: UnitIndex): Known => ({ generation: -1, places: new Map(), names: undefined }));

/** What is known of an index, as long as it stays as it is. */
function current(index: UnitIndex): Known {
  const known = knownOf(index);
  if (known.generation === index.generation) return known;
  known.places.clear();
  known.names = undefined;
  known.generation = index.generation;
  return known;
}

/** What was worked out from one place holds for all files there until the index changes. */
export function resolvedUnits(index: UnitIndex, view?: Viewpoint): ResolvedUnits {
  const { places } = current(index);
  const place = view ? `${view.manager} ${view.tree}` : '';
  const known = places.get(place) ?? createResolved(index, view);
  places.set(place, known);
  return known;
}

/** Units of a tree that have a fragment of their own, by name; masked ones and aliases are none. */
export function namesOfTree(index: UnitIndex, tree: string): readonly UnitName[] {
  const known = current(index);
  known.names ??= namesByTree(index);
  return known.names.get(tree) ?? [];
}

function namesByTree(index: UnitIndex): ReadonlyMap<string, readonly UnitName[]> {
  const trees = new Map<string, Map<string, UnitName>>();
  for (const { role, owner, tree, masked, aliasOf } of index.files()) {
    const name = role === 'fragment' && !masked && aliasOf === undefined ? parseUnitName(owner) : undefined;
    if (!name) continue;
    const names = trees.get(tree) ?? new Map<string, UnitName>();
    trees.set(tree, names.set(owner, name));
  }
  const byText = (a: UnitName, b: UnitName): number => (a.text < b.text ? -1 : 1);
  return new Map([...trees].map(([tree, names]) => [tree, [...names.values()].sort(byText)]));
}

function createResolved(index: UnitIndex, view: Viewpoint | undefined): ResolvedUnits {
  const units = new Map<string, ResolvedUnit | undefined>();
  const owned = new Map<string, readonly UnitName[]>();
  return {
    view,
    unit(text) {
      if (!units.has(text)) {
        const name = parseUnitName(text);
        units.set(text, name && resolveUnit(index, name, view));
      }
      return units.get(text);
    },
    withOwner(owner) {
      const known = owned.get(owner) ?? firstWithOwner(index, owner, view?.tree ?? '');
      owned.set(owner, known);
      return known;
    },
  };
}

/**
 * Which ones must not depend on the order in which files were found or edited: two servers would see different faults
 * in one drop-in.
 */
function firstWithOwner(index: UnitIndex, owner: string, tree: string): UnitName[] {
  const found: UnitName[] = [];
  for (const name of namesOfTree(index, tree)) {
    if (name.kind === owner || dropInOwners(name).includes(owner)) found.push(name);
    if (found.length >= MOST_UNITS) break;
  }
  return found;
}

/** The units a file takes part in, as far as their fragments are known: one, or some of many for `foo-.service.d/`. */
export function unitsOfFile(index: UnitIndex, path: string): ResolvedUnit[] {
  const file = index.file(path);
  if (!file || file.role === 'link') return [];
  const name = parseUnitName(file.owner);
  const resolved = resolvedUnits(index, file);
  if (file.role === 'fragment') return name ? [asFragment(resolved, name, file)] : [];
  const sources = index.sourcesNamed(file.owner).filter(({ tree }) => tree === file.tree);
  if (sources.length > 0)
    return sources
      .slice(0, 1)
      .map(({ owner }) => resolved.unit(owner)!)
      .filter(isLoadedWith(file));
  const names = name && index.get(file.owner)?.fragments.length ? [name] : resolved.withOwner(file.owner);
  const units = (name && names.length === 0 ? [name] : names).map(({ text }) => resolved.unit(text)!);
  return units.filter(isLoadedWith(file));
}

const isLoadedWith =
  (file: IndexedFile) =>
  (unit: ResolvedUnit): boolean =>
    unit.state === 'loaded' && filesOf(unit).includes(file);

/** The files of a unit in the order systemd reads them; those it is made of by another program first. */
export const filesOf = (unit: ResolvedUnit): IndexedFile[] => [
  ...(unit.fragment ? [unit.fragment] : []),
  ...dropInsOfUnit(unit),
];

/** Its drop-ins, those of the file that another program makes it of first. */
export const dropInsOfUnit = ({ sourceDropIns, dropIns }: ResolvedUnit): readonly IndexedFile[] =>
  sourceDropIns.length === 0 ? dropIns : [...sourceDropIns, ...dropIns];

/** A fragment that another hides is judged as if it counted: that is what its author asks for. */
function asFragment(resolved: ResolvedUnits, name: UnitName, file: IndexedFile): ResolvedUnit {
  const unit = resolved.unit(name.text)!;
  return unit.fragment === file ? unit : { ...unit, name, fragment: file, state: file.masked ? 'masked' : 'loaded' };
}
