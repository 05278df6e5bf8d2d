/** Draws a graph in the DOT language as SVG. Graphviz is loaded by the first call: it is a megabyte of WebAssembly. */
export async function drawGraph(dot: string): Promise<string> {
  const { instance } = await import('@viz-js/viz');
  return (await instance()).renderString(dot, { format: 'svg', engine: 'dot' });
}
