import { parseUnitName } from '../schema/unit-name.ts';
import { filesOf } from './load-order.ts';
import { BINDING, PULLING, WAITING } from './relation-kinds.ts';
import type { ResolvedUnit } from './resolve-unit.ts';
import { type Edge, triggered, type UnitGraph } from './unit-graph.ts';

/** One unit waiting for another to be started, and the relation that says so. */
export interface Wait {
  readonly unit: string;
  readonly for: string;
  readonly edge: Edge;
}

/** Units that wait for each other in a circle when one of them is started. */
export interface Cycle {
  /** From the unit asked about and back to it. */
  readonly waits: readonly Wait[];
  /** Whether systemd can leave one of them out: it refuses the start if all of them are required. */
  readonly breakable: boolean;
}

/** The start of a whole machine is some hundreds; more than this would be noticed at every keystroke. */
const MOST_JOBS = 1000;

/** Targets systemd has even where no file of them is at hand. */
const ALWAYS_THERE = new Set(['sysinit.target', 'basic.target']);

/** The shortest circle of waiting that a start of the unit leads into, as `transaction_verify_order()` would find it. */
export function orderingCycle(graph: UnitGraph, start: string): Cycle | undefined {
  const { jobs, required } = startJobs(graph, start);
  const waits = waitsAmong(graph, jobs);
  const waits0 = shortestBack(waits, start);
  return waits0 && { waits: waits0, breakable: waits0.some(({ unit }) => !required.has(unit)) };
}

/** What a start pulls in; `required` are those whose failure would be its failure. */
function startJobs(graph: UnitGraph, start: string): { jobs: Set<string>; required: Set<string> } {
  const jobs = new Set([start]);
  const required = new Set([start]);
  for (const name of jobs) {
    if (jobs.size > MOST_JOBS) break;
    for (const { to, key } of pulls(graph, name)) {
      const binding = BINDING.has(key) && required.has(name);
      if (!ALWAYS_THERE.has(to) && !isLoadedHere(graph, to)) continue;
      jobs.add(to);
      if (binding && !required.has(to)) {
        required.add(to);
        // What it requires in turn has to be looked at again.
        jobs.delete(to);
        jobs.add(to);
      }
    }
  }
  return { jobs, required };
}

/** A unit of another folder of the workspace may be meant for another machine. */
function isLoadedHere(graph: UnitGraph, name: string): boolean {
  const unit = graph.unit(name);
  if (unit?.state !== 'loaded') return false;
  return unit.fragment?.origin === 'machine' || unit.fragment?.tree === graph.view?.tree;
}

const pulls = (graph: UnitGraph, name: string): Edge[] => {
  const unit = graph.unit(name);
  const declared = graph.outgoing(name).filter(({ key }) => PULLING.has(key));
  return unit?.state === 'loaded' ? [...declared, ...defaults(unit).filter(({ key }) => PULLING.has(key))] : declared;
};

/** By unit, what it waits for. */
function waitsAmong(graph: UnitGraph, jobs: ReadonlySet<string>): Map<string, Wait[]> {
  const waits = new Map<string, Wait[]>();
  const wait = (unit: string, other: string, edge: Edge): void => {
    if (unit === other || !jobs.has(unit) || !jobs.has(other)) return;
    waits.set(unit, [...(waits.get(unit) ?? []), { unit, for: other, edge }]);
  };
  for (const name of jobs) {
    const unit = graph.unit(name);
    const edges = [...graph.outgoing(name), ...(unit?.state === 'loaded' ? defaults(unit) : [])];
    for (const edge of edges) {
      if (WAITING.has(edge.key)) wait(name, edge.to, edge);
      else if (edge.key === 'Before') wait(edge.to, name, edge);
      else if (name.endsWith('.target') && PULLING.has(edge.key) && waitsForItsUnits(graph, name, edge.to, edges)) {
        wait(name, edge.to, edge);
      }
    }
  }
  return waits;
}

/** A target comes after what it pulls in, unless one of the two wants no such defaults (systemd.target(5)). */
function waitsForItsUnits(graph: UnitGraph, target: string, other: string, edges: readonly Edge[]): boolean {
  if (edges.some(({ key, to }) => key === 'Before' && to === other)) return false;
  const units = [target, other].map((name) => graph.unit(name));
  if (!units.every((unit) => unit?.state === 'loaded' && hasDefaults(unit))) return false;
  const ofOther = [...graph.outgoing(other), ...defaults(units[1]!)];
  return !ofOther.some(({ key, to }) => key === 'After' && to === target);
}

const hasDefaults = (unit: ResolvedUnit): boolean =>
  filesOf(unit).reduce((known, { facts }) => facts.defaultDependencies ?? known, true);

/** What comes by itself: the default dependencies of the kinds, systemd.service(5) and its like. */
function defaults(unit: ResolvedUnit): Edge[] {
  const from = unit.name.text;
  const edge = (key: string, to: string): Edge => ({ from, to, key });
  const starts = triggered(unit);
  const own = starts !== undefined && parseUnitName(starts)?.instance !== '' ? [edge('Before', starts)] : [];
  if (!hasDefaults(unit)) return own;
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

/** Breadth first, so that the shortest way back is found. */
function shortestBack(waits: ReadonlyMap<string, readonly Wait[]>, start: string): Wait[] | undefined {
  const cameBy = new Map<string, Wait>();
  const queue = [start];
  for (const name of queue) {
    for (const wait of waits.get(name) ?? []) {
      if (wait.for === start) return pathTo(name, wait, { cameBy, start });
      if (cameBy.has(wait.for)) continue;
      cameBy.set(wait.for, wait);
      queue.push(wait.for);
    }
  }
  return undefined;
}

function pathTo(
  name: string,
  last: Wait,
  { cameBy, start }: { cameBy: ReadonlyMap<string, Wait>; start: string },
): Wait[] {
  const path = [last];
  for (let at = name; at !== start; at = path[0]!.unit) path.unshift(cameBy.get(at)!);
  return path;
}
