import { constants } from 'node:fs';
import { open, readdir, readlink, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, posix, resolve } from 'node:path';
import { isRead, isWorthReading } from '../dialects/index.ts';
import { mayBeAmongLines } from '../dialects/lines/places.ts';
import { mayBeNetwork } from '../dialects/networkd/networks/places.ts';
import { isPodmansFolder, mayBeQuadlet } from '../dialects/quadlet/identify.ts';
import type { FoundFile } from '../units/indexed-file.ts';
import { type MachinePaths, roleOf } from '../units/unit-location.ts';
import { unitPaths } from '../units/unit-paths.ts';
import { mayEnter } from './mount-points.ts';
import { fromNative, toNative } from './native-paths.ts';
import { readHandleUpTo } from './read-up-to.ts';

const SKIPPED_FOLDERS = new Set(['.git', 'node_modules', '.hg', '.svn']);
/** An opened home folder must not be walked to its end. */
const MOST_FILES = 50_000;
const MOST_FOLDERS = 50_000;
const DEEPEST = 16;
/** systemd takes no longer line than this; a unit of such a length is none. */
const LONGEST = 1 << 20;

const UNIT_FOLDER = /\.(d|wants|requires|upholds)$/;

/**
 * The machine's unit paths, each folder once: on most machines /lib is a link to /usr/lib. Those that are not there yet
 * are among them: generators make theirs.
 */
export async function machinePaths(extra: readonly string[]): Promise<MachinePaths> {
  const { XDG_CONFIG_HOME: configHome, XDG_DATA_HOME: dataHome, XDG_RUNTIME_DIR } = process.env;
  // Without a login session, as in a server started over ssh, nobody sets it.
  const runtimeDir = XDG_RUNTIME_DIR ?? (process.getuid && `/run/user/${process.getuid()}`);
  const variables = {
    home: fromNative(homedir()),
    configHome,
    dataHome,
    runtimeDir,
    unitPath: process.env.SYSTEMD_UNIT_PATH,
  };
  const [system, user] = await Promise.all(
    (['system', 'user'] as const).map((manager) =>
      distinct([...extra.map(fromNative), ...unitPaths(manager, variables)]),
    ),
  );
  return { system: system!, user: user! };
}

async function distinct(folders: readonly string[]): Promise<string[]> {
  const real = await Promise.all(folders.map((folder) => realpath(toNative(folder)).catch(() => undefined)));
  return folders.filter((_, i) => real[i] === undefined || real.indexOf(real[i]) === i);
}

/** Everything below a folder that is, by its path, a unit file, one that units are made of, or one that is read with others. Links to folders are not followed. */
export const walkFolder = (root: string): Promise<FoundFile[]> =>
  walk(
    [root],
    DEEPEST,
    () => true,
    (path) => isUnitFile(path) || mayBeQuadlet(path) || mayBeNetwork(path) || mayBeAmongLines(path),
  );

/** Everything below a folder that may be of a dialect; of some only the text tells. Links to folders are not followed. */
export const filesToCheck = (root: string): Promise<FoundFile[]> =>
  walk(
    [root],
    DEEPEST,
    () => true,
    (path) => isRead(path) || isWorthReading(path),
  );

/** Quadlet files and their drop-ins, in folders below as well where the folder is Podman's own. */
export const quadletFiles = (folders: readonly string[]): Promise<FoundFile[]> =>
  Promise.all(
    folders.map((folder) =>
      walk([folder], DEEPEST, (name) => isPodmansFolder(folder) || /\.d$/.test(name), mayBeQuadlet),
    ),
  ).then((found) => found.flat());

/** Files of networks and their drop-ins, in these folders. */
export const networkFiles = (folders: readonly string[]): Promise<FoundFile[]> =>
  walk(folders, 1, (name) => /\.(?:network|netdev|link)\.d$/.test(name), mayBeNetwork);

/** What managers see in search folders. */
export const searchFolders = (folders: readonly string[]): Promise<FoundFile[]> =>
  walk(folders, 1, (name) => UNIT_FOLDER.test(name));

/** Files that are read line by line, in these folders. */
export const lineFiles = (folders: readonly string[]): Promise<FoundFile[]> =>
  walk(folders, 0, () => false, mayBeAmongLines);

const isUnitFile = (path: string): boolean => roleOf(path) !== undefined;

async function walk(
  roots: readonly string[],
  depth: number,
  enter: (name: string) => boolean,
  isFound: (path: string) => boolean = isUnitFile,
): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  let folders = 0;
  const visit = async (folder: string, left: number): Promise<void> => {
    if (++folders > MOST_FOLDERS) return;
    const entries = await readdir(toNative(folder), { withFileTypes: true }).catch(() => []);
    const below: string[] = [];
    for (const entry of entries) {
      if (found.length >= MOST_FILES) return;
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) {
        const isWanted = left > 0 && !SKIPPED_FOLDERS.has(entry.name) && enter(entry.name);
        if (isWanted && (await mayEnter(toNative(folder), toNative(path)))) below.push(path);
      } else if ((entry.isFile() || entry.isSymbolicLink()) && isFound(path)) {
        const file = entry.isSymbolicLink() ? await followed(path) : { path };
        if (file) found.push(file);
      }
    }
    for (const path of below) await visit(path, left - 1);
  };
  for (const root of roots) await visit(root, depth);
  return found;
}

/** Where a link leads in the end; one that leads nowhere is kept with its next step, one in a circle is not there. */
async function followed(path: string): Promise<FoundFile | undefined> {
  const native = toNative(path);
  try {
    return { path, target: fromNative(await realpath(native)) };
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') return undefined;
    const target = await readlink(native).catch(() => undefined);
    return target === undefined ? undefined : { path, target: fromNative(resolve(dirname(native), target)) };
  }
}

/** The fragment at a path and the drop-ins in folders beside it. */
export async function filesBeside(fragment: string, owners: readonly string[]): Promise<FoundFile[]> {
  const folder = posix.dirname(fragment);
  const own = await stat(toNative(fragment)).catch(() => undefined);
  const dropIns = await walk(
    owners.map((owner) => posix.join(folder, `${owner}.d`)),
    0,
    () => false,
  );
  return own?.isFile() ? [{ path: fragment }, ...dropIns] : dropIns;
}

/**
 * Never waits for a pipe or a device that happens to have a unit's name (whoever opens one to read hangs), and reads no more
 * than a unit can have, whatever a link leads to.
 */
export async function readText(path: string): Promise<string | undefined> {
  const file = await open(toNative(path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(() => undefined);
  try {
    const about = await file?.stat();
    return file && about?.isFile() ? (await readHandleUpTo(file, LONGEST))?.toString('utf8') : undefined;
  } catch {
    return undefined;
  } finally {
    await file?.close();
  }
}
