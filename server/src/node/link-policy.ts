import { lstat, realpath } from 'node:fs/promises';
import { fromNative, toNative } from './native-paths.ts';

/** Which links are followed to read what they lead to. */
export interface LinkPolicy {
  /** What lies in these folders may be read by whatever link. */
  open(folders: readonly string[]): Promise<void>;
  /** Managers read these folders, and follow every link in them. */
  search(folders: readonly string[]): Promise<void>;
  /** Whether a path is read: it is not a link, or leads into one of those folders, or a manager would follow it. */
  mayRead(path: string): Promise<boolean>;
}

/** A repository may hold links to anything on this machine; no manager reads it where it lies. */
export function linkPolicy(): LinkPolicy {
  const opened = new Set<string>();
  let searched: readonly string[] = [];
  const add = async (folders: readonly string[]): Promise<void> => {
    for (const folder of folders) opened.add((await real(folder)) ?? folder);
  };
  return {
    open: add,
    async search(folders) {
      searched = folders;
      await add(folders);
    },
    async mayRead(path) {
      const found = await lstat(toNative(path)).catch(() => undefined);
      if (!found?.isSymbolicLink()) return found !== undefined;
      const target = await real(path);
      if (target === undefined) return false;
      return [...opened].some((folder) => isBelow(target, folder)) || searched.some((folder) => isBelow(path, folder));
    },
  };
}

const isBelow = (path: string, folder: string): boolean =>
  path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

const real = (path: string): Promise<string | undefined> => realpath(toNative(path)).then(fromNative, () => undefined);
