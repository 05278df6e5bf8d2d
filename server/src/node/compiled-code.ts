import {
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as zlib from 'node:zlib';
import { isOnlyOurs } from './only-ours.ts';

const MONTH = 30 * 24 * 3600 * 1000;
const SUM_LENGTH = 4;

/** What V8 made of one script, kept between starts. Where that cannot be, nobody is told: it only saves time. */
export interface CompiledCode {
  read(): Buffer | undefined;
  write(make: () => Buffer): void;
}

/** Undefined where others could write to it, or the user wants nothing of the kind. */
export function compiledCode(name: string): CompiledCode | undefined {
  // Node 20.15 and later; V8 runs damaged code without a look at its own sum.
  const unfit = process.env.NODE_DISABLE_COMPILE_CACHE || typeof zlib.crc32 !== 'function';
  const folder = unfit ? undefined : quietly(ownFolder);
  if (folder === undefined) return undefined;
  const { versions, arch } = process;
  const path = join(folder, `${name}-${versions.v8}-${arch}`);
  return { read: () => quietly(() => undamaged(path)), write: (make) => quietly(() => save(folder, path, make())) };
}

function ownFolder(): string | undefined {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const base = XDG_CACHE_HOME || (process.platform === 'win32' && LOCALAPPDATA) || join(homedir(), '.cache');
  mkdirSync(join(base, 'systemd-units'), { recursive: true, mode: 0o700 });
  const folder = realpathSync(join(base, 'systemd-units'));
  return isOnlyOurs(folder) ? folder : undefined;
}

function undamaged(path: string): Buffer | undefined {
  const content = readFileSync(path);
  const code = content.subarray(0, -SUM_LENGTH);
  return zlib.crc32(code) === content.readUInt32LE(code.length) ? code : undefined;
}

/** At once, so that another start never reads half a file. What is a month old may be of versions long gone. */
function save(folder: string, path: string, code: Buffer): void {
  const sum = Buffer.alloc(SUM_LENGTH);
  sum.writeUInt32LE(zlib.crc32(code));
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, Buffer.concat([code, sum]), { mode: 0o600 });
  renameSync(temporary, path);
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (Date.now() - statSync(file).mtimeMs > MONTH) rmSync(file);
  }
}

function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
