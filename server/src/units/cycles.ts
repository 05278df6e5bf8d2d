import { memoize } from '../text/memoize.ts';
import { components } from './components.ts';
import { type StartRelations, startRelationsIn, type Wait } from './start-relations.ts';
import type { UnitGraph } from './unit-graph.ts';

export type { Wait } from './start-relations.ts';

/** Units that wait for each other in a circle when one of them is started. */
export interface Cycle {
  /** From the unit asked about and back to it. */
  readonly waits: readonly Wait[];
  /** Whether systemd can leave one of them out: it refuses the start if all of them are required. */
  readonly breakable: boolean;
}

/** The start of a whole machine is some hundreds; more than this would be noticed at every keystroke. */
const MOST_JOBS = 1000;

/** Units asked about one by one; who asks about more asks about all. */
const FEW = 8;

/**
 * The shortest circle of waiting that a start of the unit leads into, as `transaction_verify_order()` would find it.
 * What it says depends on the graph alone, not on what was asked before: that only makes it quick.
 */
export function orderingCycle(graph: UnitGraph, start: string): Cycle | undefined {
  const relationsOf = startRelationsIn(graph);
  const region = regionAround(graph, start);
  if (!region.isInCircle(start)) return undefined;
  const isJob = region.units.size > MOST_JOBS ? memberOf(startJobs(relationsOf, [start], MOST_JOBS)) : region.isPulled;
  const waits = shortestBack(start, (name) => region.waitsOf(name).filter((wait) => isJob(start, wait.for)));
  return waits && { waits, breakable: !allRequired(relationsOf, waits, start) };
}

const memberOf = (jobs: ReadonlySet<string>) => (_: string, other: string) => jobs.has(other);

export type RelationsOf = (name: string) => StartRelations;

/** What starts pull in, breadth first, at most so many. */
export function startJobs(relationsOf: RelationsOf, starts: Iterable<string>, most: number): Set<string> {
  const jobs = new Set(starts);
  for (const name of jobs) {
    for (const other of relationsOf(name).pulls) {
      if (jobs.size >= most) return jobs;
      jobs.add(other);
    }
  }
  return jobs;
}

/** Units with all that their starts pull in, looked at together. */
interface Region {
  readonly units: ReadonlySet<string>;
  /** Whether a unit is part of some circle of waiting among these. */
  isInCircle(name: string): boolean;
  /** Whether a start pulls in another. */
  isPulled(start: string, other: string): boolean;
  /** The waits of a unit for those in circles with it. */
  waitsOf(name: string): readonly Wait[];
}

const regionsOf = memoize((_: UnitGraph) => ({ asked: 0, known: [] as Region[] }));

/** A check asks about all units of a folder: they are looked at once, not each with all it pulls in. */
function regionAround(graph: UnitGraph, start: string): Region {
  const regions = regionsOf(graph);
  const known = regions.known.find(({ units }) => units.has(start));
  if (known) return known;
  regions.asked += 1;
  const relationsOf = startRelationsIn(graph);
  const isMany = regions.asked > FEW;
  const starts = isMany ? [...graph.names(), start] : [start];
  const units = startJobs(relationsOf, starts, isMany ? Number.POSITIVE_INFINITY : MOST_JOBS + 1);
  const region = regionOf(relationsOf, units);
  // One that was cut off lacks what others pull in.
  if (isMany || units.size <= MOST_JOBS) regions.known.unshift(region);
  return region;
}

function regionOf(relationsOf: RelationsOf, units: ReadonlySet<string>): Region {
  const waits = waitsAmong(relationsOf, units);
  const circles = components(units, (name) => (waits.get(name) ?? []).map((wait) => wait.for));
  const sizes = new Map<number, number>();
  for (const circle of circles.values()) sizes.set(circle, (sizes.get(circle) ?? 0) + 1);
  return {
    units,
    isInCircle: (name) => sizes.get(circles.get(name)!)! > 1,
    isPulled: pulledIn(relationsOf, units),
    waitsOf: (name) => (waits.get(name) ?? []).filter((wait) => circles.get(wait.for) === circles.get(name)),
  };
}

/** By unit, what it waits for; of what others say of it in the order of their names. */
export function waitsAmong(relationsOf: RelationsOf, units: ReadonlySet<string>): Map<string, Wait[]> {
  const waits = new Map<string, Wait[]>([...units].map((name) => [name, []]));
  const said = [...units].sort().flatMap((name) => relationsOf(name).waits.map((wait) => ({ name, wait })));
  const add = (wait: Wait): void => {
    if (units.has(wait.for)) waits.get(wait.unit)?.push(wait);
  };
  for (const { name, wait } of said) if (wait.unit === name) add(wait);
  for (const { name, wait } of said) if (wait.unit !== name) add(wait);
  return waits;
}

/** Units that pull in each other are looked at as one; what those lead to is worked out when it is asked. */
function pulledIn(relationsOf: RelationsOf, units: ReadonlySet<string>): Region['isPulled'] {
  const pullsOf = (name: string): string[] => relationsOf(name).pulls.filter((other) => units.has(other));
  let groups: ReadonlyMap<string, number> | undefined;
  const reached = new Map<string, ReadonlySet<string>>();
  return (start, other) => {
    groups ??= components(units, pullsOf);
    if (groups.get(start) === groups.get(other)) return true;
    const known = reached.get(start) ?? startJobs(relationsOf, [start], MOST_JOBS + 1);
    reached.clear();
    reached.set(start, known);
    return known.has(other);
  };
}

/** Breadth first, so that the shortest way back is found. */
export function shortestBack(start: string, waitsOf: (name: string) => readonly Wait[]): Wait[] | undefined {
  const cameBy = new Map<string, Wait>();
  const queue = [start];
  for (const name of queue) {
    const waits = waitsOf(name);
    const last = waits.find((wait) => wait.for === start);
    if (last) return pathTo(name, last, { cameBy, start });
    for (const wait of waits) {
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
  for (let at = name; at !== start; at = path.at(-1)!.unit) path.push(cameBy.get(at)!);
  return path.reverse();
}

/** Whether the failure of any of them would be that of the start. */
function allRequired(relationsOf: RelationsOf, waits: readonly Wait[], start: string): boolean {
  const left = new Set(waits.map(({ unit }) => unit));
  const required = new Set([start]);
  for (const name of required) {
    left.delete(name);
    if (left.size === 0) return true;
    if (required.size > MOST_JOBS) return false;
    for (const other of relationsOf(name).binds) required.add(other);
  }
  return false;
}
