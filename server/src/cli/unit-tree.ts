import type { Surroundings } from '../features/diagnostics.ts';
import { parseUnitName } from '../schema/unit-name.ts';
import { parse } from '../syntax/parse.ts';
import type { UnitFile } from '../syntax/tree.ts';
import { filesOf, unitsOfFile } from '../units/load-order.ts';
import { folderOf, type MachinePaths, roleOf, searchFolderOf } from '../units/location.ts';
import { ownersOf } from '../units/owners.ts';
import { createUnitIndex, type Origin, type UnitIndex } from '../units/unit-index.ts';
import { decode } from './decode.ts';
import type { CliHost } from './host.ts';

const SKIPPED_FOLDERS = new Set(['.git', 'node_modules', '.hg', '.svn']);

/** Units of files and folders, with what they say of each other; what cannot be read is not there. */
export interface UnitTree {
  readonly index: UnitIndex;
  /** Adds what lies in a folder, below it too unless only search folders of a manager are meant. */
  addFolder(path: string, origin?: Origin): void;
  /** Adds a file and the drop-ins and fragment beside it, those in all unit paths where it lies in one of the machine's. */
  addFile(path: string): void;
  /** Tells the machine's unit paths, from which files are added as they are asked for. */
  setMachine(paths: MachinePaths): void;
  /** Adds the machine's unit paths, and before them others. */
  addMachine(first?: readonly string[]): Promise<void>;
  text(path: string): string | undefined;
  /** Takes a text for that of a file. */
  setText(path: string, text: string): void;
  /** What the file was parsed to when it was added; whoever takes it has it alone. */
  takeParsed(path: string): UnitFile | undefined;
  /** What a file is judged with. */
  around(path: string): Surroundings;
}

export function unitTree(host: CliHost): UnitTree {
  const index = createUnitIndex();
  const texts = new Map<string, string>();
  const parsed = new Map<string, UnitFile>();
  /** Files whose text the index has. */
  const told = new Set<string>();
  /** The names in the folders that were walked. */
  const walked = new Map<string, ReadonlySet<string>>();
  let machine: MachinePaths = { system: [], user: [] };
  const text = (path: string): string | undefined => {
    if (!texts.has(path)) {
      try {
        texts.set(path, decode(host.readFile(path)));
      } catch {
        return undefined;
      }
    }
    return texts.get(path);
  };
  const add = (path: string, { origin, isLink }: { origin: Origin; isLink: boolean }): void => {
    const role = roleOf(path);
    if (!role || index.file(path)) return;
    const target = isLink ? host.realPath(path) : undefined;
    if (isLink && target === undefined) return;
    index.add({ path, target }, origin);
    const own = role.role !== 'link' && target !== '/dev/null' ? text(path) : undefined;
    if (own === undefined || index.file(path)?.aliasOf !== undefined) return;
    const tree = parse(own);
    parsed.set(path, tree);
    told.add(path);
    index.setText(path, own, tree);
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
  /** The names in a unit path, read once whether its files were added or not. */
  const namesIn = (folder: string): ReadonlySet<string> => {
    const names = walked.get(folder) ?? new Set(readable(() => host.readDirectory(folder)).map(({ name }) => name));
    walked.set(folder, names);
    return names;
  };
  return {
    index,
    addFolder,
    text,
    setText(path, own) {
      if (told.has(path) && texts.get(path) === own) return;
      texts.set(path, own);
      told.add(path);
      index.setText(path, own);
    },
    takeParsed(path) {
      const tree = parsed.get(path);
      parsed.delete(path);
      return tree;
    },
    addFile(path) {
      const role = roleOf(path);
      if (!role || role.role === 'link') return;
      add(path, { origin: 'workspace', isLink: false });
      const owner = role.role === 'fragment' ? role.name.text : role.owner;
      const name = parseUnitName(owner);
      const owners = name ? [...ownersOf(name), name.kind] : [owner];
      const own = searchFolderOf(path, role.role);
      const all = searchedWith(own, machine);
      for (const folder of all ?? [own]) {
        const known = all ? namesIn(folder) : walked.get(folder);
        const has = (each: string): boolean => known?.has(each) ?? true;
        const beside = host.join(folder, owner);
        if (role.role === 'drop-in' && has(owner) && host.kindOf(beside) === 'file')
          add(beside, { origin: 'workspace', isLink: host.readLink(beside) !== undefined });
        for (const each of owners) if (has(`${each}.d`)) addFolder(host.join(folder, `${each}.d`));
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
      for (const path of new Set([...paths.system, ...paths.user])) addFolder(path, 'machine');
      index.setKnowsMachine(true);
    },
    around: (path) => ({
      index,
      units: unitsOfFile(index, path).map((unit) =>
        filesOf(unit).flatMap((file) => {
          const own = text(file.path);
          return own === undefined ? [] : [{ path: file.path, text: own }];
        }),
      ),
    }),
  };
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
