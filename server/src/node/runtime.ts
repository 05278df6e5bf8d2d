import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import type { Folder } from '../lsp/folders.ts';
import type { Runtime } from '../lsp/runtime.ts';
import { accountsIn } from '../units/user-database.ts';
import { linkPolicy } from './link-policy.ts';
import { machineFiles } from './machine-files.ts';
import { manualFor } from './manual.ts';
import { style, toNative } from './native-paths.ts';
import { podmanNames } from './podman-names.ts';
import { machinePodman } from './podman-version.ts';
import { machineVersion } from './systemd-version.ts';
import { isOwnFile } from './trust.ts';
import {
  filesBeside,
  filesToCheck,
  lineFiles,
  machinePaths,
  networkFiles,
  quadletFiles,
  readText,
  searchFolders,
  walkFolder,
} from './unit-files.ts';
import { setV8Flags } from './v8-flags.ts';
import { watchFolders } from './watch-folders.ts';

/** The server's view of this machine. */
export function nodeRuntime(version: string): Runtime {
  const links = linkPolicy();
  return {
    version,
    paths: style,
    relaxMemoryLimits: () => setV8Flags('spending'),
    manual: manualFor,
    files: machineFiles,
    machineVersion: (folders) => machineVersion(untrusted(folders)),
    machinePodman: (folders) => machinePodman(untrusted(folders)),
    podmanNames: (resource, folders) => podmanNames(resource, untrusted(folders)),
    async workspaceFiles({ uri, path }) {
      if (!uri.startsWith('file:')) return [];
      await links.open([path]);
      return walkFolder(path);
    },
    async filesToCheck({ uri, path }) {
      if (!uri.startsWith('file:')) return [];
      await links.open([path]);
      return filesToCheck(path);
    },
    machinePaths,
    async unitFiles(folders) {
      await links.search(folders);
      return searchFolders(folders);
    },
    watchFolders,
    async quadletFiles(folders) {
      await links.open(folders);
      return quadletFiles(folders);
    },
    async networkFiles(folders) {
      await links.open(folders);
      return networkFiles(folders);
    },
    async lineFiles(folders) {
      await links.open(folders);
      return lineFiles(folders);
    },
    async filesBeside(fragment, owners) {
      await links.open([posix.dirname(fragment)]);
      return filesBeside(fragment, owners);
    },
    async isTrusted(path, opened) {
      try {
        return isOwnFile(toNative(path), opened === undefined ? undefined : toNative(opened));
      } catch {
        return false;
      }
    },
    assist: async (call, around) => (await import('./assist.ts')).assist(call, around),
    readText: async (path) => ((await links.mayRead(path)) ? readText(path) : undefined),
    async accounts() {
      const users = await databaseOf('/etc/passwd');
      return { users, groups: new Set((await databaseOf('/etc/group')).keys()) };
    },
  };
}

/** Folders whose programs are never run. */
const untrusted = (folders: readonly Folder[]): string[] => [
  process.cwd(),
  ...folders.map(({ path }) => toNative(path)),
];

const databaseOf = async (path: string): Promise<Map<string, string>> =>
  accountsIn(await readFile(path, 'utf8').catch(() => ''));
