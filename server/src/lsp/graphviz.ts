import { decompress } from 'fzstd';

/** The package as the build leaves it: without its WebAssembly, which `server/scripts/graphviz.mjs` takes out. */
type Viz = typeof import('@viz-js/viz') & { readonly giveWasm?: (bytes: Uint8Array) => void };

/**
 * Draws a graph in the DOT language as SVG. Graphviz is a megabyte of WebAssembly and loaded by the first call;
 * `packed` gives the bytes of `graphviz.wasm.zst`. Throws what Graphviz says of a text that is no graph.
 */
export async function drawDot(dot: string, packed: () => Promise<Uint8Array>): Promise<string> {
  const { giveWasm, instance }: Viz = await import('@viz-js/viz');
  giveWasm?.(decompress(await packed()));
  return (await instance()).renderString(dot, { format: 'svg', engine: 'dot' });
}
