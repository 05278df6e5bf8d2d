import { dropInOwners, isInstance, parseUnitName, templateOf, type UnitName } from '../schema/unit-name.ts';
import { byFileName, sourceDropIns } from './drop-in-order.ts';
import type { IndexedFile } from './indexed-file.ts';
import type { UnitIndex } from './unit-index.ts';

/** From where a unit is looked at: files of the same tree come first. */
export interface Viewpoint {
  readonly tree: string;
  readonly manager: IndexedFile['manager'];
}

/** A unit as its manager finds it: which fragment, which drop-ins in which order. */
export interface ResolvedUnit {
  /** The name under which systemd knows it: of an alias, that of the unit it stands for. */
  readonly name: UnitName;
  readonly state: 'loaded' | 'masked' | 'missing';
  /** The file that defines it, a masking one included. */
  readonly fragment: IndexedFile | undefined;
  /** In the order systemd reads them; overridden and masked ones left out. */
  readonly dropIns: readonly IndexedFile[];
  /** Where another program makes the unit, the drop-ins of the file that it makes it of, in the order it reads them. */
  readonly sourceDropIns: readonly IndexedFile[];
  /** Fragments hidden by the one that counts, and drop-ins hidden by others of their name. */
  readonly overridden: readonly IndexedFile[];
  readonly aliases: readonly string[];
  /** Entries of its `.wants/` and like folders. */
  readonly links: readonly IndexedFile[];
}

/** Aliases of aliases end somewhere; a loop of links does not. */
const MOST_ALIASES = 8;

/** Finds what systemd would load under a name: systemd.unit(5), "Unit File Load Path". */
export function resolveUnit(index: UnitIndex, wanted: UnitName, from?: Viewpoint): ResolvedUnit {
  let name = wanted;
  let candidates = fragmentsFor(index, name, from);
  for (let step = 0; step < MOST_ALIASES && candidates[0]?.aliasOf !== undefined; step++) {
    const other = aliasedName(name, candidates[0]);
    if (!other) break;
    name = other;
    candidates = fragmentsFor(index, name, { tree: candidates[0].tree, manager: candidates[0].manager });
  }
  const fragment = candidates[0];
  const aliases = fragment ? aliasesOf(index, name, fragment.tree) : [];
  const trees = [from?.tree, fragment?.tree].filter((tree) => tree !== undefined);
  const owned = ownedFiles(index, { name, aliases, trees });
  const { kept, hidden } = byFileName(owned.filter(({ role }) => role === 'drop-in'));
  return {
    name,
    state: fragment === undefined ? 'missing' : fragment.masked ? 'masked' : 'loaded',
    fragment,
    dropIns: kept,
    sourceDropIns: sourceDropIns(index, fragment),
    overridden: [...candidates.slice(1), ...hidden],
    aliases,
    links: owned.filter(({ role, masked }) => role === 'link' && !masked),
  };
}

/** The name of the unit that is meant by a name: of a file from which another program makes a unit, that of the unit. */
export function unitMeant(index: UnitIndex, name: string, from?: Viewpoint): string {
  const sources = index.sourcesNamed(name);
  if (sources.length === 0) return name;
  return (sources.find(({ tree }) => tree === from?.tree) ?? inOrder(sources, from)[0])!.owner;
}

/** The fragments under a name in the tree that counts, that which counts first; of an instance its own before its template's. */
function fragmentsFor(index: UnitIndex, name: UnitName, from: Viewpoint | undefined): IndexedFile[] {
  const own = nearestTree(index, name.text, from);
  if (!isInstance(name)) return own === undefined ? [] : inOrder(index.fragmentsIn(own, name.text), from);
  const template = nearestTree(index, templateOf(name), from);
  // A template nearby is closer than an instance's own file in another tree.
  const tree = template === from?.tree ? (template ?? own) : (own ?? template);
  if (tree === undefined) return [];
  return [name.text, templateOf(name)].flatMap((text) => inOrder(index.fragmentsIn(tree, text), from));
}

/** The tree whose unit of a name counts: one's own, else the nearest of the workspace, else the machine's. */
function nearestTree(index: UnitIndex, name: string, from: Viewpoint | undefined): string | undefined {
  if (from && index.fragmentsIn(from.tree, name).length > 0) return from.tree;
  let nearest: IndexedFile | undefined;
  for (const file of index.get(name)?.fragments ?? [])
    if (!nearest || byDistance(from)(file, nearest) < 0) nearest = file;
  return nearest?.tree;
}

const inOrder = (files: readonly IndexedFile[], from: Viewpoint | undefined): IndexedFile[] =>
  [...files].sort(byDistance(from));

function byDistance(from: Viewpoint | undefined): (a: IndexedFile, b: IndexedFile) => number {
  const distance = (file: IndexedFile): number => {
    if (file.tree === from?.tree) return 0;
    const foreign = from && file.manager !== from.manager ? 1000 : 0;
    if (file.origin === 'machine') return 500 + foreign;
    return 100 - commonLength(file.tree, from?.tree ?? '') + foreign;
  };
  return (a, b) => distance(a) - distance(b) || compare(a.tree, b.tree) || a.rank - b.rank;
}

/** How many folders two trees share, at most 99. */
function commonLength(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  let length = 0;
  while (length < 99 && length < left.length && left[length] === right[length]) length++;
  return length;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What an alias stands for; an alias of a template passes its instance on. */
function aliasedName(name: UnitName, { aliasOf }: IndexedFile): UnitName | undefined {
  const other = aliasOf === undefined ? undefined : parseUnitName(aliasOf);
  if (other?.instance !== '' || !isInstance(name)) return other;
  return parseUnitName(`${other.prefix}@${name.instance}.${other.kind}`);
}

/** The other names of a unit in its tree. */
function aliasesOf(index: UnitIndex, name: UnitName, tree: string): string[] {
  const found: string[] = [];
  const names = [name.text, ...(isInstance(name) ? [templateOf(name)] : [])];
  for (const file of names.flatMap((text) => index.aliasesIn(tree, text))) {
    const alias = parseUnitName(file.owner);
    const instantiated = alias?.instance === '' && isInstance(name);
    found.push(instantiated ? `${alias.prefix}@${name.instance}.${alias.kind}` : file.owner);
  }
  return [...new Set(found)].filter((alias) => alias !== name.text).sort(compare);
}

interface Ownership {
  readonly name: UnitName;
  readonly aliases: readonly string[];
  /** Nearest first; the same tree may come twice. */
  readonly trees: readonly string[];
}

/**
 * Drop-ins and links of a unit, the ones that win first: by name, then by search folder, then by how telling the
 * owner is; the aliases' after the unit's own, the kind's last (`unit_file_find_dropin_paths()`, src/shared/dropin.c).
 */
function ownedFiles(index: UnitIndex, { name, aliases, trees }: Ownership): IndexedFile[] {
  const groups = [name.text, ...aliases].flatMap((text) => {
    const parsed = parseUnitName(text);
    return parsed ? [dropInOwners(parsed)] : [];
  });
  return [...groups, [name.kind]].flatMap((owners) =>
    [...new Set(trees)].flatMap((tree) =>
      owners
        .flatMap((owner, specificity) => index.ownedIn(tree, owner).map((file) => ({ file, specificity })))
        .sort((a, b) => a.file.rank - b.file.rank || a.specificity - b.specificity)
        .map(({ file }) => file),
    ),
  );
}
