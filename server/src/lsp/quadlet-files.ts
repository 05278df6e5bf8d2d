import {
  isPodmansFolder,
  isQuadlet,
  mayBeQuadlet,
  quadletFolders,
  quadletOfPath,
  quadletRoot,
} from '../dialects/quadlet/identify.ts';
import type { FileAmong, FilesAmong } from '../engine/dialect.ts';
import type { Runtime } from './runtime.ts';

/** The texts of Quadlet files and of their drop-ins: Podman reads all files of a folder together. */
export interface QuadletFiles {
  /** Finds and reads what lies around a file; after that {@link among} knows it. */
  load(path: string): Promise<void>;
  /** What an editor shows, or what was read. */
  setText(path: string, text: string): void;
  /** The file changed on disk; what cannot be read is not there. */
  reload(path: string): Promise<void>;
  /** The files that Podman reads with this one; undefined for what is not called as a Quadlet file is. */
  among(path: string): FilesAmong | undefined;
  /** Whether a change of one may be one for the other. */
  belongTogether(path: string, other: string): boolean;
}

export function createQuadletFiles(runtime: Runtime, isEdited: (path: string) => boolean): QuadletFiles {
  /** One object a text: what was worked out of a file is not worked out again at every keystroke in another. */
  const roots = new Map<string, Map<string, FileAmong>>();
  /** Those of Podman's folders whose files were all looked for. */
  const complete = new Set<string>();
  const isWatched = runtime.watchFolders !== undefined;
  const lists = new Map<string, readonly FileAmong[]>();
  const filesOf = (root: string): Map<string, FileAmong> => {
    const known = roots.get(root) ?? new Map<string, FileAmong>();
    roots.set(root, known);
    return known;
  };
  const setText = (path: string, text: string | undefined): void => {
    if (!mayBeQuadlet(path)) return;
    const files = filesOf(quadletRoot(path));
    const before = files.get(path);
    const isOne = text !== undefined && (path.endsWith('.conf') || isQuadlet(path, text));
    if (before?.text === (isOne ? text : undefined)) return;
    if (isOne) files.set(path, { path, text });
    else files.delete(path);
    lists.clear();
  };
  const reload = async (path: string): Promise<void> => {
    if (!mayBeQuadlet(path) || isEdited(path)) return;
    const text = await runtime.readText(path);
    if (!isEdited(path)) setText(path, text);
  };
  return {
    async load(path) {
      if (!mayBeQuadlet(path)) return;
      const root = quadletRoot(path);
      if (complete.has(root)) return;
      const found = (await runtime.quadletFiles?.(quadletFolders(root))) ?? [];
      await Promise.all(found.map((file) => reload(file.path)));
      if (runtime.quadletFiles && isPodmansFolder(root)) complete.add(root);
    },
    setText,
    reload,
    among(path) {
      if (!mayBeQuadlet(path)) return undefined;
      const root = quadletRoot(path);
      const files =
        lists.get(root) ?? quadletFolders(root).flatMap((folder) => [...(roots.get(folder)?.values() ?? [])]);
      lists.set(root, files);
      // Of a user's there are more in folders of the administrator, whose place is not told by that of the user's.
      const areAll = isWatched && complete.has(root) && quadletOfPath(path)?.manager === 'system';
      return { files, areAll };
    },
    belongTogether: (path, other) =>
      mayBeQuadlet(path) && mayBeQuadlet(other) && quadletFolders(quadletRoot(path)).includes(quadletRoot(other)),
  };
}
