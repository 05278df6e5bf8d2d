import type { Surroundings } from '../features/diagnostics.ts';
import { parseUnitName } from '../schema/unit-name.ts';
import { filesOf, unitsOfFile } from '../units/load-order.ts';
import { roleOf, searchFolderOf } from '../units/location.ts';
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
  /** Adds a file and the drop-ins and fragment beside it. */
  addFile(path: string): void;
  /** Adds the machine's unit paths. */
  addMachine(): Promise<void>;
  text(path: string): string | undefined;
  /** What a file is judged with. */
  around(path: string): Surroundings;
}

export function unitTree(host: CliHost): UnitTree {
  const index = createUnitIndex();
  const texts = new Map<string, string>();
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
    if (own !== undefined && index.file(path)?.aliasOf === undefined) index.setText(path, own);
  };
  const addFolder = (folder: string, origin: Origin = 'workspace'): void => {
    if (host.kindOf(folder) !== 'directory') return;
    for (const { name, type } of readable(() => host.readDirectory(folder))) {
      const path = host.join(folder, name);
      if (type === 'directory' && !SKIPPED_FOLDERS.has(name)) addFolder(path, origin);
      else if (type === 'file' || type === 'link') add(path, { origin, isLink: type === 'link' });
    }
  };
  return {
    index,
    addFolder,
    text,
    addFile(path) {
      const role = roleOf(path);
      if (!role || role.role === 'link') return;
      add(path, { origin: 'workspace', isLink: false });
      const owner = role.role === 'fragment' ? role.name.text : role.owner;
      const name = parseUnitName(owner);
      const folder = searchFolderOf(path, role.role);
      const beside = host.join(folder, owner);
      if (role.role === 'drop-in' && host.kindOf(beside) === 'file')
        add(beside, { origin: 'workspace', isLink: false });
      for (const each of name ? [...ownersOf(name), name.kind] : [owner]) addFolder(host.join(folder, `${each}.d`));
    },
    async addMachine() {
      const paths = await host.machinePaths();
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

function readable<T>(read: () => readonly T[]): readonly T[] {
  try {
    return read();
  } catch {
    return [];
  }
}
