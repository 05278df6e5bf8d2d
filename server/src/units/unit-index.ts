import { fileKindOfPath } from '../schema/file-kind.ts';
import type { UnitKind } from '../schema/kinds.ts';
import { isInstance, parseUnitName, templateOf, type UnitName } from '../schema/unit-name.ts';
import type { UnitFile } from '../syntax/tree.ts';
import { parseIfReadable } from '../syntax/unreadable-file.ts';
import { memoize } from '../text/memoize.ts';
import {
  type FoundFile,
  type IndexedFile,
  indexedFile,
  indexedSource,
  isSameFile,
  type Origin,
  withFacts,
} from './indexed-file.ts';
import { createNameEntries, type Entry, inTree, type NameEntries } from './name-entries.ts';
import { areSameFacts, type FileFacts, factsOf } from './relations.ts';
import { createSourceNames } from './source-names.ts';
import { folderOf, type MachinePaths, roleOf } from './unit-location.ts';
import type { UnitSources } from './unit-sources.ts';

export { partnerKinds, partnerNames } from '../schema/unit-name.ts';
export type { FoundFile, IndexedFile, Origin } from './indexed-file.ts';
export { folderOf } from './unit-location.ts';

/** What is known under one unit name. */
export interface IndexedUnit {
  readonly name: UnitName;
  readonly fragments: readonly IndexedFile[];
  readonly dropIns: readonly IndexedFile[];
}

/** Unit files by name. Files are pushed in; it does no IO. */
export interface UnitIndex {
  /** The folders of the machine's managers; files added before stay where they are. */
  setMachinePaths(paths: MachinePaths): void;
  add(file: FoundFile | string, origin: Origin): void;
  /** Reads what a known file says of other units; the tree where the caller has one. */
  setText(path: string, text: string, tree?: UnitFile): void;
  /**
   * Takes what somebody else has read of a known file; undefined where it is no unit after all. The file stays the same object
   * where that is nothing new, as after most keystrokes: what was worked out of it stays.
   */
  setFacts(path: string, facts: FileFacts | undefined): void;
  remove(path: string): void;
  file(path: string): IndexedFile | undefined;
  files(): Iterable<IndexedFile>;
  /** The unit of exactly this name. */
  get(name: string): IndexedUnit | undefined;
  /** The fragments that define a unit, its own first, its template's after; those near `from` first. */
  fragmentsOf(name: UnitName, from?: string): IndexedFile[];
  /** Drop-ins in the unit's own folder. */
  dropInsOf(name: UnitName): IndexedFile[];
  /** The fragments of exactly this name in one tree. */
  fragmentsIn(tree: string, name: string): readonly IndexedFile[];
  /** Drop-ins and links in the folders of an owner in one tree: of a unit's name, `foo-.service`, or `service`. */
  ownedIn(tree: string, owner: string): readonly IndexedFile[];
  /** The files that refer to a unit by this name, or to an instance of this template; aliases of it among them. */
  naming(target: string): readonly IndexedFile[];
  /** The links by which a unit of this name has another name in one tree. */
  aliasesIn(tree: string, target: string): readonly IndexedFile[];
  /** The files of exactly this name from which another program makes units. */
  sourcesNamed(name: string): readonly IndexedFile[];
  readonly sources: UnitSources | undefined;
  /** All names, of some kinds or of all. */
  names(kinds?: readonly UnitKind[]): UnitName[];
  /** Whether all units of the machine are among them and read, as its host says. */
  readonly knowsMachine: boolean;
  setKnowsMachine(knows: boolean): void;
  /** Grows with every change: what was worked out before may no longer hold. */
  readonly generation: number;
}

/** `sources` tells of files of other programs from which units are made. */
export function createUnitIndex(sources?: UnitSources): UnitIndex {
  /** Files whose text has to tell whether a unit is made of them. */
  const candidates = new Map<string, IndexedFile>();
  const entries = createNameEntries();
  const kept = createKeptFiles(entries, sources);
  const { files, replace } = kept;
  let machine: MachinePaths = { system: [], user: [] };
  let knowsMachine = false;

  return {
    get knowsMachine() {
      return knowsMachine;
    },
    setKnowsMachine(knows) {
      knowsMachine = knows;
      kept.changed();
    },
    get generation() {
      return kept.generation;
    },
    setMachinePaths(paths) {
      machine = paths;
    },
    add(found, origin) {
      const file = typeof found === 'string' ? { path: found } : found;
      const known = indexedAs(file, { origin, machine, sources });
      if (!known) return;
      const before = files.get(file.path);
      if (!known.isSure) candidates.set(file.path, known.file);
      if (!known.isSure && !before) return;
      const after = known.file;
      if (before && isSameFile(before, after)) return;
      replace(before, before ? withFacts(after, before.facts) : after);
    },
    setText(path, text, tree = parseIfReadable(text)) {
      const known = files.get(path) ?? candidates.get(path);
      if (!known) return;
      const isOne = !candidates.has(path) || sources!.isOne(path, tree);
      this.setFacts(path, isOne ? readFacts(known, tree, sources) : undefined);
    },
    setFacts(path, facts) {
      const before = files.get(path);
      const known = before ?? candidates.get(path);
      const after = known && facts && (areSameFacts(known.facts, facts) ? known : withFacts(known, facts));
      if (before !== after) replace(before, after);
    },
    remove(path) {
      candidates.delete(path);
      replace(files.get(path));
    },
    file: (path) => files.get(path),
    files: () => files.values(),
    ...lookups(entries),
    sources,
  };
}

