import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import type { Runtime } from '../lsp/runtime.ts';
import { linkPolicy } from './link-policy.ts';
import { machineFiles } from './machine-files.ts';
import { manualFor } from './manual.ts';
import { style, toNative } from './native-paths.ts';
import { machineVersion } from './systemd-version.ts';
import { filesBeside, machinePaths, readText, searchFolders, walkFolder } from './unit-files.ts';
import { setV8Flags } from './v8-flags.ts';
import { watchFolders } from './watch-folders.ts';

/** The server's view of this machine. */
export function nodeRuntime(version: string): Runtime {
  const links = linkPolicy();
  return {
    version,
    paths: style,
    makeRoom: () => setV8Flags('spending'),
    manual: manualFor,
    files: machineFiles,
    machineVersion: (folders) => machineVersion([process.cwd(), ...folders.map(({ path }) => toNative(path))]),
    async workspaceFiles({ uri, path }) {
      if (!uri.startsWith('file:')) return [];
      await links.open([path]);
      return walkFolder(path);
    },
    machinePaths,
    async unitFiles(folders) {
      await links.search(folders);
      return searchFolders(folders);
    },
    watchFolders,
    async filesBeside(fragment, owners) {
      await links.open([posix.dirname(fragment)]);
      return filesBeside(fragment, owners);
    },
    readText: async (path) => ((await links.mayRead(path)) ? readText(path) : undefined),
    accounts: async () => ({ users: await names('/etc/passwd'), groups: await names('/etc/group') }),
  };
}

async function names(database: string): Promise<string[]> {
  const text = await readFile(database, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => /^([^:#+-][^:]*):/.exec(line)?.[1] ?? []);
}
