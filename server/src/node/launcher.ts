/**
 * What the command `systemd-units` runs first. Node compiles the code of a big file anew at each start, which takes
 * longer than checking a unit: what V8 made of `main.js` is kept in the user's cache folder. Node's own compile cache is
 * not for us: Node 20 has none, and later ones keep it in the folder for temporary files, where somebody else may have
 * put code before root comes along.
 */
import { readFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { constants, Script } from 'node:vm';
import { compiledCode } from './compiled-code.ts';
import { spareMemory } from './memory.ts';

/** Made by the build of what is in `main.js`: V8 itself looks at its length only. */
declare const MAIN_DIGEST: string;

/** By then a language server has answered its first questions, and what it needs for that is compiled. */
const SETTLED = 20_000;

/**
 * V8 soon makes fast code of functions that ran some hundred times. A check of a thousand units is over before that
 * pays: it took two fifths of the time. By version of V8, since it complains of flags it does not know.
 */
const PATIENT: Readonly<Record<string, string>> = {
  11: '--interrupt-budget=1000000',
  12: '--invocation-count-for-turbofan=50000',
  13: '--invocation-count-for-turbofan=50000',
};

const [, , command] = process.argv;
const patient = PATIENT[process.versions.v8.split('.')[0]!];
// Kept code is for one set of flags: all commands that share it have the same.
if (command !== 'lsp' && patient !== undefined) setFlagsFromString(patient);
const main = join(__dirname, 'main.js');
if (command === 'lsp') spareMemory();
// Functions that ran are kept as well, and those of a server are others than those of a check.
const kept = compiledCode(`${MAIN_DIGEST}-${command === 'lsp' ? 'lsp' : 'check'}`);
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
      // V8 takes code back under the flags only that it was made under.
      if (command === 'lsp') spareMemory();
      return script.createCachedData();
    });
  };
  const timer = setTimeout(keep, SETTLED).unref();
  process.once('exit', keep);
}
