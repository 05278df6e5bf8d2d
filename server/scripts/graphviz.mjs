// Graphviz comes as WebAssembly written into a script. It is shipped as a file of its own, well compressed, beside the
// bundle: 370 instead of 470 kB, and nobody who draws no graph reads it. Its reader is `server/src/lsp/graphviz.ts`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Zstd } from '@hpcc-js/wasm-zstd';

const FILE = 'graphviz.wasm.zst';
const EMBEDDED = 'function findWasmBinary(){return binaryDecode(';
const DECODER = /function binaryDecode\(bin\)\{.*?return o\}/s;

/** @type {import('esbuild').Plugin} */
export const graphvizWasm = {
  name: 'graphviz-wasm',
  setup(build) {
    build.onLoad({ filter: /@viz-js[\\/]viz[\\/]dist[\\/]viz\.js$/ }, async ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const literal = literalAfter(text, EMBEDDED);
      const decoder = DECODER.exec(text)?.[0];
      if (!literal || !decoder) throw new Error(`${path}: no WebAssembly found where it used to be`);
      const out = dirname(build.initialOptions.outfile);
      mkdirSync(out, { recursive: true });
      const bytes = new Function(`${decoder}; return binaryDecode(${literal})`)();
      writeFileSync(join(out, FILE), (await Zstd.load()).compress(bytes, 22));
      return { contents: text.replace(`binaryDecode(${literal})`, 'givenWasm') + TAKER, loader: 'js' };
    });
  },
};

const TAKER = `
let givenWasm;
export function giveWasm(bytes) { givenWasm = bytes; }
`;

/** The string literal that begins where `before` ends. */
function literalAfter(text, before) {
  const start = text.indexOf(before) + before.length;
  const quote = text[start];
  for (let i = start + 1; i < text.length && start >= before.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === quote) return text.slice(start, i + 1);
  }
  return undefined;
}
