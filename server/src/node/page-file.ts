import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as zlib from 'node:zlib';
import type { PageInfo } from '../manual/index.ts';
import { systemExecutable } from './executable.ts';

/** No manual page comes near this; what does is not one. */
const limit = 16 * 1024 * 1024;

/** What a page file can be packed with, the likeliest first. */
export const packings = ['.gz', '', '.zst', '.xz', '.bz2'] as const;

/** `systemd.exec.5.gz` → systemd.exec in section 5. */
export function pageFileName(file: string): PageInfo | undefined {
  const match = /^(.+)\.([1-9][a-z]*)(?:\.(?:gz|xz|zst|bz2))?$/.exec(file);
  return match === null ? undefined : { name: match[1]!, section: match[2]! };
}

/** The roff in a page file, however it is packed; undefined when it cannot be read here. */
export function readPageFile(path: string): string | undefined {
  try {
    return unpack(path)?.toString('utf8');
  } catch {
    return undefined;
  }
}

function unpack(path: string): Buffer | undefined {
  if (path.endsWith('.gz')) return zlib.gunzipSync(readFileSync(path), { maxOutputLength: limit });
  if (path.endsWith('.zst')) return unpackZstd(path);
  if (path.endsWith('.xz')) return runFilter('xz', path);
  if (path.endsWith('.bz2')) return runFilter('bzip2', path);
  return readFileSync(path);
}

/** Node knows zstd since 22.15; before that the tool of that name may be installed. */
function unpackZstd(path: string): Buffer | undefined {
  const decompress: unknown = Reflect.get(zlib, 'zstdDecompressSync');
  if (typeof decompress !== 'function') return runFilter('zstd', path);
  return decompress(readFileSync(path), { maxOutputLength: limit }) as Buffer;
}

/** The file goes in as standard input, so its name is never an argument. */
function runFilter(command: string, path: string): Buffer | undefined {
  const program = systemExecutable(command);
  if (program === undefined) return undefined;
  const options = { input: readFileSync(path), maxBuffer: limit, timeout: 10_000, cwd: __dirname };
  const answer = spawnSync(program, ['-dc'], options);
  return answer.status === 0 ? answer.stdout : undefined;
}
