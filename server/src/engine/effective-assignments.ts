import { memoize } from '../text/memoize.ts';
import { clears } from '../values/traits.ts';
import type { Directive } from '../values/value-type.ts';
import type { JudgedAssignment, JudgedBlock, PlacedJudgement } from './judged-block.ts';

/** The assignments of merged files by section and key, without those taken back by an empty one. Old spellings count as today's. */
export interface EffectiveAssignments {
  list(section: string, key: string): readonly JudgedAssignment[];
  last(section: string, key: string): JudgedAssignment | undefined;
  /** Every key of which something is in force. */
  keys(): Iterable<Home>;
  /** The same block by block: of thousands of assignments none is made. */
  runs(section: string, key: string): readonly Run[];
}

/** Assignments of one key in one block. */
export interface Run {
  readonly place: PlacedJudgement;
  readonly indexes: readonly number[];
}

type Lists = Map<string, Run[]>;

/** Thousands of lines may share a key: they are counted block by block, and looked at when a rule asks for them. */
export function effectiveAssignments(places: readonly PlacedJudgement[]): EffectiveAssignments {
  const all = new Map<string, Lists>();
  const sectionOf = (section: string): Lists => {
    const lists: Lists = all.get(section) ?? new Map();
    all.set(section, lists);
    return lists;
  };
  for (const place of places) {
    for (const { clearing, lists } of stretchesOf(place.judged)) {
      if (clearing) clear(sectionOf(homeOf(clearing).section), clearing);
      for (const [{ section, key }, indexes] of lists) add(sectionOf(section), key, { place, indexes });
    }
  }
  return {
    list: (section, key) => (all.get(section)?.get(key) ?? []).flatMap(({ place, indexes }) => indexes.map(place.at)),
    last(section, key) {
      const run = all.get(section)?.get(key)?.at(-1);
      return run?.place.at(run.indexes.at(-1)!);
    },
    *keys() {
      for (const [section, lists] of all) for (const key of lists.keys()) yield { section, key };
    },
    runs: (section, key) => all.get(section)?.get(key) ?? [],
  };
}

function clear(lists: Lists, directive: Directive): void {
  const own = homeOf(directive).key;
  for (const key of lists.keys()) if (clears(directive, key, own)) lists.delete(key);
}

function add(lists: Lists, key: string, run: Run): void {
  const runs = lists.get(key);
  if (runs) runs.push(run);
  else lists.set(key, [run]);
}

/** Today's section and key of a directive: one object for all that share a list. */
export interface Home {
  readonly section: string;
  readonly key: string;
}

const homes = new Map<string, Home>();

const homeOf = memoize((directive: Directive): Home => {
  const { section, key } = directive.modern ?? directive;
  const name = `${section} ${key}`;
  const home = homes.get(name) ?? { section, key };
  homes.set(name, home);
  return home;
});

/** Assignments between two empty ones: the order of different keys among them does not matter. */
interface Stretch {
  /** The directive of the empty assignment it begins with. */
  readonly clearing: Directive | undefined;
  readonly lists: ReadonlyMap<Home, readonly number[]>;
}

const stretchesOf = memoize((judged: JudgedBlock): readonly Stretch[] => {
  let lists = new Map<Home, number[]>();
  const stretches: Stretch[] = [{ clearing: undefined, lists }];
  for (const [index, verdict] of judged.verdicts.entries()) {
    const directive = verdict?.accepted ? verdict.directive : undefined;
    if (!directive) continue;
    if (valueAt(judged, index) === '') {
      lists = new Map();
      stretches.push({ clearing: directive, lists });
      continue;
    }
    const home = homeOf(directive);
    const indexes = lists.get(home);
    if (indexes) indexes.push(index);
    else lists.set(home, [index]);
  }
  return stretches;
});

function valueAt({ block }: JudgedBlock, index: number): string {
  const content = block.contents[index]!;
  return content.kind === 'assignment' ? content.value.text : '';
}
