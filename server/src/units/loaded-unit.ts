import { type JudgedBlock, pick, pickByKey } from '../engine/judged-block.ts';
import type { JudgedAssignment, JudgedFile } from '../engine/judged-file.ts';
import { isRefused } from '../engine/refusal.ts';
import type { Manager } from '../schema/file-kind.ts';
import { asUnitFile } from '../schema/file-kind.ts';
import type { UnitKind } from '../schema/kinds.ts';
import type { UnitName } from '../schema/unit-name.ts';
import { memoize } from '../text/memoize.ts';
import { parseBoolean } from '../values/boolean.ts';
import { effectiveAssignments, type Home, type Run } from './effective-assignments.ts';

/** A unit as systemd has it after loading: fragment, then drop-ins in order, refused and ignored lines left out. */
export interface LoadedUnit {
  readonly name: UnitName | undefined;
  readonly kind: UnitKind;
  readonly manager: Manager;
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
  /** The same block by block, for rules that look at thousands of lines and have something to say of few. */
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

/** Merges judged files: the fragment first, drop-ins in the order systemd reads them. */
export function loadUnit(files: readonly JudgedFile[], name = files[0]!.source.identity.unit): LoadedUnit {
  const { kind, manager } = asUnitFile(files[0]!.source.identity)!;
  const places = files.flatMap(({ blocks }) => blocks);
  const inForce = effectiveAssignments(places);
  const lists = new Map<string, readonly JudgedAssignment[]>();
  const last = (section: string, key: string) => inForce.last(section, key);
  const value = (section: string, key: string) => last(section, key)?.node.value.text;
  return {
    name,
    kind,
    manager,
    version: files[0]!.version,
    files,
    hasFragment: files.some((file) => file.source.identity.role === 'fragment'),
    refused: files.some(isRefused),
    get assignments() {
      return pick(places, acceptedIn);
    },
    ofKeys: (section, keys) => pickByKey(places, keys, section).filter(({ accepted }) => accepted),
    list(section, key) {
      const place = `${section} ${key}`;
      const known = lists.get(place) ?? inForce.list(section, key);
      lists.set(place, known);
      return known;
    },
    runs: (section, key) => inForce.runs(section, key),
    last,
    value,
    effectiveKeys: () => inForce.keys(),
    flag: (section, key) => parseBoolean(value(section, key) ?? '') ?? false,
  };
}

const acceptedIn = memoize(({ verdicts }: JudgedBlock): readonly number[] =>
  verdicts.flatMap((verdict, index) => (verdict?.accepted ? [index] : [])),
);
