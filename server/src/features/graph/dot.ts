import { printable } from '../../text/printable.ts';
import type { RelationKind } from '../../units/relation-kinds.ts';
import type { Picture, PictureEdge, PictureNode } from './picture.ts';

/** How edges are told apart without colour as well: requirements solid, ordering dashed. */
const EDGES: Readonly<Record<RelationKind, string>> = {
  requirement: 'style=solid color="#3273b8"',
  ordering: 'style=dashed color="#7f7f7f" arrowhead=vee',
  conflict: 'style=solid color="#c0392b" arrowhead=tee',
  trigger: 'style=bold color="#2e8b57"',
  install: 'style=solid color="#3273b8"',
  other: 'style=dotted color="#7f7f7f"',
};

const NODES: Readonly<Record<PictureNode['state'], string>> = {
  root: 'style="rounded,filled" penwidth=2 fillcolor="#dbeafe"',
  loaded: 'style="rounded,filled" fillcolor="#f6f8fa"',
  missing: 'style="rounded,dotted"',
  unknown: 'style=rounded fontcolor="#57606a"',
  masked: 'style="rounded,dashed"',
};

/** A picture in Graphviz' language, for whoever wants to draw it in another way. */
export function toDot({ nodes, edges }: Picture): string {
  return [
    'digraph units {',
    '  rankdir=LR bgcolor=transparent nodesep=0.25 ranksep=0.6',
    '  node [shape=box fontname="Arial" fontsize=11 height=0.3 margin="0.2,0.07" color="#8c959f"]',
    '  edge [arrowsize=0.7]',
    ...nodes.map(nodeLine),
    ...edges.map(edgeLine),
    '}',
    '',
  ].join('\n');
}

const nodeLine = ({ id, name, state, description, detail, hidden }: PictureNode): string =>
  `  ${id} [id=${id} class=${state} label=${quoted(label(name, { state, hidden, detail }))} tooltip=${quoted(description ?? name)} ${NODES[state]}]`;

type Remarks = Pick<PictureNode, 'state' | 'hidden'> & { readonly detail: string | undefined };

function label(name: string, { state, hidden, detail }: Remarks): string {
  const remarks = [state === 'missing' || state === 'masked' ? state : '', hidden > 0 ? `+${hidden}` : ''];
  const remark = remarks.filter((text) => text !== '').join(' ');
  return [name, detail ?? '', remark].filter((text) => text !== '').join('\n');
}

function edgeLine({ id, from, to, kind, keys, place }: PictureEdge): string {
  const said = keys.map((key) => `${key}=`).join(', ');
  const where = place ? ` (${place.path}:${place.line + 1})` : '';
  // Ordering alone should not decide what stands where if there is more to go by.
  const weight = kind === 'ordering' ? ' weight=0' : '';
  return `  ${from} -> ${to} [id=${id} class=${kind} tooltip=${quoted(said + where)} ${EDGES[kind]}${weight}]`;
}

/** A string of the language: names may hold backslashes, which Graphviz would read as escapes. Descriptions are anyone's. */
const quoted = (text: string): string => `"${printable(text).replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;
