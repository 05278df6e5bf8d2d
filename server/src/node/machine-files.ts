import { constants } from 'node:fs';
import { open, opendir, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { FileState, FolderEntry, MachineFiles } from '../features/environment.ts';

/** So many entries are offered, and so many looked at, before a folder counts as too big. */
const MOST_OFFERED = 200;
const MOST_READ = 20_000;
/** A folder on a network that is down must not keep anyone waiting. */
const PATIENCE = 1500;

/** This machine's files. On Windows a path such as //host/share would reach for another machine: nothing is looked at. */
export const machineFiles: MachineFiles = {
  look: (path) => soon(undefined, () => look(path)),
  list: (folder, beginning) => soon([], () => list(folder, beginning)),
  setting: (path) => soon(undefined, () => setting(path)),
};

async function soon<T>(none: T, work: () => Promise<T>): Promise<T> {
  if (process.platform === 'win32') return none;
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<T>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, none);
  });
  try {
    return await Promise.race([work().catch(() => none), patience]);
  } finally {
    clearTimeout(timer);
  }
}

async function look(path: string): Promise<FileState | undefined> {
  if (!posix.isAbsolute(path) || path.includes('\0')) return undefined;
  const found = await stat(path);
  if (found.isDirectory()) return { type: 'directory', executable: (found.mode & 0o111) !== 0 };
  const isFile = found.isFile();
  const isPrivate = (found.mode & 0o007) === 0;
  return { type: isFile ? 'file' : 'other', executable: isFile && (found.mode & 0o111) !== 0, isPrivate };
}

/** Values of the kernel are short; what only root may read is no business of a hover. */
const LONGEST_SETTING = 4096;

async function setting(path: string): Promise<string | undefined> {
  if (process.platform !== 'linux' || !path.startsWith('/proc/sys/') || posix.normalize(path) !== path)
    return undefined;
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    const state = await file.stat();
    if (!state.isFile() || (state.mode & 0o004) === 0) return undefined;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_SETTING), 0, LONGEST_SETTING, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

async function list(folder: string, beginning: string): Promise<FolderEntry[]> {
  if (!posix.isAbsolute(folder) || folder.includes('\0')) return [];
  const names: string[] = [];
  let read = 0;
  for await (const { name } of await opendir(folder)) {
    if (++read > MOST_READ) break;
    // Hidden files are offered to those who ask for them.
    if (name.startsWith(beginning) && (beginning !== '' || !name.startsWith('.'))) names.push(name);
  }
  const entries = await Promise.all(
    names
      .sort()
      .slice(0, MOST_OFFERED)
      .map((name) => entry(folder, name)),
  );
  return entries.filter((found) => found !== undefined);
}

async function entry(folder: string, name: string): Promise<FolderEntry | undefined> {
  const state = await look(join(folder, name)).catch(() => undefined);
  return state && { name, ...state };
}
