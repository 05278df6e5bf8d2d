import { type FSWatcher, watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { posix } from 'node:path';
import { toNative } from './native-paths.ts';

const { basename, dirname, join } = posix;

/** Package managers and `systemctl enable` change many files at once. */
const CALM = 200;
/** Each costs the kernel a little; a machine has some hundred folders of drop-ins and links. */
const MOST_WATCHED = 1000;

const UNIT_FOLDER = /\.(d|wants|requires|upholds)$/;

/**
 * Tells which paths changed in search folders and in the folders of drop-ins and links below them. Search folders may come
 * and go, as those of generators do at every `systemctl daemon-reload`; what the kernel cannot watch is passed over. Does
 * not keep the process alive.
 */
export async function watchFolders(
  folders: readonly string[],
  changed: (paths: ReadonlySet<string>) => void,
): Promise<() => void> {
  const watchers = new Map<string, FSWatcher>();
  const parents = new Set(folders.map((folder) => dirname(folder)).filter((parent) => !folders.includes(parent)));
  let paths = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const tell = async (): Promise<void> => {
    const now = paths;
    paths = new Set();
    timer = undefined;
    // First, so that what is made in a new folder from now on is noticed.
    await follow();
    if (!stopped) changed(now);
  };
  const note = (path: string): void => {
    paths.add(path);
    timer ??= setTimeout(() => void tell(), CALM).unref();
  };
  const forget = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const heard = (folder: string, name: string | null): void => {
    const path = name ? join(folder, name) : folder;
    if (parents.has(folder) && !folders.includes(path)) return;
    // So the kernel tells that a folder itself is gone, and its watcher with it.
    if (!name || name === basename(folder)) forget(folder);
    if (parents.has(folder)) forget(path);
    note(path);
  };
  const start = (folder: string): void => {
    if (stopped || watchers.has(folder) || watchers.size >= MOST_WATCHED) return;
    try {
      const watcher = watch(toNative(folder), { persistent: false }, (_, name) => heard(folder, name));
      watchers.set(folder, watcher);
      watcher.on('error', () => forget(folder));
    } catch {
      // Not there, or the kernel's limit is reached: what is in it is known from the start all the same.
    }
  };
  const follow = async (): Promise<void> => {
    const below = await Promise.all(folders.map(unitFoldersIn));
    const wanted = new Set([...parents, ...folders, ...below.flat()]);
    for (const folder of [...watchers.keys()]) if (!wanted.has(folder)) forget(folder);
    for (const folder of wanted) start(folder);
  };

  await follow();
  return () => {
    stopped = true;
    clearTimeout(timer);
    for (const folder of [...watchers.keys()]) forget(folder);
  };
}

async function unitFoldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(toNative(folder), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && UNIT_FOLDER.test(entry.name))
    .map(({ name }) => join(folder, name));
}
