import { unitSources } from '../dialects/index.ts';
import { QUADLET_FOLDERS } from '../dialects/quadlet/identify.ts';
import type { Surroundings, UnitText } from '../features/diagnostics.ts';
import { dropInOwners, parseUnitName } from '../schema/unit-name.ts';
import { memoize } from '../text/memoize.ts';
import type { ResolvedUnit } from '../units/resolve-unit.ts';
import { filesOf, unitsOfFile } from '../units/resolved-units.ts';
import { createUnitIndex, type Origin, type UnitIndex } from '../units/unit-index.ts';
import { folderOf, type MachinePaths, roleOf, searchFolderOf } from '../units/unit-location.ts';
import type { CliHost } from './host.ts';
import { lineReader, tmpfilesReader } from './line-files.ts';
import { networkReader } from './network-files.ts';
import { quadletReader } from './quadlet-files.ts';
import { type UnitTexts, unitTexts } from './unit-texts.ts';

const SKIPPED_FOLDERS = new Set(['.git', 'node_modules', '.hg', '.svn']);

/** Units of files and folders, with what they say of each other; what cannot be read is not there. */
export interface UnitTree {
  readonly index: UnitIndex;
  /** Links in the folders that were added which lead nowhere; no unit is there by them. */
  readonly dangling: readonly string[];
  /** Adds what lies in a folder, below it too unless only search folders of a manager are meant. */
  addFolder(path: string, origin?: Origin): void;
  /** Adds a file and the drop-ins and fragment beside it, those in all unit paths where it lies in one of the machine's. */
  addFile(path: string): void;
  /** Tells the machine's unit paths, from which files are added as they are asked for. */
  setMachine(paths: MachinePaths): void;
  /** Adds the machine's unit paths, and before them others. */
  addMachine(first?: readonly string[]): Promise<void>;
  readonly texts: UnitTexts;
  text(path: string): string | undefined;
  /** Takes a text for that of a file. */
  setText(path: string, text: string): void;
  /** What a file is judged with. */
  around(path: string): Surroundings;
  /** Forgets what was worked out of a file, unless others of its unit are judged with it. */
  release(path: string): void;
}

export function unitTree(host: CliHost): UnitTree {
  const index = createUnitIndex(unitSources);
  const texts = unitTexts(host, index);
  const { add, addFolder, addFolderOnce, namesIn, dangling } = folderWalk(host, index, texts);
  let machine: MachinePaths = { system: [], user: [] };
  const quadletsAround = quadletReader(host);
  const networksAround = networkReader(host);
  const lines = { among: lineReader(host), tmpfiles: tmpfilesReader(host) };
  /** Podman reads all files of a folder together. */
  const addQuadlets = (path: string): void => {
    if (!unitSources.roleOf(path) || index.file(path)) return;
    for (const file of [{ path }, ...(quadletsAround(path)?.files ?? [])])
      add(file.path, { origin: 'workspace', isLink: host.readLink(file.path) !== undefined });
  };
  return {
    index,
    dangling,
    addFolder,
    texts,
    text: texts.get,
    setText: texts.set,
    addFile(path) {
      const parts = partsOf(path);
      if (!parts) return addQuadlets(path);
      add(path, { origin: 'workspace', isLink: false });
      const { own, fragment, dropIns } = parts;
      const all = searchedWith(own, machine);
      for (const folder of all ?? [own]) {
        const has = (name: string): boolean => namesIn(folder, all !== undefined)?.has(name) ?? true;
        const beside = fragment === undefined ? undefined : host.join(folder, fragment);
        if (beside !== undefined && has(fragment!) && host.kindOf(beside) === 'file')
          add(beside, { origin: 'workspace', isLink: host.readLink(beside) !== undefined });
        for (const name of dropIns) if (has(name)) addFolderOnce(host.join(folder, name));
      }
    },
    setMachine(paths) {
      machine = paths;
      index.setMachinePaths(paths);
    },
    async addMachine(first = []) {
      const { system, user } = await host.machinePaths();
      const paths = { system: [...first, ...system], user: [...first, ...user] };
      index.setMachinePaths(paths);
      const quadlets = QUADLET_FOLDERS.map((folder) => host.placeOf(folder)).filter((folder) => folder !== undefined);
      for (const path of new Set([...paths.system, ...paths.user, ...quadlets])) addFolder(path, 'machine');
      index.setKnowsMachine(true);
    },
    around(path) {
      const units = unitsOfFile(index, path);
      const source = units.find(({ fragment }) => fragment?.source)?.fragment;
      return {
        index,
        units: units.map(textsOf(texts)),
        tmpfiles: () => lines.tmpfiles(index.file(path)),
        among: networksAround(path) ?? lines.among(path) ?? quadletsAround(source?.path ?? path),
      };
    },
    release: releaseFrom(index, texts),
  };
}

