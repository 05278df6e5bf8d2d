import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readUpTo } from './read-up-to.ts';

const { O_RDONLY, O_RDWR, O_WRONLY, O_CREAT, O_EXCL } = constants;
/** Windows has none of these. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0, O_DIRECTORY = 0 } = constants;

/**
 * So much is written in one step or not at all, whatever happens to the process: the kernel fills a page of a file before it
 * looks for signals. Hardly a unit is longer.
 */
const PAGE = 4096;

/** A file name may have this many bytes nearly everywhere. */
const LONGEST_NAME = 255;

export interface Rewriting {
  /** What was read when the change was thought out: a file that holds something else by now is left alone. */
  readonly before: Buffer;
  readonly after: Buffer;
}

/**
 * Writes another text into a file, which stays the same file: mode, owner, access control list, extended attributes and
 * further names are those it had. Node cannot copy them all to a new file that would take its place at once, so the old
 * text is kept in a hidden file beside it until the new one is on the disk.
 *
 * Whoever owns the folder may exchange names between any two calls. So everything is done to what was opened, in a folder
 * that was opened, and only if what is there is what was read. `path` leads through no links.
 * @throws what the system says, with `code`; CHANGED where the file holds something else
 */
export function rewriteFile(path: string, { before, after }: Rewriting): void {
  const folder = openFolder(dirname(path));
  try {
    const file = openSync(folder.at(basename(path)), O_RDWR | O_NOFOLLOW | O_NONBLOCK);
    try {
      if (!fstatSync(file).isFile()) throw failure('NOTREG');
      if (!readUpTo(file, before.length)?.equals(before)) throw failure('CHANGED');
      if (Math.max(before.length, after.length) <= PAGE) writeAtOnce(file, { before, after });
      else {
        const backup = keep(folder, { name: basename(path), text: before, like: file });
        overwrite(file, { before, after }, join(dirname(path), backup));
        remove(folder.at(backup));
      }
    } finally {
      closeSync(file);
    }
  } finally {
    folder.close();
  }
}

interface Folder {
  /** How a name in this very folder is reached, whatever its path leads to by now. */
  at(name: string): string;
  sync(): void;
  close(): void;
}

/** Linux reaches what lies in an open folder through /proc; elsewhere the path has to do. */
function openFolder(path: string): Folder {
  const opened = process.platform === 'win32' ? undefined : openSync(path, O_RDONLY | O_DIRECTORY);
  const link = `/proc/self/fd/${opened}`;
  const base = opened !== undefined && existsSync(link) ? link : path;
  return {
    at: (name) => join(base, name),
    sync: () => void (opened !== undefined && fsyncSync(opened)),
    close: () => void (opened !== undefined && closeSync(opened)),
  };
}

interface Original {
  readonly name: string;
  readonly text: Buffer;
  /** The open file, whose owner may read what is kept of it. */
  readonly like: number;
}

/** @returns the name of a file with the text, which nobody could guess */
function keep(folder: Folder, { name, text, like }: Original): string {
  const end = `.${randomBytes(12).toString('hex')}.backup`;
  const backup = `.${firstBytes(name, LONGEST_NAME - 1 - end.length)}${end}`;
  const file = openSync(folder.at(backup), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  try {
    const { uid, gid } = fstatSync(like);
    if (process.getuid?.() === 0) fchownSync(file, uid, gid);
    fchmodSync(file, 0o600);
    writeAll(file, text);
    folder.sync();
  } catch (error) {
    remove(folder.at(backup));
    throw error;
  } finally {
    closeSync(file);
  }
  return backup;
}

/** At most so many bytes of a name, in whole characters. */
function firstBytes(name: string, most: number): string {
  let short = name;
  while (Buffer.byteLength(short) > most) short = short.slice(0, -1);
  return short;
}

/** At no moment is there anything but the one text or the other: a shorter one is followed by empty lines until it is cut. */
function writeAtOnce(file: number, { before, after }: Rewriting): void {
  const page = Buffer.alloc(Math.max(before.length, after.length), '\n');
  after.copy(page);
  if (writeSync(file, page, 0, page.length, 0) < page.length) {
    writeAll(file, before);
    throw failure('ENOSPC');
  }
  ftruncateSync(file, after.length);
  fsyncSync(file);
}

/** A full disk, most likely, is in the way of the new text; the old one had room. */
function overwrite(file: number, { before, after }: Rewriting, backup: string): void {
  try {
    writeAll(file, after);
  } catch (error) {
    try {
      writeAll(file, before);
    } catch {
      throw Object.assign(new Error('neither text could be written', { cause: error }), { code: 'TORN', backup });
    }
    remove(backup);
    throw error;
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Somebody else was quicker, or keeps us from it: the file itself is as it should be.
  }
}

/** The text and nothing else, on the disk when this returns. */
function writeAll(file: number, text: Buffer): void {
  for (let at = 0; at < text.length; ) at += writeSync(file, text, at, text.length - at, at);
  ftruncateSync(file, text.length);
  fsyncSync(file);
}

const failure = (code: string): Error => Object.assign(new Error(code), { code });
