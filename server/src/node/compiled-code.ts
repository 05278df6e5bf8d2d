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
import { isOnlyOurs } from './only-ours.ts';

const MONTH = 30 * 24 * 3600 * 1000;

/** What V8 made of one script, kept between starts. Where that cannot be, nobody is told: it only saves time. */
export interface CompiledCode {
  read(): Buffer | undefined;
  write(make: () => Buffer): void;
}

/** Undefined where others could write to it, or the user wants nothing of the kind. */
export function compiledCode(name: string): CompiledCode | undefined {
  const folder = process.env.NODE_DISABLE_COMPILE_CACHE ? undefined : quietly(ownFolder);
  if (folder === undefined) return undefined;
  const { versions, arch } = process;
  const path = join(folder, `${name}-${versions.v8}-${arch}`);
  return { read: () => quietly(() => readFileSync(path)), write: (make) => quietly(() => save(folder, path, make())) };
}

function ownFolder(): string | undefined {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const base = XDG_CACHE_HOME || (process.platform === 'win32' && LOCALAPPDATA) || join(homedir(), '.cache');
  mkdirSync(join(base, 'systemd-units'), { recursive: true, mode: 0o700 });
  const folder = realpathSync(join(base, 'systemd-units'));
  return isOnlyOurs(folder) ? folder : undefined;
}

/** At once, so that another start never reads half a file. What is a month old may be of versions long gone. */
function save(folder: string, path: string, code: Buffer): void {
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, code, { mode: 0o600, flush: true });
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
