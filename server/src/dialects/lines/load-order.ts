import type { SearchedFolders } from '../../engine/lines/line-dialect.ts';
import { lineDialects } from './index.ts';

/** Every set of folders that a program reads as one. */
export const searchedFolders: readonly SearchedFolders[] = lineDialects.flatMap(({ searched = [] }) => searched);

/** The set called so: `tmpfiles.d`, `crypttab`. */
export const searchedCalled = (name: string): SearchedFolders | undefined =>
  searchedFolders.find((searched) => searched.name === name);

/**
 * The files that count, in the order in which they are read: by name, whatever folder they are in; of those with one name that of the
 * first folder. `conf_files_list_strv()`, src/basic/conf-files.c. Masked ones are among them.
 */
export function loadOrder(
  { folders, suffix }: SearchedFolders,
  namesIn: (folder: string) => readonly string[],
): string[] {
  const found = new Map<string, string>();
  for (const folder of folders)
    for (const name of namesIn(folder))
      if (name.endsWith(suffix) && !name.startsWith('.') && !found.has(name)) found.set(name, `${folder}/${name}`);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, path]) => path);
}
