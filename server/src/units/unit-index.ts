import { fileKindOfPath } from '../schema/file-kind.ts';
import type { UnitKind } from '../schema/kinds.ts';
import { instanceTemplate, isInstance, parseUnitName, templateOf, type UnitName } from '../schema/unit-name.ts';
import { parse } from '../syntax/parse.ts';
import type { UnitFile } from '../syntax/tree.ts';
import { type FoundFile, type IndexedFile, indexedFile, type Origin, withFacts } from './indexed-file.ts';
import { folderOf, type MachinePaths, roleOf } from './location.ts';
import { factsOf } from './relations.ts';

export type { FoundFile, IndexedFile, Origin } from './indexed-file.ts';
export { folderOf } from './location.ts';
export { partnerKinds, partnerNames } from './partners.ts';

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
  remove(path: string): void;
  file(path: string): IndexedFile | undefined;
  files(): Iterable<IndexedFile>;
  /** The unit of exactly this name. */
  get(name: string): IndexedUnit | undefined;
  /** The fragments that define a unit, its own first, its template's after; those near `from` first. */
  fragmentsOf(name: UnitName, from?: string): IndexedFile[];
  /** Drop-ins in the unit's own folder. */
  dropInsOf(name: UnitName): IndexedFile[];
  /** Drop-ins and links in the folders of an owner: a unit's name, `foo-.service`, or `service`. */
  ownedBy(owner: string): readonly IndexedFile[];
  /** The files that refer to a unit by this name, or to an instance of this template; aliases of it among them. */
  naming(target: string): readonly IndexedFile[];
  /** The links by which a unit of this name has another name. */
  aliasesOf(target: string): Iterable<IndexedFile>;
  /** All names, of some kinds or of all. */
  names(kinds?: readonly UnitKind[]): UnitName[];
  /** Whether all units of the machine are among them and read, as its host says. */
  readonly knowsMachine: boolean;
  setKnowsMachine(knows: boolean): void;
  /** Grows with every change: what was worked out before may no longer hold. */
  readonly generation: number;
}

interface Entry {
  readonly fragments: IndexedFile[];
  readonly owned: IndexedFile[];
  readonly naming: Set<IndexedFile>;
  readonly aliases: Set<IndexedFile>;
}

export function createUnitIndex(): UnitIndex {
  const files = new Map<string, IndexedFile>();
  const entries = new Map<string, Entry>();
  let machine: MachinePaths = { system: [], user: [] };
  let knowsMachine = false;
  let generation = 0;

  const entry = (name: string): Entry => {
    const known = entries.get(name);
    if (known) return known;
    const found: Entry = { fragments: [], owned: [], naming: new Set(), aliases: new Set() };
    entries.set(name, found);
    return found;
  };
  const listOf = (file: IndexedFile): IndexedFile[] =>
    entry(file.owner)[file.role === 'fragment' ? 'fragments' : 'owned'];
  const attach = (file: IndexedFile): void => {
    generation++;
    files.set(file.path, file);
    const list = listOf(file);
    const last = list.at(-1);
    list.push(file);
    if (last && byPrecedence(last, file) > 0) list.sort(byPrecedence);
    for (const target of targetsOf(file)) entry(target).naming.add(file);
    if (file.aliasOf !== undefined) entry(file.aliasOf).aliases.add(file);
  };
  const detach = (file: IndexedFile): void => {
    generation++;
    files.delete(file.path);
    const list = listOf(file);
    list.splice(list.indexOf(file), 1);
    for (const target of targetsOf(file)) entry(target).naming.delete(file);
    if (file.aliasOf !== undefined) entry(file.aliasOf).aliases.delete(file);
    for (const name of [file.owner, ...targetsOf(file)]) {
      const { fragments, owned, naming } = entry(name);
      if (fragments.length + owned.length + naming.size === 0) entries.delete(name);
    }
  };

  return {
    get knowsMachine() {
      return knowsMachine;
    },
    setKnowsMachine(knows) {
      knowsMachine = knows;
      generation++;
    },
    get generation() {
      return generation;
    },
    setMachinePaths(paths) {
      machine = paths;
    },
    add(found, origin) {
      const file = typeof found === 'string' ? { path: found } : found;
      const role = roleOf(file.path);
      if (!role) return;
      const before = files.get(file.path);
      if (before) detach(before);
      const after = indexedFile(file, { role, origin, machine });
      attach(before ? withFacts(after, before.facts) : after);
    },
    setText(path, text, tree = parse(text)) {
      const before = files.get(path);
      const kind = fileKindOfPath(path);
      if (!before || !kind || before.role === 'link') return;
      detach(before);
      attach(withFacts(before, factsOf(tree, kind)));
    },
    remove(path) {
      const file = files.get(path);
      if (file) detach(file);
    },
    file: (path) => files.get(path),
    files: () => files.values(),
    get(text) {
      const found = entries.get(text);
      const name = found && parseUnitName(text);
      if (!found || !name || found.fragments.length + found.owned.length === 0) return undefined;
      return { name, fragments: found.fragments, dropIns: found.owned.filter(isDropIn) };
    },
    fragmentsOf(name, from) {
      const own = entries.get(name.text)?.fragments ?? [];
      const template = isInstance(name) ? (entries.get(templateOf(name))?.fragments ?? []) : [];
      return nearFirst([...own, ...template], from);
    },
    dropInsOf: (name) => (entries.get(name.text)?.owned ?? []).filter(isDropIn),
    ownedBy: (owner) => entries.get(owner)?.owned ?? [],
    naming: (target) => [...(entries.get(target)?.naming ?? [])],
    aliasesOf: (target) => entries.get(target)?.aliases ?? [],
    names: (kinds) => [...namesOf(entries)].filter(({ kind }) => !kinds || kinds.includes(kind)),
  };
}

function* namesOf(entries: ReadonlyMap<string, Entry>): Iterable<UnitName> {
  for (const [text, { fragments, owned }] of entries) {
    if (fragments.length + owned.length === 0) continue;
    const name = parseUnitName(text);
    // A folder of drop-ins for a prefix is no unit.
    if (name && (fragments.length > 0 || !name.prefix.endsWith('-'))) yield name;
  }
}

function* targetsOf({ facts, link, aliasOf }: IndexedFile): Iterable<string> {
  for (const { target } of facts.relations) yield* withTemplate(target);
  if (link) yield* withTemplate(link.name);
  if (aliasOf !== undefined) yield aliasOf;
}

/** Who names an instance names its template. */
function withTemplate(name: string): string[] {
  const template = instanceTemplate(name);
  return template === undefined ? [name] : [name, template];
}

const isDropIn = ({ role }: IndexedFile): boolean => role === 'drop-in';

const originRank = ({ origin }: IndexedFile): number => (origin === 'workspace' ? 0 : 1);

const byPrecedence = (a: IndexedFile, b: IndexedFile): number => originRank(a) - originRank(b) || a.rank - b.rank;

/** Files in the folder of `from` before all others; otherwise the order stays. */
function nearFirst(files: readonly IndexedFile[], from: string | undefined): IndexedFile[] {
  if (from === undefined) return [...files];
  const folder = folderOf(from);
  const near = files.filter((file) => folderOf(file.path) === folder);
  return [...near, ...files.filter((file) => !near.includes(file))];
}
