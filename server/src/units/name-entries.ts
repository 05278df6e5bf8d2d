import { instanceTemplate, parseUnitName, type UnitName } from '../schema/unit-name.ts';
import type { IndexedFile } from './indexed-file.ts';

/** What files bring to a name: of a unit, of a template, or of an owner of drop-ins. */
export interface Entry {
  readonly fragments: IndexedFile[];
  readonly owned: IndexedFile[];
  readonly naming: Set<IndexedFile>;
  readonly aliases: IndexedFile[];
  /** Files of this name from which another program makes units. */
  readonly sources: IndexedFile[];
}

/** Of thousands of names that are only mentioned nothing more is known: their lists are made when there is something to put in. */
class NameEntry implements Entry {
  readonly naming = new Set<IndexedFile>();
  private ownFragments: IndexedFile[] | undefined = undefined;
  private ownFiles: IndexedFile[] | undefined = undefined;
  private ownAliases: IndexedFile[] | undefined = undefined;
  private ownSources: IndexedFile[] | undefined = undefined;

  get fragments(): IndexedFile[] {
    this.ownFragments ??= [];
    return this.ownFragments;
  }
  get owned(): IndexedFile[] {
    this.ownFiles ??= [];
    return this.ownFiles;
  }
  get aliases(): IndexedFile[] {
    this.ownAliases ??= [];
    return this.ownAliases;
  }
  get sources(): IndexedFile[] {
    this.ownSources ??= [];
    return this.ownSources;
  }
}

/** Files by the names they are for and the names they mention. */
export interface NameEntries {
  get(name: string): Entry | undefined;
  attach(file: IndexedFile): void;
  detach(file: IndexedFile): void;
  names(): Iterable<UnitName>;
}

export function createNameEntries(): NameEntries {
  const entries = new Map<string, Entry>();
  /** Those that files are for: a unit may mention thousands of others. */
  const owners = new Map<string, Entry>();
  const entry = (name: string): Entry => {
    const known = entries.get(name);
    if (known) return known;
    const found = new NameEntry();
    entries.set(name, found);
    return found;
  };
  const listOf = (file: IndexedFile): IndexedFile[] =>
    entry(file.owner)[file.role === 'fragment' ? 'fragments' : 'owned'];
  return {
    get: (name) => entries.get(name),
    names: () => namesOf(owners),
    attach(file) {
      insert(listOf(file), file);
      owners.set(file.owner, entry(file.owner));
      for (const target of targetsOf(file)) entry(target).naming.add(file);
      if (file.aliasOf !== undefined) insert(entry(file.aliasOf).aliases, file);
      if (file.source) insert(entry(file.source.name).sources, file);
    },
    detach(file) {
      takeOut(listOf(file), file);
      for (const target of targetsOf(file)) entry(target).naming.delete(file);
      if (file.aliasOf !== undefined) takeOut(entry(file.aliasOf).aliases, file);
      if (file.source) takeOut(entry(file.source.name).sources, file);
      for (const name of [file.owner, ...targetsOf(file), ...(file.source ? [file.source.name] : [])]) {
        const { fragments, owned, naming, sources } = entry(name);
        if (fragments.length + owned.length === 0) owners.delete(name);
        if (fragments.length + owned.length + naming.size + sources.length === 0) entries.delete(name);
      }
    },
  };
}

function* namesOf(owners: ReadonlyMap<string, Entry>): Iterable<UnitName> {
  for (const [text, { fragments }] of owners) {
    const name = parseUnitName(text);
    // A folder of drop-ins for a prefix is not a unit.
    if (name && (fragments.length > 0 || !name.prefix.endsWith('-'))) yield name;
  }
}

function* targetsOf({ facts, link, aliasOf }: IndexedFile): Iterable<string> {
  // A file may name the same unit thousands of times.
  for (const target of new Set(facts.relations.map((relation) => relation.target))) yield* withTemplate(target);
  if (link) yield* withTemplate(link.name);
  if (aliasOf !== undefined) yield aliasOf;
}

/** Who names an instance names its template. */
function withTemplate(name: string): string[] {
  const template = instanceTemplate(name);
  return template === undefined ? [name] : [name, template];
}

const originRank = ({ origin }: IndexedFile): number => (origin === 'workspace' ? 0 : 1);

/** No two files are equal: the order must not depend on which was found, or edited, first. */
const byPrecedence = (a: IndexedFile, b: IndexedFile): number =>
  originRank(a) - originRank(b) || a.rank - b.rank || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

function insert(list: IndexedFile[], file: IndexedFile): void {
  list.splice(placeIn(list, file), 0, file);
  treesOf.delete(list);
}

function takeOut(list: IndexedFile[], file: IndexedFile): void {
  list.splice(placeIn(list, file), 1);
  treesOf.delete(list);
}

/** Lists of more files are asked by tree: thousands of folders may each have a unit of one name, or drop-ins for a kind. */
const FEW = 8;

const treesOf = new WeakMap<readonly IndexedFile[], ReadonlyMap<string, readonly IndexedFile[]>>();

/** The files of a list of {@link Entry} that are in a tree, in the order of the list. */
export function inTree(list: readonly IndexedFile[], tree: string): readonly IndexedFile[] {
  if (list.length <= FEW) return list.filter((file) => file.tree === tree);
  const trees = treesOf.get(list) ?? byTree(list);
  treesOf.set(list, trees);
  return trees.get(tree) ?? [];
}

function byTree(list: readonly IndexedFile[]): ReadonlyMap<string, readonly IndexedFile[]> {
  const trees = new Map<string, IndexedFile[]>();
  for (const file of list) {
    const own = trees.get(file.tree);
    if (own) own.push(file);
    else trees.set(file.tree, [file]);
  }
  return trees;
}

/** Where a file is in a sorted list, or belongs. Thousands of drop-ins may have one owner. */
function placeIn(list: readonly IndexedFile[], file: IndexedFile): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byPrecedence(list[middle]!, file) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
