import type { EdgeLabel, Graph, GraphLabel, NodeLabel } from '@dagrejs/dagre';
import type { Picture, PictureEdge, PictureNode } from './picture.ts';

/** Lengths are pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedNode {
  readonly node: PictureNode;
  /** What stands in it, one below the other. */
  readonly lines: readonly string[];
  readonly centre: Point;
  readonly width: number;
  readonly height: number;
}

export interface PlacedEdge {
  readonly edge: PictureEdge;
  /** From the border of one node to that of the other. */
  readonly points: readonly Point[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

export const FONT_SIZE = 11;
export const LINE_HEIGHT = 13;
const PADDING = { x: 14, y: 5 };
const MARGIN = 4;
/** Placing takes seconds beyond; nobody could read it either. */
const MOST_EDGES = 1_500;

/** Lets others go first, where somebody else is waiting. */
export type Pause = () => Promise<void>;

export const withoutPause: Pause = async () => undefined;

/** Places what is drawn: whoever pulls in or comes first on the left. Throws where a picture is too big to be drawn. */
export async function layOut(picture: Picture, pause: Pause = withoutPause): Promise<Layout> {
  const { nodes } = picture;
  // What a unit says of itself is not an arrow; a rule tells it.
  const edges = picture.edges.filter(({ from, to }) => from !== to);
  if (edges.length > MOST_EDGES) {
    throw new Error(`${edges.length} relations are too many for a picture: show fewer levels or kinds of relations.`);
  }
  // Loaded by the first picture: nobody else needs it.
  const { Graph, layout } = await import('@dagrejs/dagre');
  const graph: Graph<GraphLabel, NodeLabel, EdgeLabel> = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 40, edgesep: 8, marginx: MARGIN, marginy: MARGIN });
  const boxes = nodes.map((node) => ({ node, ...boxOf(linesOf(node)) }));
  for (const { node, width, height } of boxes) graph.setNode(node.id, { width, height });
  const placing = edgesThatPlace(edges);
  for (const edge of placing) graph.setEdge(edge.from, edge.to, { weight: weightOf(edge) }, edge.id);
  await pause();
  layout(graph, placing.size > MOST_UNTANGLED ? { customOrder: inOrderOfArrival } : {});
  await pause();
  const { width = 0, height = 0 } = graph.graph();
  const placed = new Map<string, PlacedNode>();
  for (const box of boxes) {
    const { x = 0, y = 0 } = graph.node(box.node.id);
    placed.set(box.node.id, { ...box, centre: { x, y } });
  }
  return {
    width,
    height,
    nodes: [...placed.values()],
    edges: edges.map((edge) => {
      const bends = (placing.has(edge) && graph.edge(edge.from, edge.to, edge.id).points) || [];
      return { edge, points: fromSideToSide(placed.get(edge.from)!, bends.slice(1, -1), placed.get(edge.to)!) };
    }),
  };
}

/** Placing grows with the square of the edges, and nobody else is answered meanwhile: a twentieth of a second for so many. */
const MOST_PLACING = 60;

/** Of more, those that tie what is not tied yet, and so many besides. */
const MOST_BESIDES = 20;

/** To look for the order with the fewest crossings takes as long again; beyond so many there are crossings all the same. */
const MOST_UNTANGLED = 50;

/** Where the library begins to look for a better order: what follows a node stands beside what follows the one before it. */
function inOrderOfArrival(graph: Pick<Graph, 'nodes' | 'node' | 'successors'>): void {
  const rankOf = (name: string): number => (graph.node(name) as { rank: number }).rank;
  const placed = new Map<number, number>();
  const seen = new Set<string>();
  const waiting = [...graph.nodes()].sort((a, b) => rankOf(b) - rankOf(a));
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const order = placed.get(rankOf(name)) ?? 0;
    placed.set(rankOf(name), order + 1);
    Object.assign(graph.node(name) as object, { order });
    waiting.push(...(graph.successors(name) ?? []).reverse());
  }
}

/** Ordering alone should not decide what stands where if there is more to go by. */
const weightOf = ({ kind }: PictureEdge): number => (kind === 'ordering' ? 1 : 4);

/** Of very many edges some decide what stands where, one between two units, the telling first; the others go straight. */
function edgesThatPlace(edges: readonly PictureEdge[]): ReadonlySet<PictureEdge> {
  if (edges.length <= MOST_PLACING) return new Set(edges);
  const byWeight = [...edges].sort((a, b) => weightOf(b) - weightOf(a)).reverse();
  const ofPairs = new Map(byWeight.map((edge) => [[edge.from, edge.to].sort().join(' '), edge]));
  const tie = ties();
  let besides = MOST_BESIDES;
  return new Set([...ofPairs.values()].reverse().filter(({ from, to }) => tie(from, to) || besides-- > 0));
}

/** Ties two nodes; false where a way between them was there before. */
function ties(): (from: string, to: string) => boolean {
  const above = new Map<string, string>();
  const root = (node: string): string => {
    let at = node;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next;
    return at;
  };
  return (from, to) => {
    const [one, other] = [root(from), root(to)];
    if (one !== other) above.set(one, other);
    return one !== other;
  };
}

/** How far an edge goes straight before it bends. */
const STRAIGHT = 12;

/** Edges leave and arrive in the middle of the sides that face each other, where an arrow is easiest to follow. */
function fromSideToSide(from: PlacedNode, bends: readonly Point[], to: PlacedNode): Point[] {
  const way = Math.sign(to.centre.x - from.centre.x) || 1;
  const start = { x: from.centre.x + (way * from.width) / 2, y: from.centre.y };
  const end = { x: to.centre.x - (way * to.width) / 2, y: to.centre.y };
  const beyond = { x: start.x + way * STRAIGHT, y: start.y };
  const before = { x: end.x - way * STRAIGHT, y: end.y };
  return [start, beyond, ...bends, before, end];
}

function linesOf({ name, state, hidden, detail }: PictureNode): string[] {
  const remarks = [state === 'missing' || state === 'masked' ? state : '', hidden > 0 ? `+${hidden}` : ''];
  const remark = remarks.filter((text) => text !== '').join(' ');
  return [name, ...(detail === undefined ? [] : [detail]), ...(remark === '' ? [] : [remark])];
}

function boxOf(lines: readonly string[]): { lines: readonly string[]; width: number; height: number } {
  const width = Math.max(...lines.map(widthOf)) + 2 * PADDING.x;
  return { lines, width: Math.round(width), height: lines.length * LINE_HEIGHT + 2 * PADDING.y };
}

/** About as wide as in a font without serifs; a page that knows its font better makes it fit. */
function widthOf(text: string): number {
  const widths = [...text].map((letter) => {
    if (/[ijltfI.,:;'|!()\\[\]]/.test(letter)) return 0.29;
    if (/[mwMW@%]/.test(letter)) return 0.87;
    return /[A-Z]/.test(letter) ? 0.68 : 0.56;
  });
  return widths.reduce((sum, width) => sum + width, 0) * FONT_SIZE;
}
