import { parseUnitName } from '../schema/unit-name.ts';
import { memoize } from '../text/memoize.ts';
import { BINDING, PULLING, WAITING } from './relation-kinds.ts';
import type { ResolvedUnit } from './resolve-unit.ts';
import { filesOf } from './resolved-units.ts';
import { type Edge, triggered, type UnitGraph } from './unit-graph.ts';

/** One unit waiting for another to be started, and the relation that says so. */
export interface Wait {
  readonly unit: string;
  readonly for: string;
  readonly edge: Edge;
}

/** What a unit has to do with others when it is started. */
export interface StartRelations {
  /** The units its start pulls in, of those that are there. */
  readonly pulls: readonly string[];
  /** Those of them whose failure would be its failure. */
  readonly binds: readonly string[];
  /** What it says of the order: it waits for others, or others for it. */
  readonly waits: readonly Wait[];
}

/** Worked out once of each unit for as long as the graph lives. */
export const startRelationsIn = memoize((graph: UnitGraph): ((name: string) => StartRelations) => {
  const saying = sayingIn(graph);
  const known = new Map<string, StartRelations>();
  return (name) => {
    const found = known.get(name) ?? startRelations(graph, saying, name);
    known.set(name, found);
    return found;
  };
});

/** Targets systemd has even where no file of them is at hand. */
const ALWAYS_THERE = new Set(['sysinit.target', 'basic.target']);

/** A unit's relations, those that come by themselves among them. */
interface Saying {
  readonly edges: readonly Edge[];
  /** Units it is ordered before and after, in so many words. */
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  readonly isLoaded: boolean;
  readonly hasDefaults: boolean;
}

function sayingIn(graph: UnitGraph): (name: string) => Saying {
  const known = new Map<string, Saying>();
  const say = (name: string): Saying => {
    const unit = graph.unit(name);
    const isLoaded = unit?.state === 'loaded';
    const withDefaults = isLoaded && hasDefaults(unit);
    const edges = [...graph.outgoing(name), ...(isLoaded ? defaults(unit, withDefaults) : [])];
    const named = (wanted: string) => new Set(edges.flatMap(({ key, to }) => (key === wanted ? [to] : [])));
    return { edges, before: named('Before'), after: named('After'), isLoaded, hasDefaults: withDefaults };
  };
  return (name) => {
    const found = known.get(name) ?? say(name);
    known.set(name, found);
    return found;
  };
}

function startRelations(graph: UnitGraph, saying: (name: string) => Saying, name: string): StartRelations {
  const own = saying(name);
  const pulling = own.edges.filter(
    ({ key, to }) => PULLING.has(key) && (ALWAYS_THERE.has(to) || isLoadedHere(graph, to)),
  );
  const isTarget = name.endsWith('.target');
  const waits = own.edges.flatMap((edge): Wait[] => {
    const { key, to } = edge;
    if (to === name) return [];
    if (WAITING.has(key)) return [{ unit: name, for: to, edge }];
    if (key === 'Before') return [{ unit: to, for: name, edge }];
    const comesAfter = isTarget && PULLING.has(key) && waitsForItsUnits(own, saying(to), { target: name, other: to });
    return comesAfter ? [{ unit: name, for: to, edge }] : [];
  });
  return {
    pulls: distinct(pulling),
    binds: distinct(pulling.filter(({ key }) => BINDING.has(key))),
    waits,
  };
}

const distinct = (edges: readonly Edge[]): string[] => [...new Set(edges.map(({ to }) => to))];

/** A unit of another folder of the workspace may be meant for another machine. */
function isLoadedHere(graph: UnitGraph, name: string): boolean {
  const unit = graph.unit(name);
  if (unit?.state !== 'loaded') return false;
  return unit.fragment?.origin === 'machine' || unit.fragment?.tree === graph.view?.tree;
}

/** A target comes after what it pulls in, unless one of the two wants no such defaults (systemd.target(5)). */
const waitsForItsUnits = (
  own: Saying,
  its: Saying,
  { target, other }: { readonly target: string; readonly other: string },
): boolean => own.hasDefaults && its.hasDefaults && !own.before.has(other) && !its.after.has(target);

const hasDefaults = (unit: ResolvedUnit): boolean =>
  filesOf(unit).reduce((known, { facts }) => facts.defaultDependencies ?? known, true);

/** What comes by itself: the default dependencies of the kinds, systemd.service(5) and its like. */
function defaults(unit: ResolvedUnit, withDefaults: boolean): Edge[] {
  const from = unit.name.text;
  const edge = (key: string, to: string): Edge => ({ from, to, key });
  const starts = triggered(unit);
  const own = starts !== undefined && parseUnitName(starts)?.instance !== '' ? [edge('Before', starts)] : [];
  if (!withDefaults) return own;
  const user = unit.fragment?.manager === 'user';
  const base = user ? 'basic.target' : 'sysinit.target';
  switch (unit.name.kind) {
    case 'service':
      return [...own, edge('Requires', base), edge('After', base), edge('After', 'basic.target')];
    case 'socket':
    case 'timer':
    case 'path':
      return user ? own : [...own, edge('Requires', base), edge('After', base)];
    default:
      return own;
  }
}
