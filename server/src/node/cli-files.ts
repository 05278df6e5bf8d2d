import { closeSync, constants, fstatSync, openSync, realpathSync, statSync } from 'node:fs';
import type { CliHost } from '../cli/host.ts';
import { LONGEST_FILE } from '../syntax/unreadable-file.ts';
import { readUpTo } from './read-up-to.ts';
import { isOwnFile } from './trust.ts';

/** What is named on the command line; a link to /dev/null is a masked unit, and reads as an empty one. */
export const kindOf: CliHost['kindOf'] = (path) => {
  try {
    // Settings are looked for in every folder, and mostly not there: an error would have to be made of each.
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return undefined;
    if (found.isDirectory()) return 'directory';
    return found.isFile() || isNull(path) ? 'file' : 'other';
  } catch {
    return undefined;
  }
};

export const isTrusted: CliHost['isTrusted'] = (path) => isOwnFile(path, '.');

/** Some user may run what has one of the bits. */
export const look: CliHost['look'] = (path) => {
  try {
    const found = statSync(path);
    const type = found.isDirectory() ? 'directory' : found.isFile() ? 'file' : 'other';
    return { type, executable: (found.mode & 0o111) !== 0, isPrivate: (found.mode & 0o007) === 0 };
  } catch {
    return undefined;
  }
};

const isNull = (path: string): boolean => realpathSync(path) === '/dev/null';

/** Never waits for a pipe or a device that happens to have a unit's name, and never reads without end. */
export function readRegular(path: string): Uint8Array {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (fstatSync(file).isFile()) return readUpTo(file, LONGEST_FILE) ?? refuse('TOOLONG');
    if (isNull(path)) return new Uint8Array();
    return refuse('NOTREG');
  } finally {
    closeSync(file);
  }
}

/** As the system would. */
export function refuse(code: string): never {
  throw Object.assign(new Error(code), { code });
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  ENAMETOOLONG: 'the name is too long',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the limit for the size of files is reached',
  EISDIR: 'a folder',
  ELOOP: 'a link where a file was, or its links lead in a circle',
  ENXIO: 'not a regular file',
  EIO: 'the disk or the network reports an error',
  EAGAIN: 'not a file that can be read',
  EINVAL: 'not a file that can be read',
  EBUSY: 'in use by another program',
  ETXTBSY: 'in use by another program',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  KERNEL: 'made up by the kernel; there are no units in it',
  NOTREG: 'not a regular file; write - for standard input',
  NOTFILE: 'not a regular file',
  TOOLONG: `longer than ${LONGEST_FILE >> 20} MiB, which no unit is`,
  CHANGED: 'changed by somebody else in the meantime; it is left as it is',
};

/** With a message for people. */
export function readable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Error(`${path}: ${reasonOf(error as { code?: string; backup?: string })}`);
  }
}

function reasonOf({ code = '', backup }: { code?: string; backup?: string }): string {
  if (backup !== undefined) return `could not be written, and is torn; its old text is in ${backup}`;
  return REASONS[code] ?? `cannot be used (${code})`;
}
