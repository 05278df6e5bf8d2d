import type { FileAmong } from '../../engine/dialect.ts';
import { identifyLines } from './index.ts';
import { searchedFolders } from './load-order.ts';

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Folders that hold such files and nothing else: /etc, where crypttab lies, holds many others. */
const sets = searchedFolders.filter(({ name, folders }) => folders.every((folder) => folder.endsWith(`/${name}`)));
const names: ReadonlySet<string> = new Set(sets.map(({ name }) => name));

/** Where programs of the machine look for files of lines. */
export const LINE_FOLDERS: readonly string[] = sets.flatMap(({ folders }) => folders);

/** Finds files that may be of lines, as editors take it. */
export const LINE_FILES = `**/{${[...names].join(',')}}/*`;

/** Whether a file is one of those that a program reads together with others. */
export function mayBeAmongLines(path: string): boolean {
  const folder = folderOf(path);
  return names.has(folder.slice(folder.lastIndexOf('/') + 1)) && identifyLines(path)?.isSource === false;
}

/** The folder whose files are read together with one. */
export const lineRoot = (path: string): string => folderOf(path) || '.';

/** Folders that are read as one, and what stands before them. */
interface PlacedSet {
  /** Empty for the machine. */
  readonly tree: string;
  readonly folders: readonly string[];
}

/** The set that a folder belongs to, as in a machine, an image or a package; undefined for a folder that stands alone. */
function setOf(root: string): PlacedSet | undefined {
  const whole = root.startsWith('/') ? root : `/${root}`;
  for (const { folders } of sets) {
    const own = folders.find((folder) => whole.endsWith(folder));
    if (own !== undefined) return { tree: whole.slice(0, whole.length - own.length), folders };
  }
  return undefined;
}

/** A folder with those that are read with it, the one that counts most first; spelled as it is, from the root or from here. */
export function lineFolders(root: string): readonly string[] {
  const set = setOf(root);
  if (!set) return [root];
  const whole = set.folders.map((folder) => set.tree + folder);
  return root.startsWith('/') ? whole : whole.map((folder) => folder.slice(1));
}

/** What stands before the folders of a machine (nothing), an image or a package; undefined for a folder that stands alone. */
export const lineTree = (root: string): string | undefined => setOf(root)?.tree;

/** Those of some files that a program reads in one tree, from folders of one name, those of the strongest first. */
export function filesOfTree(
  files: readonly FileAmong[],
  { tree, name }: { readonly tree: string | undefined; readonly name: string },
): FileAmong[] {
  const folders = tree === undefined ? [] : (sets.find((set) => set.name === name)?.folders ?? []);
  return folders.flatMap((folder) => files.filter(({ path }) => lineRoot(path) === tree + folder));
}

/** Whether a folder is the machine's own: what is not in it or beside it is not there. */
export const isMachineLineFolder = (root: string): boolean => LINE_FOLDERS.includes(root);