/** Files of one unit are checked one after the other, and were judged together with the first. */
const releaseFrom =
  (index: UnitIndex, texts: UnitTexts): UnitTree['release'] =>
  (path) => {
    const units = unitsOfFile(index, path);
    if (units.some((unit) => filesOf(unit).length > 1)) return;
    for (const unit of units) listsOf(texts).delete(unit);
    texts.release(path);
  };

/** The files of a unit. The files of one unit get one list: it is then judged once for all of them. */
function textsOf(texts: UnitTexts): (unit: ResolvedUnit) => readonly UnitText[] {
  const known = listsOf(texts);
  return (unit) => {
    const found = known.get(unit);
    if (found?.changes === texts.changes) return found.list;
    const list = filesOf(unit).flatMap(({ path }) => texts.unitText(path) ?? []);
    known.set(unit, { list, changes: texts.changes });
    return list;
  };
}

const listsOf = memoize(
  (_: UnitTexts) => new WeakMap<ResolvedUnit, { readonly list: readonly UnitText[]; readonly changes: number }>(),
);

interface Parts {
  /** The folder a manager would search to find the file. */
  readonly own: string;
  /** The name of the fragment that a drop-in is for. */
  readonly fragment: string | undefined;
  /** The names of the folders its unit's drop-ins may be in. */
  readonly dropIns: readonly string[];
}

/** What else may belong to a file's unit; undefined for a link in a folder such as `.wants/`, which is none's. */
function partsOf(path: string): Parts | undefined {
  const role = roleOf(path);
  if (!role || role.role === 'link') return undefined;
  const owner = role.role === 'fragment' ? role.name.text : role.owner;
  const name = parseUnitName(owner);
  const owners = name ? [...dropInOwners(name), name.kind] : [owner];
  return {
    own: searchFolderOf(path, role.role),
    fragment: role.role === 'drop-in' ? owner : undefined,
    dropIns: owners.map((each) => `${each}.d`),
  };
}

function folderWalk(host: CliHost, index: UnitIndex, texts: UnitTexts) {
  /** The names in the folders that were walked. */
  const walked = new Map<string, ReadonlySet<string>>();
  const dangling: string[] = [];
  const add = (path: string, { origin, isLink }: { origin: Origin; isLink: boolean }): void => {
    const role = roleOf(path);
    if (!(role ?? unitSources.roleOf(path)) || index.file(path)) return;
    const target = isLink ? host.realPath(path) : undefined;
    if (isLink && target === undefined) {
      dangling.push(path);
      return;
    }
    index.add({ path, target }, origin);
    const hasText = role?.role !== 'link' && target !== '/dev/null' && index.file(path)?.aliasOf === undefined;
    if (hasText) texts.parse(path);
  };
  const addFolder = (folder: string, origin: Origin = 'workspace'): void => {
    if (host.kindOf(folder) !== 'directory') return;
    const entries = readable(() => host.readDirectory(folder));
    walked.set(folderOf(host.join(folder, '_')), new Set(entries.map(({ name }) => name)));
    for (const { name, type } of entries) {
      const path = host.join(folder, name);
      if (type === 'directory' && !SKIPPED_FOLDERS.has(name)) addFolder(path, origin);
      else if (type === 'file' || type === 'link') add(path, { origin, isLink: type === 'link' });
    }
  };
  const added = new Set<string>();
  /** The folder of a unit's drop-ins is looked for with each of them. */
  const addFolderOnce = (folder: string): void => {
    if (!added.has(folder)) addFolder(folder);
    added.add(folder);
  };
  /** The names in a folder, as far as they are known; in a unit path they are read, once, whether its files were added or not. */
  const namesIn = (folder: string, isUnitPath: boolean): ReadonlySet<string> | undefined => {
    const known = walked.get(folder);
    if (known || !isUnitPath) return known;
    const names = new Set(readable(() => host.readDirectory(folder)).map(({ name }) => name));
    walked.set(folder, names);
    return names;
  };
  return { add, addFolder, addFolderOnce, namesIn, dangling };
}

/** All folders that a manager of the machine reads with this one, if it is one of them. */
const searchedWith = (folder: string, { system, user }: MachinePaths): readonly string[] | undefined =>
  [system, user].find((paths) => paths.includes(folder));

function readable<T>(read: () => readonly T[]): readonly T[] {
  try {
    return read();
  } catch {
    return [];
  }
}
