import { readFile } from 'node:fs/promises';
import type { Runtime } from '../lsp/runtime.ts';
import { machineFiles } from './machine-files.ts';
import { manualFor } from './manual.ts';
import { style } from './native-paths.ts';
import { machineVersion } from './systemd-version.ts';
import { filesBeside, machinePaths, readText, searchFolders, walkFolder } from './unit-files.ts';
import { setV8Flags } from './v8-flags.ts';
import { watchFolders } from './watch-folders.ts';

/** The server's view of this machine. */
export function nodeRuntime(version: string): Runtime {
  return {
    version,
    paths: style,
    makeRoom: () => setV8Flags('spending'),
    manual: manualFor,
    files: machineFiles,
    machineVersion,
    workspaceFiles: async ({ uri, path }) => (uri.startsWith('file:') ? await walkFolder(path) : []),
    machinePaths,
    unitFiles: searchFolders,
    watchFolders,
    filesBeside,
    readText,
    accounts: async () => ({ users: await names('/etc/passwd'), groups: await names('/etc/group') }),
  };
}

async function names(database: string): Promise<string[]> {
  const text = await readFile(database, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => /^([^:#+-][^:]*):/.exec(line)?.[1] ?? []);
}
