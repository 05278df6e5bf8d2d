import { memoizeList } from '../text/memoize.ts';
import { parseBoolean } from '../values/boolean.ts';
import { isScalar } from '../values/traits.ts';
import { effectiveAssignments, type Home, type Run } from './effective-assignments.ts';
import { type JudgedBlock, pick, pickByKey } from './judged-block.ts';
import type { JudgedAssignment, JudgedFile } from './judged-file.ts';
import { isRefused } from './refusal.ts';

/** A file and its drop-ins as the program has them after loading: refused and ignored lines left out. */
export interface MergedFiles {
  readonly version: number;
  /** The fragment first. */
  readonly files: readonly JudgedFile[];
  /** Whether the fragment is among the files; without it nothing can be said of the whole. */
  readonly hasFragment: boolean;
  /** Whether a line makes systemd refuse the unit: then nothing can be said of what is missing. */
  readonly refused: boolean;
  /** Every assignment systemd took, in order. */
  readonly assignments: readonly JudgedAssignment[];
  /** The assignments of a key in force: those not taken back by an empty one. Old spellings count as today's. */
  list(section: string, key: string): readonly JudgedAssignment[];
  /** What of them counts: of a scalar the last alone. */
  inForce(section: string, key: string): readonly JudgedAssignment[];
  /** Those of a list block by block, for rules that look at thousands of lines and have something to say of few. */
  runs(section: string, key: string): readonly Run[];
  /** The assignments systemd took of these keys as they are written, in order; taken back or not. */
  ofKeys(section: string, keys: RegExp): readonly JudgedAssignment[];
  /** The assignment of a scalar that wins; undefined when it is unset or was reset by an empty one. */
  last(section: string, key: string): JudgedAssignment | undefined;
  /** The text of that assignment. */
  value(section: string, key: string): string | undefined;
  /** Every key of which something is in force. */
  effectiveKeys(): Iterable<Home>;
  /** That text as a boolean, false when unset. */
  flag(section: string, key: string): boolean;
}

/** Merges judged files: the fragment first, drop-ins in the order the program reads them. */
export function mergeFiles(files: readonly JudgedFile[]): MergedFiles {
  const places = files.flatMap(({ blocks }) => blocks);
  const effective = effectiveAssignments(places);
  const lists = new Map<string, readonly JudgedAssignment[]>();
  const last = (section: string, key: string) => effective.last(section, key);
  const value = (section: string, key: string) => last(section, key)?.node.value.text;
  const list = (section: string, key: string) => {
    const place = `${section} ${key}`;
    const known = lists.get(place) ?? effective.list(section, key);
    lists.set(place, known);
    return known;
  };
  return {
    version: files[0]!.version,
    files,
    hasFragment: files.some((file) => file.source.identity.role === 'fragment'),
    refused: files.some(isRefused),
    get assignments() {
      return pick(places, acceptedIn);
    },
    ofKeys: (section, keys) => pickByKey(places, keys, section).filter(({ accepted }) => accepted),
    list,
    inForce(section, key) {
      const winner = last(section, key);
      return winner?.directive && isScalar(winner.directive) ? [winner] : list(section, key);
    },
    runs: (section, key) => effective.runs(section, key),
    last,
    value,
    effectiveKeys: () => effective.keys(),
    flag: (section, key) => parseBoolean(value(section, key) ?? '') ?? false,
  };
}

const acceptedIn = memoizeList(({ verdicts }: JudgedBlock): readonly number[] =>
  verdicts.flatMap((verdict, index) => (verdict?.accepted ? [index] : [])),
);
