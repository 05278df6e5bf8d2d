import { parseUnitName } from '../../schema/unit-name.ts';
import { type Edge, unitGraph } from '../../units/unit-graph.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import type { Document } from '../document.ts';
import { type FilePlace, placeOf, unitAt, viewOf } from './unit-at.ts';

/** A unit in the hierarchy of who pulls in, orders or starts whom. */
export interface HierarchyUnit {
  readonly name: string;
  readonly description: string | undefined;
  readonly path: string;
}

export interface HierarchyCall {
  readonly unit: HierarchyUnit;
  /** The directives, in one line. */
  readonly keys: readonly string[];
  readonly places: readonly FilePlace[];
}

export function hierarchyUnit(document: Document, offset: number, index: UnitIndex): HierarchyUnit | undefined {
  const at = unitAt(document, offset, index);
  return at && unitOf(index, at.name.text, document);
}

/** Units that name this one. */
export function callersOf(index: UnitIndex, path: string, name: string): HierarchyCall[] {
  const graph = unitGraph(index, index.file(path));
  return grouped(graph.incoming(name), ({ from }) => from, index);
}

/** Units that this one names. */
export function calleesOf(index: UnitIndex, path: string, name: string): HierarchyCall[] {
  const graph = unitGraph(index, index.file(path));
  return grouped(graph.outgoing(name), ({ to }) => to, index);
}

function grouped(edges: readonly Edge[], other: (edge: Edge) => string, index: UnitIndex): HierarchyCall[] {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) groups.set(other(edge), [...(groups.get(other(edge)) ?? []), edge]);
  return [...groups].flatMap(([name, group]) => {
    const unit = unitOf(index, name);
    if (!unit) return [];
    const keys = [...new Set(group.map(({ key }) => key))];
    return [{ unit, keys, places: group.flatMap((edge) => placeOf(edge) ?? []) }];
  });
}

function unitOf(index: UnitIndex, text: string, document?: Document): HierarchyUnit | undefined {
  const name = parseUnitName(text);
  const fragment = name && unitGraph(index, document && viewOf(document, index)).unit(text)?.fragment;
  return fragment && { name: text, description: fragment.facts.description, path: fragment.path };
}
