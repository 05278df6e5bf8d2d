import { memoize, memoizeList } from '../text/memoize.ts';
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

/** Thousands of lines may share a key: they are counted block by block, and looked at when a rule asks for them. */
export function effectiveAssignments(places: readonly PlacedJudgement[]): EffectiveAssignments {
  const all = new Map<Home, Run[]>();
  for (const place of places) {
    for (const { clearing, lists } of stretchesOf(place.judged)) {
      if (clearing) clear(all, clearing);
      for (const { home, indexes } of lists) {
        const runs = all.get(home);
        if (runs) runs.push({ place, indexes });
        else all.set(home, [{ place, indexes }]);
      }
    }
  }
  const runs = (section: string, key: string): readonly Run[] => {
    const home = homes.get(nameOf(section, key));
    return (home && all.get(home)) ?? [];
  };
  return {
    runs,
    list: (section, key) => runs(section, key).flatMap(({ place, indexes }) => indexes.map(place.at)),
    last(section, key) {
      const run = runs(section, key).at(-1);
      return run?.place.at(run.indexes.at(-1)!);
    },
    keys: () => all.keys(),
  };
}

function clear(all: Map<Home, Run[]>, directive: Directive): void {
  const own = homeOf(directive);
  for (const home of all.keys())
    if (home.section === own.section && clears(directive, home.key, own.key)) all.delete(home);
}

/** Today's section and key of a directive: one object for all that share a list. */
export interface Home {
  readonly section: string;
  readonly key: string;
}

const homes = new Map<string, Home>();
const nameOf = (section: string, key: string): string => `${section} ${key}`;

const homeOf = memoize((directive: Directive): Home => {
  const { section, key } = directive.modern ?? directive;
  const name = nameOf(section, key);
  const home = homes.get(name) ?? { section, key };
  homes.set(name, home);
  return home;
});

/** Assignments between two empty ones: the order of different keys among them does not matter. */
interface Stretch {
  /** The directive of the empty assignment it begins with. */
  readonly clearing: Directive | undefined;
  readonly lists: readonly { readonly home: Home; readonly indexes: readonly number[] }[];
}

const stretchesOf = memoizeList((judged: JudgedBlock): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  let lists = new Map<Home, number[]>();
  let clearing: Directive | undefined;
  const end = (): void =>
    void stretches.push({ clearing, lists: [...lists].map(([home, indexes]) => ({ home, indexes: indexes.slice() })) });
  for (const [index, verdict] of judged.verdicts.entries()) {
    const directive = verdict?.accepted ? verdict.directive : undefined;
    if (!directive) continue;
    if (valueAt(judged, index) === '') {
      end();
      lists = new Map();
      clearing = directive;
      continue;
    }
    const home = homeOf(directive);
    const indexes = lists.get(home);
    if (indexes) indexes.push(index);
    else lists.set(home, [index]);
  }
  end();
  return stretches;
});

function valueAt({ block }: JudgedBlock, index: number): string {
  const content = block.contents[index]!;
  return content.kind === 'assignment' ? content.value.text : '';
}
