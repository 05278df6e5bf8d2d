import type { Edge } from '../../units/unit-graph.ts';
import type { PictureGraph, PictureUnit } from './picture.ts';

/** A unit as its manager has it, dependencies that come by themselves included. */
export interface ManagedUnit {
  readonly name: string;
  /** `LoadState=` of org.freedesktop.systemd1(5). */
  readonly load: string;
  /** Empty: systemd made it by itself. */
  readonly path: string;
  readonly description: string;
  /** What it says of others, by directive: `Wants`, `After` …; not what others say of it. */
  readonly relations: Readonly<Record<string, readonly string[]>>;
}

/** What a manager has loaded, to be drawn like what the files say. */
export function managerGraph(units: readonly ManagedUnit[]): PictureGraph {
  const known = new Map<string, PictureUnit>();
  const outgoing = new Map<string, Edge[]>();
  const incoming = new Map<string, Edge[]>();
  const add = (edges: Map<string, Edge[]>, name: string, edge: Edge): void => {
    const list = edges.get(name);
    if (list) list.push(edge);
    else edges.set(name, [edge]);
  };
  for (const { name: from, relations, ...unit } of units) {
    known.set(from, shownUnit(unit));
    for (const [key, names] of Object.entries(relations)) {
      for (const to of names) {
        const edge = { from, to, key };
        add(outgoing, from, edge);
        add(incoming, to, edge);
      }
    }
  }
  return {
    knowsMachine: true,
    unit: (name) => known.get(name),
    outgoing: (name) => outgoing.get(name) ?? [],
    incoming: (name) => incoming.get(name) ?? [],
  };
}

function shownUnit({ load, path, description }: Omit<ManagedUnit, 'name' | 'relations'>): PictureUnit {
  const state = load === 'masked' ? 'masked' : load === 'not-found' ? 'missing' : 'loaded';
  return { state, fragment: { path: path || undefined, facts: { description } } };
}
