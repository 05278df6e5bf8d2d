import type { FileAmong, FilesAmong } from '../engine/dialect.ts';
import type { FoundFile } from '../units/indexed-file.ts';
import { lastReadings } from './last-reading.ts';
import type { Runtime } from './runtime.ts';

/** How a program that reads all files of a folder together finds them. */
export interface ReadTogether {
  /** Whether a file is called as those of the program are. */
  mayBe(path: string): boolean;
  /** Whether it is one. */
  isOne(path: string, text: string): boolean;
  /** The folder whose files are read together with one. */
  rootOf(path: string): string;
  /** A folder with those that are read with it. */
  foldersOf(root: string): readonly string[];
  /** Whether what is not in the folder is not there. */
  isProgramsOwn(root: string): boolean;
  /** The files in folders, by their names; missing where nobody can look. */
  find: ((folders: readonly string[]) => Promise<readonly FoundFile[]>) | undefined;
  /** Whether a link to /dev/null is as good as an empty file, which hides others of its name. */
  readonly hasMasks?: boolean;
}

/** The texts of files that a program reads together. */
export interface FilesTogether {
  /** Finds and reads what lies around a file; after that {@link among} knows it. */
  load(path: string): Promise<void>;
  /** What an editor shows, or what was read. */
  setText(path: string, text: string): void;
  /** The file changed on disk; what cannot be read is not there. */
  reload(path: string): Promise<void>;
  /** The files that the program reads with this one; undefined for what is not called as its files are. */
  among(path: string): FilesAmong | undefined;
  has(path: string): boolean;
  text(path: string): string | undefined;
  /** Those of all folders. */
  all(): readonly FileAmong[];
  /** Whether a change of one may be one for the other. */
  belongTogether(path: string, other: string): boolean;
}

export function createFilesTogether(
  reading: ReadTogether,
  { runtime, isEdited }: { readonly runtime: Runtime; isEdited(path: string): boolean },
): FilesTogether {
  const { mayBe, rootOf, foldersOf, find } = reading;
  /** One object a text: what was worked out of a file is not worked out again at every keystroke in another. */
  const roots = new Map<string, Map<string, FileAmong>>();
  /** Those of the program's folders whose files were all looked for. */
  const complete = new Set<string>();
  const isWatched = runtime.watchFolders !== undefined;
  const lists = new Map<string, readonly FileAmong[]>();
  const filesOf = (root: string): Map<string, FileAmong> => {
    const known = roots.get(root) ?? new Map<string, FileAmong>();
    roots.set(root, known);
    return known;
  };
  const setText = (path: string, text: string | undefined): void => {
    if (!mayBe(path)) return;
    const files = filesOf(rootOf(path));
    const before = files.get(path);
    const isOne = text !== undefined && reading.isOne(path, text);
    if (before?.text === (isOne ? text : undefined)) return;
    if (isOne) files.set(path, { path, text });
    else files.delete(path);
    lists.clear();
  };
  const isMask = async (path: string): Promise<boolean> => {
    if (!reading.hasMasks) return false;
    const found = (await find?.([rootOf(path)])) ?? [];
    return found.some((file) => file.path === path && file.target === '/dev/null');
  };
  const readLast = lastReadings(runtime);
  const reload = async (path: string): Promise<void> => {
    if (!mayBe(path) || isEdited(path)) return;
    const { text, isLast } = await readLast(path);
    const shown = text ?? ((await isMask(path)) ? '' : undefined);
    if (isLast && !isEdited(path)) setText(path, shown);
  };
  return {
    async load(path) {
      if (!mayBe(path)) return;
      const root = rootOf(path);
      if (complete.has(root)) return;
      const found = (await find?.(foldersOf(root))) ?? [];
      await Promise.all(found.map((file) => reload(file.path)));
      if (find && reading.isProgramsOwn(root)) complete.add(root);
    },
    setText,
    reload,
    has: (path) => mayBe(path) && (roots.get(rootOf(path))?.has(path) ?? false),
    text: (path) => (mayBe(path) ? roots.get(rootOf(path))?.get(path)?.text : undefined),
    all: () => [...roots.values()].flatMap((files) => [...files.values()]),
    among(path) {
      if (!mayBe(path)) return undefined;
      const root = rootOf(path);
      const files = lists.get(root) ?? foldersOf(root).flatMap((folder) => [...(roots.get(folder)?.values() ?? [])]);
      lists.set(root, files);
      return { files, areAll: isWatched && complete.has(root) };
    },
    belongTogether: (path, other) => mayBe(path) && mayBe(other) && foldersOf(rootOf(path)).includes(rootOf(other)),
  };
}
