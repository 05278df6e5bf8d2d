/**
 * What the command `systemd-units` runs first. Node compiles the code of a big file anew at each start, which takes
 * longer than checking a unit: what V8 made of `main.js` is kept in the user's cache folder. Node's own
 * `module.enableCompileCache` does not take the place of this: Node 20 has none, and that of 22 and 24 saves a start 40 ms of
 * computing where this saves 65 of 180. It keeps too little of the functions that ran.
 */
import { readFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { join } from 'node:path';
import { constants, Script } from 'node:vm';
import { compiledCode } from './compiled-code.ts';
import { setV8Flags } from './v8-flags.ts';

/** Made by the build of what is in `main.js`: V8 itself looks at its length only. */
declare const MAIN_DIGEST: string;

/** By then a language server has answered its first questions, and what it needs for that is compiled. */
const SETTLED = 20_000;

const [, , command] = process.argv;
// Functions that ran are kept as well, and those of a server are others than those of a check.
const kind = command === 'lsp' ? 'lsp' : 'check';
// V8 takes kept code back under the flags only that it was made under.
const setFlags = (): void => setV8Flags(kind === 'lsp' ? 'sparing' : 'patient');
setFlags();
const main = join(__dirname, 'main.js');
const kept = compiledCode(`${MAIN_DIGEST}-${kind}`);
const cachedData = kept?.read();
// The bundle is ASCII; read as such it takes half the memory.
const script = new Script(wrap(readFileSync(main, 'latin1')), {
  filename: main,
  cachedData,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
const module = { exports: {} };
script.runInThisContext().call(module.exports, module.exports, createRequire(main), module, main, __dirname);

const isNews = cachedData === undefined || script.cachedDataRejected === true;
if (kept && isNews && (command === 'check' || command === 'lsp')) {
  const keep = (): void => {
    clearTimeout(timer);
    process.off('exit', keep);
    kept.write(() => {
      // A server may have set others since.
      setFlags();
      return script.createCachedData();
    });
  };
  const timer = setTimeout(keep, SETTLED).unref();
  process.once('exit', keep);
}
