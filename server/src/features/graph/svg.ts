import type { RelationKind } from '../../units/relation-kinds.ts';
import {
  FONT_SIZE,
  LINE_HEIGHT,
  layOut,
  type Pause,
  type PlacedEdge,
  type PlacedNode,
  type Point,
  withoutPause,
} from './layout.ts';
import type { Picture, PictureNode } from './picture.ts';

/** How edges are told apart without colour as well: requirements solid, ordering dashed, others dotted. */
const EDGES: Readonly<Record<RelationKind, { readonly colour: string; readonly look?: string; readonly head: Head }>> =
  {
    requirement: { colour: '#3273b8', head: 'arrow' },
    ordering: { colour: '#7f7f7f', look: 'stroke-dasharray="5,3"', head: 'open' },
    conflict: { colour: '#c0392b', head: 'bar' },
    trigger: { colour: '#2e8b57', look: 'stroke-width="2"', head: 'arrow' },
    install: { colour: '#3273b8', head: 'arrow' },
    other: { colour: '#7f7f7f', look: 'stroke-dasharray="1,4"', head: 'arrow' },
  };

const NODES: Readonly<Record<PictureNode['state'], string>> = {
  root: 'fill="#dbeafe" stroke-width="2"',
  loaded: 'fill="#f6f8fa"',
  missing: 'fill="none" stroke-dasharray="1,4"',
  unknown: 'fill="none"',
  masked: 'fill="none" stroke-dasharray="5,3"',
};

type Head = 'arrow' | 'open' | 'bar';

/** The outline of each head before it is turned: its tip is at 0,0 and it points to the right. */
const HEADS: Readonly<Record<Head, readonly Point[]>> = {
  arrow: pointsOf(0, 0, -8, -3, -8, 3),
  open: pointsOf(0, 0, -8, -3.5, -5.5, 0, -8, 3.5),
  bar: pointsOf(0, -4, -2, -4, -2, 4, 0, 4),
};

/**
 * A picture as SVG. It looks well by itself; groups have the ids of nodes and edges, and their kinds as classes, so that
 * a page can colour it by its own theme.
 */
export async function toSvg(picture: Picture, pause: Pause = withoutPause): Promise<string> {
  const { width, height, nodes, edges } = await layOut(picture, pause);
  await pause();
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}">`,
    `<g font-family="Arial, Helvetica, sans-serif" font-size="${FONT_SIZE}">`,
    ...edges.map(edgeGroup),
    ...nodes.map(nodeGroup),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function nodeGroup({ node, lines, centre, width, height }: PlacedNode): string {
  const rect = `d="${roundedBox(centre, width, height)}" stroke="#8c959f" ${NODES[node.state]}`;
  const top = centre.y - ((lines.length - 1) * LINE_HEIGHT) / 2 + FONT_SIZE * 0.36;
  const texts = lines.map((line, i) => {
    const place = `x="${round(centre.x)}" y="${round(top + i * LINE_HEIGHT)}"`;
    return `<text text-anchor="middle" ${place}>${escaped(line)}</text>`;
  });
  const title = `<title>${escaped(node.description ?? node.name)}</title>`;
  return `<g id="${node.id}" class="node ${node.state}">${title}<path ${rect}/>${texts.join('')}</g>`;
}

const CORNER = 6;

function roundedBox({ x, y }: Point, width: number, height: number): string {
  const across = round(width - 2 * CORNER);
  const down = round(height - 2 * CORNER);
  const turn = (dx: number, dy: number): string => `a${CORNER},${CORNER} 0 0 1 ${dx * CORNER},${dy * CORNER}`;
  const start = `M${round(x - width / 2 + CORNER)},${round(y - height / 2)}`;
  return `${start}h${across}${turn(1, 1)}v${down}${turn(-1, 1)}h${-across}${turn(-1, -1)}v${-down}${turn(1, -1)}z`;
}

function edgeGroup({ edge, points }: PlacedEdge): string {
  const { colour, look = '', head } = EDGES[edge.kind];
  const where = edge.place ? ` (${edge.place.path}:${edge.place.line + 1})` : '';
  const title = `<title>${escaped(edge.keys.map((key) => `${key}=`).join(', ') + where)}</title>`;
  const line = `<path d="${smooth(points)}" fill="none" stroke="${colour}" ${look}/>`;
  const tip = `<polygon points="${headAt(points, head)}" fill="${colour}" stroke="${colour}"/>`;
  return `<g id="${edge.id}" class="edge ${edge.kind}">${title}${line}${tip}</g>`;
}

/** A curve that bends at the points without a corner: a parabola to each halfway place. */
function smooth(points: readonly Point[]): string {
  const [first, ...others] = points;
  if (!first) return '';
  const bends = others.slice(0, -1);
  const end = others.at(-1) ?? first;
  const curves = bends.map((bend, i) => {
    const next = bends[i + 1];
    return `Q${at(bend)} ${at(next ? { x: (bend.x + next.x) / 2, y: (bend.y + next.y) / 2 } : end)}`;
  });
  return `M${at(first)}${bends.length > 0 ? curves.join('') : `L${at(end)}`}`;
}

/** The head at the end of an edge, turned to where the edge comes from. */
function headAt(points: readonly Point[], head: Head): string {
  const tip = points.at(-1) ?? { x: 0, y: 0 };
  const before = points.at(-2) ?? tip;
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turned = HEADS[head].map(({ x, y }) => ({ x: tip.x + x * cos - y * sin, y: tip.y + x * sin + y * cos }));
  return turned.map(at).join(' ');
}

function pointsOf(...numbers: readonly number[]): Point[] {
  return numbers.flatMap((x, i) => (i % 2 === 0 ? [{ x, y: numbers[i + 1]! }] : []));
}

const at = ({ x, y }: Point): string => `${round(x)},${round(y)}`;

const round = (length: number): number => Math.round(length * 10) / 10;

/** Names and descriptions are anyone's. Control characters have no place in XML, not even escaped. */
const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
