import {
  accessSync,
  chownSync,
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { CliHost } from '../cli/host.ts';

/** What is named on the command line; a link to /dev/null is a masked unit, and reads as an empty one. */
export const kindOf: CliHost['kindOf'] = (path) => {
  try {
    const found = statSync(path);
    if (found.isDirectory()) return 'directory';
    return found.isFile() || isNull(path) ? 'file' : 'other';
  } catch {
    return undefined;
  }
};

/** Some user may run what has one of the bits. */
export const look: CliHost['look'] = (path) => {
  try {
    const found = statSync(path);
    const type = found.isDirectory() ? 'directory' : found.isFile() ? 'file' : 'other';
    return { type, executable: (found.mode & 0o111) !== 0 };
  } catch {
    return undefined;
  }
};

const isNull = (path: string): boolean => realpathSync(path) === '/dev/null';

/** Never waits for a pipe or a device that happens to have a unit's name. */
export function readRegular(path: string): Uint8Array {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (fstatSync(file).isFile()) return readFileSync(file);
    if (isNull(path)) return new Uint8Array();
    throw Object.assign(new Error(), { code: 'NOTREG' });
  } finally {
    closeSync(file);
  }
}

/** All or nothing, and nothing to a file its user may not write: that the folder can be written to is another matter. */
export function replaceFile(path: string, text: string): void {
  accessSync(path, constants.W_OK);
  const { mode, uid, gid } = statSync(path);
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text, { mode, flag: 'wx' });
    if (process.getuid?.() === 0) chownSync(temporary, uid, gid);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'no such file or folder',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left',
  EISDIR: 'a folder',
  ELOOP: 'its links lead in a circle',
  ENXIO: 'not a regular file',
  NOTREG: 'not a regular file; write - for standard input',
};

/** With a message for people. */
export function readable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { code } = error as { code?: string };
    throw new Error(`${path}: ${REASONS[code ?? ''] ?? String(code)}`);
  }
}
