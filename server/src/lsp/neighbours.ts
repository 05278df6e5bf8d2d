import type { Surroundings, UnitText } from '../features/diagnostics.ts';
import { parseUnitName } from '../schema/unit-name.ts';
import type { UnitFile } from '../syntax/tree.ts';
import { filesOf, unitsOfFile } from '../units/load-order.ts';
import { roleOf, searchFolderOf } from '../units/location.ts';
import { ownersOf } from '../units/owners.ts';
import type { UnitIndex } from '../units/unit-index.ts';
import type { Runtime } from './runtime.ts';

/** The files that make up one unit with an open one, and their texts. */
export interface Neighbours {
  /** Finds and reads them; after that {@link around} knows them. */
  prepare(path: string): Promise<void>;
  around(path: string, text: string): Surroundings;
  /** What an editor shows counts for what the file holds, until it is closed. */
  edited(path: string, text: string, tree?: UnitFile): void;
  /** What the editor shows is newer than what the index knows: until {@link edited} it is not asked about this file. */
  behind(path: string): void;
  /** After that what the disk holds counts; a text that was never saved, or whose file is gone, is forgotten. */
  closed(path: string): Promise<void>;
  isEdited(path: string): boolean;
  /** Whether systemd may merge the two. */
  areOfOneUnit(path: string, other: string): boolean;
  /** The file changed on disk. */
  changed(path: string): Promise<void>;
  /** The text of a file that was read. */
  text(path: string): string | undefined;
}

export function createNeighbours(runtime: Runtime, index: UnitIndex): Neighbours {
  const texts = new Map<string, string>();
  const edited = new Set<string>();
  const behind = new Set<string>();
  const read = async (path: string): Promise<void> => {
    if (texts.has(path)) return;
    const text = await runtime.readText(path);
    if (text === undefined) return;
    texts.set(path, text);
    index.setText(path, text);
  };
  const unitTexts = (path: string): readonly (readonly UnitText[])[] =>
    unitsOfFile(index, path).map((unit) =>
      filesOf(unit).flatMap((file): UnitText[] => {
        const text = texts.get(file.path);
        return text === undefined ? [] : [{ path: file.path, text }];
      }),
    );
  const isFragment = (path: string): boolean => index.file(path)?.role === 'fragment';
  const changed = async (path: string): Promise<void> => {
    if (edited.has(path)) return;
    texts.delete(path);
    if (index.file(path)) await read(path);
  };
  return {
    async prepare(path) {
      await addBeside(runtime, index, path);
      const files = unitsOfFile(index, path).flatMap(filesOf);
      await Promise.all(files.map((file) => read(file.path)));
    },
    around: (path) => ({ units: unitTexts(path), index: behind.has(path) ? undefined : index }),
    edited(path, text, tree) {
      edited.add(path);
      behind.delete(path);
      texts.set(path, text);
      index.setText(path, text, tree);
    },
    behind: (path) => void behind.add(path),
    async closed(path) {
      edited.delete(path);
      behind.delete(path);
      const isThere = (await runtime.filesBeside(path, [])).length > 0;
      if (!isThere && !edited.has(path)) index.remove(path);
      await changed(path);
    },
    isEdited: (path) => edited.has(path),
    areOfOneUnit: (path, other) =>
      !(isFragment(path) && isFragment(other)) &&
      unitsOfFile(index, other).some((unit) => filesOf(unit).some((file) => file.path === path)),
    changed,
    text: (path) => texts.get(path),
  };
}

/** The first answer does not wait for the index: what lies beside the file is found at once. */
async function addBeside(runtime: Runtime, index: UnitIndex, path: string): Promise<void> {
  const role = roleOf(path);
  if (!role || role.role === 'link') return;
  const owner = role.role === 'fragment' ? role.name.text : role.owner;
  const name = parseUnitName(owner);
  const owners = name ? [...ownersOf(name), name.kind] : [owner];
  const folder = searchFolderOf(path, role.role);
  for (const file of [{ path }, ...(await runtime.filesBeside(`${folder}/${owner}`, owners))]) {
    if (!index.file(file.path)) index.add(file, 'workspace');
  }
}
