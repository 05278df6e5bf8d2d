import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, relative } from 'node:path';

/** Where systems keep their programs; nobody but root puts anything there, even where such a folder is opened to edit it. */
const SYSTEM_FOLDERS = [
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/sbin',
  '/usr/bin',
  '/sbin',
  '/bin',
  '/run/wrappers/bin',
  '/run/current-system/sw/bin',
];

export interface Search {
  /** As in the variable of this name; the process's own unless told. */
  readonly PATH?: string | undefined;
  /** Folders whose content comes from anywhere, such as what is opened: nothing in them or below is run. */
  readonly untrusted: readonly string[];
}

/**
 * The absolute path of a program, so that neither the working directory nor what a repository brings along is ever searched;
 * undefined where there is none, and on every system without systemd, where nothing is run.
 */
export function executable(name: string, search: Search): string | undefined {
  if (process.platform !== 'linux') return undefined;
  if (isAbsolute(name)) return name;
  if (name.includes('/')) return undefined;
  return trustedFolders(search)
    .map((folder) => join(folder, name))
    .find(canRun);
}

/** A program that every system keeps in the same few folders, whatever `PATH` says. */
export const systemExecutable = (name: string): string | undefined =>
  executable(name, { PATH: SYSTEM_FOLDERS.join(delimiter), untrusted: [] });

function trustedFolders({ PATH = process.env.PATH ?? '', untrusted }: Search): string[] {
  const roots = untrusted.map(real);
  return PATH.split(delimiter).filter((folder) => {
    if (!isAbsolute(folder)) return false;
    return SYSTEM_FOLDERS.includes(folder) || !roots.some((root) => isWithin(real(folder), root));
  });
}

const isWithin = (path: string, root: string): boolean => {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith('../') && !isAbsolute(way);
};

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
