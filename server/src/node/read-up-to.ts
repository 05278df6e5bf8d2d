import { readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';

const FIRST = 64 * 1024;
/** More than a limit is asked for in whole pages: some files of the kernel give nothing else. */
const PAGE = 4096;

/**
 * What an open file holds, from its beginning; undefined where that is more than `limit` bytes. What the file system says
 * of the size counts for nothing: /proc/self/pagemap has a size of 0 and goes on for hundreds of gigabytes.
 */
export function readUpTo(file: number, limit: number): Buffer | undefined {
  let buffer: Buffer = Buffer.allocUnsafe(Math.min(FIRST, limit + PAGE));
  for (let length = 0; ; ) {
    const count = readSync(file, buffer, length, buffer.length - length, length);
    length += count;
    if (length > limit) return undefined;
    if (count === 0) return buffer.subarray(0, length);
    buffer = withRoom(buffer, length, limit);
  }
}

/** The same without keeping anyone waiting. */
export async function readHandleUpTo(file: FileHandle, limit: number): Promise<Buffer | undefined> {
  let buffer: Buffer = Buffer.allocUnsafe(Math.min(FIRST, limit + PAGE));
  for (let length = 0; ; ) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
    length += bytesRead;
    if (length > limit) return undefined;
    if (bytesRead === 0) return buffer.subarray(0, length);
    buffer = withRoom(buffer, length, limit);
  }
}

/** Twice as big when it is full, hardly bigger than shows that the limit is passed. */
function withRoom(buffer: Buffer, length: number, limit: number): Buffer {
  if (length < buffer.length) return buffer;
  const bigger = Buffer.allocUnsafe(Math.min(2 * buffer.length, limit + PAGE));
  buffer.copy(bigger);
  return bigger;
}
