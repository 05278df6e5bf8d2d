import { components } from './components.ts';
import { shortestBack, startJobs, waitsAmong } from './cycles.ts';
import { startRelationsIn, type Wait } from './start-relations.ts';
import type { Edge, UnitGraph } from './unit-graph.ts';

/** Units that wait for each other when another one is started, such as default.target at boot. */
export interface StartCycle {
  /** A shortest circle among them, from a unit back to it. */
  readonly waits: readonly Wait[];
  /**
   * The jobs of the circle that systemd can delete to break it, each with those that go with it since they require it. It
   * walks back from where it notices the circle and takes the first, so of several it is chance (the order of a hash
   * table) which one it is. None: it refuses the start (`transaction_verify_order_one()`, src/core/transaction.c).
   */
  readonly deletable: readonly { readonly unit: string; readonly with: readonly string[] }[];
  /** Waits any one of which can be taken out so that no circle is left among these units; what is easiest to change first. */
  readonly cuts: readonly Cut[];
}

/** One unit need not wait for another any more once these lines are gone. */
export interface Cut {
  readonly unit: string;
  readonly for: string;
  readonly edges: readonly Edge[];
}

/** A start has some hundreds of jobs. */
const MOST_JOBS = 10_000;
const MOST_CYCLES = 20;
/** Pairs of units that are tried one by one as cuts. */
const MOST_TRIED = 400;

/** All circles of waiting that a start leads into, one for each group of units that wait for each other. */
export function startCycles(graph: UnitGraph, start: string): StartCycle[] {
  const relationsOf = startRelationsIn(graph);
  const jobs = startJobs(relationsOf, [start], MOST_JOBS);
  const waits = waitsAmong(relationsOf, jobs);
  const mattering = closure(start, (name) => relationsOf(name).binds);
  const requiring = inverse(jobs, (name) => relationsOf(name).binds);
  return groupsOf(jobs, waits)
    .slice(0, MOST_CYCLES)
    .map((group) => {
      const own = inside(group, waits);
      const circle = shortestCircle(group, own);
      const deletable = circle
        .map(({ unit }) => unit)
        .filter((unit) => !mattering.has(unit))
        .map((unit) => ({ unit, with: [...closure(unit, (name) => requiring.get(name) ?? [])].slice(1) }));
      return { waits: circle, deletable, cuts: cutsOf(group, own) };
    });
}

type Waits = ReadonlyMap<string, readonly Wait[]>;

/** Units that wait for each other, however far around. */
function groupsOf(jobs: ReadonlySet<string>, waits: Waits): string[][] {
  const numbers = components(jobs, (name) => (waits.get(name) ?? []).map((wait) => wait.for));
  const groups = new Map<number, string[]>();
  for (const [name, number] of numbers) {
    const group = groups.get(number) ?? [];
    group.push(name);
    groups.set(number, group);
  }
  return [...groups.values()].filter((group) => group.length > 1).map((group) => group.sort());
}

const inside = (group: readonly string[], waits: Waits): Waits => {
  const members = new Set(group);
  return new Map(group.map((name) => [name, (waits.get(name) ?? []).filter((wait) => members.has(wait.for))]));
};

function shortestCircle(group: readonly string[], waits: Waits): readonly Wait[] {
  let best: readonly Wait[] | undefined;
  for (const name of group.slice(0, MOST_TRIED)) {
    const circle = shortestBack(name, (each) => waits.get(each) ?? []);
    if (circle && (!best || circle.length < best.length)) best = circle;
    if (best?.length === 2) break;
  }
  return best ?? [];
}

function cutsOf(group: readonly string[], waits: Waits): Cut[] {
  const pairs = new Map<string, Cut & { readonly edges: Edge[] }>();
  for (const wait of [...waits.values()].flat()) {
    const key = `${wait.unit} ${wait.for}`;
    const pair = pairs.get(key) ?? { unit: wait.unit, for: wait.for, edges: [] };
    pair.edges.push(wait.edge);
    pairs.set(key, pair);
  }
  // What comes by itself has no line that could be removed, and without a requirement less would be started.
  const possible = [...pairs.values()].filter(({ edges }) => edges.every(isOrderOnly));
  return possible
    .slice(0, MOST_TRIED)
    .filter((cut) => isAcyclicWithout(group, waits, cut))
    .sort((a, b) => effort(a) - effort(b) || (`${a.unit} ${a.for}` < `${b.unit} ${b.for}` ? -1 : 1));
}

const isOrderOnly = ({ file, key }: Edge): boolean => file !== undefined && (key === 'After' || key === 'Before');

/** Lines to be removed; those of a package count for more, since an update would bring them back. */
const effort = ({ edges }: Cut): number =>
  edges.reduce((sum, { file }) => sum + (file && /^(\/usr)?\/lib\//.test(file.path) ? 100 : 1), 0);

function isAcyclicWithout(group: readonly string[], waits: Waits, { unit, for: other }: Cut): boolean {
  const numbers = components(new Set(group), (name) =>
    (waits.get(name) ?? []).flatMap((wait) => (name === unit && wait.for === other ? [] : [wait.for])),
  );
  return new Set(numbers.values()).size === group.length;
}

function closure(start: string, next: (name: string) => readonly string[]): Set<string> {
  const found = new Set([start]);
  for (const name of found) for (const other of next(name)) found.add(other);
  return found;
}

function inverse(names: ReadonlySet<string>, next: (name: string) => readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const name of names) {
    for (const other of next(name)) {
      const sources = found.get(other);
      if (sources) sources.push(name);
      else found.set(other, [name]);
    }
  }
  return found;
}
