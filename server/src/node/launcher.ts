/**
 * What the command `systemd-units` runs first. Node compiles the code of a big file anew at each start, which takes
 * longer than a check: what it made of `main.js` is kept in the user's cache folder. Node's own compile cache is not for
 * us: Node 20 has none, and later ones keep it in the folder for temporary files, where others may put code before root
 * comes along.
 */
import { mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { constants, Script } from 'node:vm';
import { isOnlyOurs } from './only-ours.ts';

/** Made by the build of what is in `main.js`: V8 itself looks at its length only. */
declare const MAIN_DIGEST: string;

const MONTH = 30 * 24 * 3600 * 1000;
/** By then a language server has answered its first questions, and the functions for that are compiled. */
const SETTLED = 20_000;

const command = process.argv[2];
const main = join(__dirname, 'main.js');
const store = process.env.NODE_DISABLE_COMPILE_CACHE ? undefined : cacheFolder();
const file = store && join(store, fileName());
const cachedData = file && quietly(() => readFileSync(file));

// The bundle is ASCII, and is kept half as big as latin1.
const script = new Script(wrap(readFileSync(main, 'latin1')), {
  filename: main,
  cachedData,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
const module = { exports: {} };
script.runInThisContext().call(module.exports, module.exports, createRequire(main), module, main, __dirname);

if (store && file && (!cachedData || script.cachedDataRejected) && (command === 'check' || command === 'lsp')) {
  const keep = (): void => {
    clearTimeout(timer);
    process.off('exit', keep);
    quietly(() => save(store, file));
  };
  const timer = setTimeout(keep, SETTLED).unref();
  process.once('exit', keep);
}

/** Functions that ran are kept, too: those of a server and of the other commands differ. */
function fileName(): string {
  const { versions, arch } = process;
  return `${MAIN_DIGEST}-${versions.v8}-${arch}-${command === 'lsp' ? 'lsp' : 'check'}`;
}

/** Undefined where others could write to it. */
function cacheFolder(): string | undefined {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const base = XDG_CACHE_HOME || (process.platform === 'win32' && LOCALAPPDATA) || join(homedir(), '.cache');
  return quietly(() => {
    mkdirSync(join(base, 'systemd-units'), { recursive: true, mode: 0o700 });
    const folder = realpathSync(join(base, 'systemd-units'));
    return isOnlyOurs(folder) ? folder : undefined;
  });
}

/** At once: another start never reads half a file. What has lain there for a month may be of versions long gone. */
function save(folder: string, target: string): void {
  const temporary = `${target}.${process.pid}`;
  writeFileSync(temporary, script.createCachedData(), { mode: 0o600 });
  renameSync(temporary, target);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > MONTH) rmSync(path);
  }
}

/** A cache that cannot be kept is no reason to complain. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