/** The files by path and by name; each change of them is counted. */
function createKeptFiles(entries: NameEntries, sources: UnitSources | undefined) {
  const files = new Map<string, IndexedFile>();
  const names = sources && createSourceNames({ ...lookups(entries), sources });
  let generation = 0;
  const put = (before: IndexedFile | undefined, after?: IndexedFile): void => {
    if (before || after) generation++;
    if (before) {
      files.delete(before.path);
      entries.detach(before);
    }
    if (!after) return;
    files.set(after.path, after);
    entries.attach(after);
  };
  return {
    files,
    get generation() {
      return generation;
    },
    changed: () => void generation++,
    replace(before: IndexedFile | undefined, after?: IndexedFile): void {
      put(before, after);
      for (const [file, named] of names?.changed(before, after) ?? []) put(file, named);
    },
  };
}

/** The answers that need nothing but the names. */
const lookups = (entries: NameEntries) =>
  ({
    get: (text) => unitOf(text, entries.get(text)),
    fragmentsOf(name, from) {
      const names = isInstance(name) ? [name.text, templateOf(name)] : [name.text];
      const fragments = names.flatMap((text) => entries.get(text)?.fragments ?? []);
      return nearFirst(fragments, from);
    },
    dropInsOf: (name) => (entries.get(name.text)?.owned ?? []).filter(isDropIn),
    fragmentsIn: (tree, name) => inTree(entries.get(name)?.fragments ?? [], tree),
    ownedIn: (tree, owner) => inTree(entries.get(owner)?.owned ?? [], tree),
    naming: (target) => [...(entries.get(target)?.naming ?? [])],
    aliasesIn: (tree, target) => inTree(entries.get(target)?.aliases ?? [], tree),
    sourcesNamed: (name) => entries.get(name)?.sources ?? [],
    names: (kinds) => [...entries.names()].filter(({ kind }) => !kinds || kinds.includes(kind)),
  }) satisfies Partial<UnitIndex>;

interface Adding {
  readonly origin: Origin;
  readonly machine: MachinePaths;
  readonly sources: UnitSources | undefined;
}

/** A file by its path, and whether that is enough to take it for one. */
function indexedAs(
  file: FoundFile,
  { origin, machine, sources }: Adding,
): { readonly file: IndexedFile; readonly isSure: boolean } | undefined {
  const role = roleOf(file.path);
  if (role) return { file: indexedFile(file, { role, origin, machine }), isSure: true };
  const source = sources?.roleOf(file.path);
  return source && { file: indexedSource(file, { role: source, origin, machine }), isSure: source.isSure };
}

/** A text that is opened is told once as it comes, and once more when the files around it are there. */
function readFacts({ path, role, facts }: IndexedFile, tree: UnitFile, sources: UnitSources | undefined): FileFacts {
  const kind = fileKindOfPath(path);
  if (kind && role === 'link') return facts;
  const known = factsRead(tree);
  if (known.path === path && known.facts) return known.facts;
  const read = kind ? factsOf(tree, { path, kind }) : sources?.factsOf(path, tree);
  if (read) [known.path, known.facts] = [path, read];
  return read ?? facts;
}

const factsRead = memoize((_: UnitFile): { path?: string; facts?: FileFacts } => ({}));

function unitOf(text: string, entry: Entry | undefined): IndexedUnit | undefined {
  const name = entry && parseUnitName(text);
  if (!name || entry.fragments.length + entry.owned.length === 0) return undefined;
  const { fragments, owned } = entry;
  return {
    name,
    fragments,
    // Of thousands, which most who ask for the unit do not want.
    get dropIns() {
      return owned.filter(isDropIn);
    },
  };
}

const isDropIn = ({ role }: IndexedFile): boolean => role === 'drop-in';

/** Files in the folder of `from` before all others; otherwise the order stays. */
function nearFirst(files: readonly IndexedFile[], from: string | undefined): IndexedFile[] {
  if (from === undefined) return [...files];
  const folder = folderOf(from);
  const near = files.filter((file) => folderOf(file.path) === folder);
  return [...near, ...files.filter((file) => folderOf(file.path) !== folder)];
}
