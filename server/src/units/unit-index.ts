import { fileKindOfPath, type Manager } from '../schema/file-kind.ts';
import type { UnitKind } from '../schema/kinds.ts';
import { isInstance, parseUnitName, templateOf, type UnitName } from '../schema/unit-name.ts';

/** Where a file was found: opened folders come before the machine's unit paths. */
export type Origin = 'workspace' | 'machine';

/** A fragment or drop-in somewhere. */
export interface IndexedFile {
  readonly path: string;
  readonly origin: Origin;
  readonly manager: Manager;
  /** Order among the machine's unit paths: a lower rank hides a higher one. */
  readonly rank: number;
}

/** What is known under one unit name. */
export interface IndexedUnit {
  readonly name: UnitName;
  readonly fragments: readonly IndexedFile[];
  readonly dropIns: readonly IndexedFile[];
}

/** Fragments and drop-ins by the unit name they carry. Files are pushed in; it does no IO. */
export interface UnitIndex {
  add(path: string, origin: Origin, rank?: number): void;
  remove(path: string): void;
  /** The unit of exactly this name. */
  get(name: string): IndexedUnit | undefined;
  /** The fragments that define a unit, its own first, its template's after; those near `from` first. */
  fragmentsOf(name: UnitName, from?: string): IndexedFile[];
  dropInsOf(name: UnitName): IndexedFile[];
  /** All names, of some kinds or of all. */
  names(kinds?: readonly UnitKind[]): UnitName[];
}

interface MutableUnit {
  readonly name: UnitName;
  fragments: IndexedFile[];
  dropIns: IndexedFile[];
}

export function createUnitIndex(): UnitIndex {
  const units = new Map<string, MutableUnit>();
  const ensure = (name: UnitName): MutableUnit => {
    let unit = units.get(name.text);
    if (!unit) units.set(name.text, (unit = { name, fragments: [], dropIns: [] }));
    return unit;
  };
  const remove = (path: string): void => {
    const name = fileKindOfPath(path)?.unit;
    const unit = name && units.get(name.text);
    if (!unit) return;
    unit.fragments = unit.fragments.filter((file) => file.path !== path);
    unit.dropIns = unit.dropIns.filter((file) => file.path !== path);
    if (unit.fragments.length + unit.dropIns.length === 0) units.delete(unit.name.text);
  };
  return {
    add(path, origin, rank = 0) {
      const kind = fileKindOfPath(path);
      if (!kind?.unit || kind.isSource) return;
      remove(path);
      const unit = ensure(kind.unit);
      const list = kind.role === 'fragment' ? unit.fragments : unit.dropIns;
      list.push({ path, origin, manager: kind.manager, rank });
      list.sort((a, b) => originRank(a) - originRank(b) || a.rank - b.rank);
    },
    remove,
    get: (name) => units.get(name),
    fragmentsOf(name, from) {
      const own = units.get(name.text)?.fragments ?? [];
      const template = isInstance(name) ? (units.get(templateOf(name))?.fragments ?? []) : [];
      return nearFirst([...own, ...template], from);
    },
    dropInsOf: (name) => [...(units.get(name.text)?.dropIns ?? [])],
    names(kinds) {
      const all = [...units.values()].map((unit) => unit.name);
      return kinds ? all.filter((name) => kinds.includes(name.kind)) : all;
    },
  };
}

const originRank = (file: IndexedFile): number => (file.origin === 'workspace' ? 0 : 1);

/** Files in the folder of `from` before all others; otherwise the order stays. */
function nearFirst(files: readonly IndexedFile[], from: string | undefined): IndexedFile[] {
  if (from === undefined) return [...files];
  const folder = folderOf(from);
  const near = files.filter((file) => folderOf(file.path) === folder);
  return [...near, ...files.filter((file) => !near.includes(file))];
}

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** What a timer, socket or path unit starts when it does not say so, and back: same name, other kind. */
export const partnerKinds: Readonly<Partial<Record<UnitKind, readonly UnitKind[]>>> = {
  timer: ['service'],
  socket: ['service'],
  path: ['service'],
  service: ['timer', 'socket', 'path'],
  automount: ['mount'],
  mount: ['automount'],
};

/** `foo.service` for `foo.timer`; `foo@.service` for `foo.socket` with `Accept=yes` is the caller's to know. */
export function partnerNames(name: UnitName): UnitName[] {
  const stem = name.text.slice(0, name.text.lastIndexOf('.'));
  return (partnerKinds[name.kind] ?? []).flatMap((kind) => parseUnitName(`${stem}.${kind}`) ?? []);
}
