import { posix } from 'node:path';
import type { CliHost, DirectoryEntry } from '../../server/src/cli/host.ts';
import { runCli } from '../../server/src/cli/main.ts';

/** 2026-03-01 12:00:00 UTC, a Sunday. */
const NOW = 1_772_366_400;

export interface CliRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The files afterwards. */
  readonly files: Readonly<Record<string, string>>;
}

/** Runs a command line over files that exist only here; paths are relative to an imagined folder. */
export async function run(
  args: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
  stdin = '',
  machine: Partial<CliHost> = {},
  main: typeof runCli = runCli,
): Promise<CliRun> {
  const store = new Map(
    Object.entries(files).map(([path, text]) => [
      path,
      typeof text === 'string' ? new TextEncoder().encode(text) : text,
    ]),
  );
  let stdout = '';
  let stderr = '';
  const withSlash = (path: string): string => path.replace(/\/?$/, '/');
  const isFolder = (path: string): boolean => {
    const prefix = withSlash(path);
    return [...store.keys()].some((name) => path === '.' || name.startsWith(prefix));
  };
  const host: CliHost = {
    cwd: '/',
    readFile(path) {
      const bytes = store.get(path);
      if (!bytes) throw new Error(`${path}: no such file or folder`);
      return bytes;
    },
    rewriteFile: (path, { after }) => void store.set(path, new TextEncoder().encode(after)),
    writeFile: (path, text) => void store.set(path, new TextEncoder().encode(text)),
    createFile: (path, text) => void store.set(path, new TextEncoder().encode(text)),
    readStdin: async () => new TextEncoder().encode(stdin),
    readDirectory(path) {
      const prefix = path === '.' ? '' : withSlash(path);
      const names = new Map<string, DirectoryEntry['type']>();
      for (const name of store.keys()) {
        if (!name.startsWith(prefix) || (path === '.' && name.startsWith('/'))) continue;
        const [first, ...rest] = name.slice(prefix.length).split('/');
        names.set(first!, rest.length > 0 ? 'directory' : 'file');
      }
      return [...names].map(([name, type]) => ({ name, type })).sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    kindOf: (path) => (store.has(path) ? 'file' : isFolder(path) ? 'directory' : undefined),
    isTrusted: () => true,
    look: (path) => (store.has(path) ? { type: 'file', executable: true } : undefined),
    placeOf: (path) => path,
    join: posix.join,
    realPath: (path) => (store.has(path) ? path : undefined),
    machinePaths: async () => ({ system: [], user: [] }),
    readLink: () => undefined,
    systemdVersion: () => undefined,
    now: () => 0,
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    isTerminal: false,
    hasColors: false,
    columns: 80,
    time: () => NOW,
    manual: () => undefined,
    ...machine,
  };
  const status = await main(host, args, '1.2.3');
  const after = Object.fromEntries([...store].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
  return { status, stdout, stderr, files: after };
}
