import { instanceTemplate, parseUnitName, type UnitName } from '../schema/unit-name.ts';
import type { IndexedFile } from './indexed-file.ts';

/** What files bring to a name: of a unit, of a template, or of an owner of drop-ins. */
export interface Entry {
  readonly fragments: IndexedFile[];
  readonly owned: IndexedFile[];
  readonly naming: Set<IndexedFile>;
  readonly aliases: Set<IndexedFile>;
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
  const entry = (name: string): Entry => {
    const known = entries.get(name);
    if (known) return known;
    const found: Entry = { fragments: [], owned: [], naming: new Set(), aliases: new Set() };
    entries.set(name, found);
    return found;
  };
  const listOf = (file: IndexedFile): IndexedFile[] =>
    entry(file.owner)[file.role === 'fragment' ? 'fragments' : 'owned'];
  return {
    get: (name) => entries.get(name),
    names: () => namesOf(entries),
    attach(file) {
      const list = listOf(file);
      const last = list.at(-1);
      list.push(file);
      if (last && byPrecedence(last, file) > 0) list.sort(byPrecedence);
      for (const target of targetsOf(file)) entry(target).naming.add(file);
      if (file.aliasOf !== undefined) entry(file.aliasOf).aliases.add(file);
    },
    detach(file) {
      const list = listOf(file);
      list.splice(list.indexOf(file), 1);
      for (const target of targetsOf(file)) entry(target).naming.delete(file);
      if (file.aliasOf !== undefined) entry(file.aliasOf).aliases.delete(file);
      for (const name of [file.owner, ...targetsOf(file)]) {
        const { fragments, owned, naming } = entry(name);
        if (fragments.length + owned.length + naming.size === 0) entries.delete(name);
      }
    },
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

const originRank = ({ origin }: IndexedFile): number => (origin === 'workspace' ? 0 : 1);

const byPrecedence = (a: IndexedFile, b: IndexedFile): number => originRank(a) - originRank(b) || a.rank - b.rank;
