import { parseUnitName } from '../../schema/unit-name.ts';
import { atOnce, type TimeSliced } from '../../text/time-slices.ts';
import type { IndexedFile } from '../../units/indexed-file.ts';
import { type RelationKind, relationKind } from '../../units/relation-kinds.ts';
import type { LineSpan } from '../../units/relations.ts';
import { type FilePlace, placeOf } from '../navigation/unit-at.ts';

/** What can be drawn: a graph of unit files, or of what a manager has loaded. */
export interface PictureGraph {
  readonly knowsMachine: boolean;
  unit(name: string): PictureUnit | undefined;
  outgoing(name: string): readonly PictureLink[];
  incoming(name: string): readonly PictureLink[];
  /** What a key is about, where it is not one of units. */
  kindOf?(key: string): RelationKind;
  /** Whether a name is drawn: only that of a unit unless told. */
  isNode?(name: string): boolean;
}

/** One file naming another. */
export interface PictureLink {
  readonly from: string;
  readonly to: string;
  readonly key: string;
  readonly file?: Pick<IndexedFile, 'path'>;
  readonly at?: LineSpan;
}

export interface PictureUnit {
  readonly state: 'loaded' | 'masked' | 'missing';
  readonly fragment?: PictureFragment | undefined;
  /** What is written below the name, where a name does not say enough. */
  readonly detail?: string;
}

interface PictureFragment {
  readonly path?: string | undefined;
  readonly facts: { readonly description?: string | undefined };
}

export interface PictureOptions {
  /** The units in the middle. */
  readonly roots: readonly string[];
  /** How many steps away from them others are shown. */
  readonly depth: number;
  readonly kinds: ReadonlySet<RelationKind>;
  /** Units around which one more step is shown. */
  readonly expanded?: readonly string[];
  /** Only what the roots say of others, and not what others say of them. */
  readonly outgoingOnly?: boolean;
}

export interface PictureNode {
  /** `n0`, `n1` …: also the id in the drawing. */
  readonly id: string;
  readonly name: string;
  readonly state: 'root' | 'loaded' | 'missing' | 'masked' | 'unknown';
  readonly path?: string | undefined;
  readonly description?: string | undefined;
  /** Written below the name. */
  readonly detail?: string;
  /** Relations of it that are not shown. */
  readonly hidden: number;
}

export interface PictureEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: RelationKind;
  readonly keys: readonly string[];
  /** Where the first of them is said. */
  readonly place?: FilePlace | undefined;
}

export interface Picture {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** Units left out because there are too many. */
  readonly left: number;
}

/** More than this nobody can read, and placing them takes its time. */
const MOST_NODES = 150;

/** What shows up with everything and so says nothing about anything; shown when they are asked for themselves. */
const EVERYWHERE = new Set(['shutdown.target', 'umount.target']);

/** The units around some others, and what ties them. */
export const picture = (graph: PictureGraph, options: PictureOptions): Picture =>
  atOnce(pictureInSlices(graph, options));

/** The same unit by unit: of each all others may be looked at. */
export function* pictureInSlices(graph: PictureGraph, options: PictureOptions): TimeSliced<Picture> {
  const { shown, left } = yield* reached(graph, options);
  const edges = new Map<string, PictureLink[]>();
  const hidden = new Map<string, number>();
  for (const name of shown) {
    yield;
    const others = new Set<string>();
    for (const edge of edgesAround(graph, name, options)) {
      if (shown.has(edge.from) && shown.has(edge.to)) add(edges, edge, graph);
      else others.add(edge.from === name ? edge.to : edge.from);
    }
    if (others.size > 0) hidden.set(name, others.size);
  }
  return drawn({ graph, shown, edges, hidden, left }, options);
}

