import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Draws a graph in the DOT language as SVG, with the Graphviz that lies beside the bundle. */
export async function drawGraph(dot: string): Promise<string> {
  const { drawDot } = await import('../lsp/graphviz.ts');
  return drawDot(dot, () => readFile(join(__dirname, 'graphviz.wasm.zst')));
}
