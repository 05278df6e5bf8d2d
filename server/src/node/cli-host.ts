import { spawnSync } from 'node:child_process';
import {
  chownSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { CliHost, DirectoryEntry } from '../cli/host.ts';
import { drawGraph } from './graphviz.ts';
import { manualFor } from './manual.ts';
import { versionOfOutput } from './systemd-version.ts';
import { machinePaths } from './unit-files.ts';

/** The command line's view of this machine. */
export const nodeCliHost = (): CliHost => ({
  cwd: process.cwd(),
  readFile: (path) => readable(path, () => readFileSync(path)),
  writeFile: (path, text) => readable(path, () => replaceFile(realpathSync(path), text)),
  readStdin,
  readDirectory: (path) => readable(path, () => entries(path)),
  kindOf(path) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) return 'directory';
    return stat ? 'file' : undefined;
  },
  join,
  realPath(path) {
    try {
      return realpathSync(path);
    } catch {
      return undefined;
    }
  },
  readLink(path) {
    try {
      return readlinkSync(path);
    } catch {
      return undefined;
    }
  },
  machinePaths: () => machinePaths([]),
  drawGraph,
  systemdVersion: () =>
    versionOfOutput(spawnSync('systemctl', ['--version'], { encoding: 'utf8', timeout: 2000 }).stdout),
  now: () => performance.now(),
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  isTerminal: process.stdout.isTTY === true && !process.env.NO_COLOR,
  showProgress: process.stderr.isTTY ? (line) => void process.stderr.write(`\r\x1b[K${line}`) : undefined,
  columns: process.stdout.columns || 80,
  time: () => Date.now() / 1000,
  manual: manualFor,
});

function replaceFile(path: string, text: string): void {
  const { mode, uid, gid } = statSync(path);
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text, { mode, flag: 'wx' });
  if (process.getuid?.() === 0) chownSync(temporary, uid, gid);
  renameSync(temporary, path);
}

function entries(path: string): DirectoryEntry[] {
  return readdirSync(path, { withFileTypes: true })
    .map((entry): DirectoryEntry => {
      if (entry.isDirectory()) return { name: entry.name, type: 'directory' };
      if (entry.isFile()) return { name: entry.name, type: 'file' };
      return { name: entry.name, type: entry.isSymbolicLink() ? 'link' : 'other' };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { code } = error as { code?: string };
    const why = code === 'EACCES' ? 'permission denied' : code === 'ENOENT' ? 'no such file or folder' : String(code);
    throw new Error(`${path}: ${why}`);
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