/** The units within the depth, and those next to the expanded ones. */
function* reached(graph: PictureGraph, options: PictureOptions): TimeSliced<{ shown: Set<string>; left: number }> {
  const shown = new Set(options.roots);
  const beyond = new Set<string>();
  const step = function* (border: Iterable<string>): TimeSliced<string[]> {
    const next: string[] = [];
    for (const name of border) {
      yield;
      for (const { from, to } of edgesAround(graph, name, options)) {
        const other = from === name ? to : from;
        if (shown.has(other)) continue;
        if (shown.size >= MOST_NODES) beyond.add(other);
        else {
          shown.add(other);
          next.push(other);
        }
      }
    }
    return next;
  };
  let border: Iterable<string> = options.roots;
  for (let i = 0; i < options.depth; i++) border = yield* step(border);
  for (const name of options.expanded ?? []) if (shown.has(name)) yield* step([name]);
  return { shown, left: beyond.size };
}

/** `A After=B` and `B Before=A` are one; so are `A Wants=B` and B's `WantedBy=A`. Arrows lead to what is needed, or comes first. */
function add(edges: Map<string, PictureLink[]>, edge: PictureLink, graph: PictureGraph): void {
  const turned = edge.key === 'Before' || relationKind(edge.key) === 'install' || edge.key === 'Sockets';
  const turnsBack = edge.key === 'Also';
  const [from, to] = turned && !turnsBack ? [edge.to, edge.from] : [edge.from, edge.to];
  const key = `${from} ${to} ${shownKind(edge.key, graph)}`;
  const known = edges.get(key) ?? [];
  if (!known.some((other) => other.key === edge.key && other.at === edge.at)) edges.set(key, [...known, edge]);
}

/** Being installed somewhere is being wanted there. */
const shownKind = (key: string, { kindOf = relationKind }: Pick<PictureGraph, 'kindOf'>): RelationKind => {
  const kind = kindOf(key);
  return kind === 'install' ? 'requirement' : kind;
};

function edgesAround(graph: PictureGraph, name: string, { kinds, roots, outgoingOnly }: PictureOptions): PictureLink[] {
  const isNode = graph.isNode ?? ((each: string) => parseUnitName(each) !== undefined);
  const around = [...graph.outgoing(name), ...(outgoingOnly ? [] : graph.incoming(name))];
  return around.filter(({ key, from, to }) => {
    if (!kinds.has(shownKind(key, graph)) || from === to) return false;
    if (!isNode(from) || !isNode(to)) return false;
    return [from, to].every((end) => !EVERYWHERE.has(end) || roots.includes(end));
  });
}

interface Collected {
  readonly graph: PictureGraph;
  readonly shown: ReadonlySet<string>;
  readonly edges: ReadonlyMap<string, readonly PictureLink[]>;
  readonly hidden: ReadonlyMap<string, number>;
  readonly left: number;
}

/** Without a look at the machine nothing can be called missing. */
function stateOf(graph: PictureGraph, name: string): PictureNode['state'] {
  const state = graph.unit(name)?.state ?? 'missing';
  return state === 'missing' && !graph.knowsMachine ? 'unknown' : state;
}

function drawn({ graph, shown, edges, hidden, left }: Collected, { roots }: PictureOptions): Picture {
  const ids = new Map([...shown].map((name, i) => [name, `n${i}`]));
  const nodes = [...ids].map(([name, id]): PictureNode => {
    const unit = graph.unit(name);
    const state = roots.length === 1 && roots[0] === name ? 'root' : stateOf(graph, name);
    const { fragment } = unit ?? {};
    const { description } = fragment?.facts ?? {};
    const detail = unit?.detail === undefined ? {} : { detail: unit.detail };
    return { id, name, state, path: fragment?.path, description, ...detail, hidden: hidden.get(name) ?? 0 };
  });
  const lines = [...edges].map(([key, group], i): PictureEdge => {
    const [from = '', to = ''] = key.split(' ');
    const place = group.map(placeOf).find((found) => found !== undefined);
    const kind = shownKind(group[0]!.key, graph);
    return {
      id: `e${i}`,
      from: ids.get(from)!,
      to: ids.get(to)!,
      kind,
      keys: [...new Set(group.map(({ key }) => key))],
      place,
    };
  });
  return { nodes, edges: lines, left };
}
