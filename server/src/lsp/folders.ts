/** An opened folder: the client's name for it, and ours. */
export interface Folder {
  readonly uri: string;
  readonly path: string;
}

/** Folders may lie in each other: the innermost counts. */
export function folderOf<T extends Folder>(folders: readonly T[], path: string): T | undefined {
  const around = folders.filter((folder) => isBelow(path, folder.path));
  return around.sort((a, b) => b.path.length - a.path.length)[0];
}

export const isBelow = (path: string, folder: string): boolean =>
  path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
