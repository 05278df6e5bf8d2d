import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { posix } from 'node:path';
import { type CliHost, type DirectoryEntry, UsageError } from '../cli/host.ts';
import { LONGEST_FILE } from '../syntax/unreadable-file.ts';
import { askProgram } from './ask-program.ts';
import { isTrusted, kindOf, look, readable, readRegular, refuse } from './cli-files.ts';
import { cliProcesses } from './cli-processes.ts';
import { wantsColors } from './colors.ts';
import { manualFor } from './manual.ts';
import { isOfKernel, mayEnterSync } from './mount-points.ts';
import { slashed } from './native-paths.ts';
import { pager } from './pager.ts';
import { machinePodmanSync } from './podman-version.ts';
import { rewriteFile } from './rewrite-file.ts';
import { isStandalone } from './shipped-file.ts';
import { machineVersionSync } from './systemd-version.ts';
import { threadStarter } from './threads.ts';
import { machinePaths } from './unit-files.ts';
import { watchFolders } from './watch-folders.ts';

/** The command line's view of this machine. */
export const nodeCliHost = (): CliHost => ({
  cwd: slashed(process.cwd()),
  readFile: (path) => readable(path, () => readRegular(path)),
  rewriteFile: (path, { before, after }) =>
    readable(path, () => rewriteFile(realpathSync(path), { before: Buffer.from(before), after: Buffer.from(after) })),
  writeFile: (path, text) => readable(path, () => writeFile(path, text)),
  createFile: (path, text) => readable(path, () => createFile(path, text)),
  readStdin,
  readDirectory: (path) => readable(path, () => entries(path)),
  kindOf,
  isTrusted,
  look,
  placeOf: (path) => path,
  join: posix.join,
  realPath(path) {
    try {
      return slashed(realpathSync(path));
    } catch {
      return undefined;
    }
  },
  readLink(path) {
    try {
      // Of what is no link, as nearly everything, an error would have to be made.
      return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? slashed(readlinkSync(path)) : undefined;
    } catch {
      return undefined;
    }
  },
  machinePaths: () => machinePaths([]),
  systemdVersion: () => machineVersionSync([process.cwd()]),
  podmanVersion: onceOnly(() => machinePodmanSync([process.cwd()])),
  ask: askProgram,
  processes: cliProcesses(),
  processors: availableParallelism(),
  // The standalone program has no file that a thread could begin with.
  startThread: isStandalone ? undefined : threadStarter(),
  watchFolders,
  stopped,
  now: () => performance.now(),
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  page: pager(process.env, process.stdout),
  isTerminal: process.stdout.isTTY === true,
  hasColors: wantsColors(process.env, process.stdout.isTTY === true),
  showProgress: process.stderr.isTTY ? (line) => void process.stderr.write(`\r\x1b[K${line}`) : undefined,
  columns: process.stdout.columns || 80,
  time: () => Date.now() / 1000,
  manual: manualFor,
});

/** Nothing else may be under way: something has to keep the process from ending. */
function stopped(): Promise<void> {
  const awake = setInterval(() => {}, 2 ** 30);
  return new Promise((resolve) => {
    const end = (): void => {
      clearInterval(awake);
      process.off('SIGINT', end).off('SIGTERM', end);
      resolve();
    };
    process.on('SIGINT', end).on('SIGTERM', end);
  });
}

/** A process that is started once at most. */
function onceOnly<T>(ask: () => T): () => T {
  let known: { readonly answer: T } | undefined;
  return () => {
    known ??= { answer: ask() };
    return known.answer;
  };
}

function entries(path: string): DirectoryEntry[] {
  if (isOfKernel(path)) refuse('KERNEL');
  const mayEnter = mayEnterSync(path);
  return readdirSync(path, { withFileTypes: true })
    .map((entry): DirectoryEntry => {
      const isFolder = entry.isDirectory() && mayEnter(posix.join(path, entry.name));
      if (isFolder) return { name: entry.name, type: 'directory' };
      if (entry.isFile()) return { name: entry.name, type: 'file' };
      return { name: entry.name, type: entry.isSymbolicLink() ? 'link' : 'other' };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > LONGEST_FILE)
      throw new UsageError(`standard input is longer than ${LONGEST_FILE >> 20} MiB, which no unit is`);
  }
  return Buffer.concat(chunks);
}

/** Of a file that is there only what is in it changes; it may be longer than any unit. */
function writeFile(path: string, text: string): void {
  try {
    createFile(path, text);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
    const real = realpathSync(path);
    if (!statSync(real).isFile()) refuse('NOTFILE');
    rewriteFile(real, { before: readFileSync(real), after: Buffer.from(text) });
  }
}

/** Never through a link that somebody put there in the meantime: the name must be free when the file is made. */
function createFile(path: string, text: string): void {
  mkdirSync(posix.dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: 'wx' });
}
