import type { Directive } from '../schema/directives.ts';
import type { Manager } from '../schema/file-kind.ts';
import type { UnitKind } from '../schema/kinds.ts';
import { modernPlace } from '../schema/legacy.ts';
import type { UnitName } from '../schema/unit-name.ts';
import { parseBoolean } from '../values/boolean.ts';
import type { JudgedAssignment, JudgedFile } from './judged-file.ts';
import { isRefused } from './refusal.ts';
import { resetBy } from './resets.ts';

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
  /** The assignment of a scalar that wins; undefined when it is unset or was reset by an empty one. */
  last(section: string, key: string): JudgedAssignment | undefined;
  /** The text of that assignment. */
  value(section: string, key: string): string | undefined;
  /** That text as a boolean, false when unset. */
  flag(section: string, key: string): boolean;
}

/** Merges judged files: the fragment first, drop-ins in the order systemd reads them. */
export function loadUnit(files: readonly JudgedFile[], name = files[0]!.source.kind.unit): LoadedUnit {
  const { kind, manager } = files[0]!.source.kind;
  const assignments = files.flatMap((file) => file.assignments.filter(({ accepted }) => accepted));
  const inForce = collect(assignments);
  const list = (section: string, key: string): readonly JudgedAssignment[] => inForce.get(section)?.get(key) ?? [];
  const last = (section: string, key: string) => list(section, key).at(-1);
  const value = (section: string, key: string) => last(section, key)?.node.value.text;
  return {
    name,
    kind,
    manager,
    version: files[0]!.version,
    files,
    hasFragment: files.some((file) => file.source.kind.role === 'fragment'),
    refused: files.some(isRefused),
    assignments,
    list,
    last,
    value,
    flag: (section, key) => parseBoolean(value(section, key) ?? '') ?? false,
  };
}

type Lists = Map<string, JudgedAssignment[]>;

/** By section and key, with resets applied. */
function collect(assignments: readonly JudgedAssignment[]): Map<string, Lists> {
  const result = new Map<string, Lists>();
  /** Thousands of lines may share a directive: where they belong is looked up once. */
  const places = new Map<Directive, ListPlace>();
  for (const assignment of assignments) {
    const directive = assignment.directive!;
    const place = places.get(directive) ?? placeOf(directive, result);
    places.set(directive, place);
    const { lists, key } = place;
    if (assignment.node.value.text === '') {
      for (const other of lists.keys()) if (place.cleared?.(other)) lists.delete(other);
      continue;
    }
    const list = lists.get(key);
    if (list) list.push(assignment);
    else lists.set(key, [assignment]);
  }
  return result;
}

interface ListPlace {
  /** Those of its section. */
  readonly lists: Lists;
  readonly key: string;
  /** What an empty assignment clears. */
  readonly cleared: ((key: string) => boolean) | undefined;
}

function placeOf(directive: Directive, all: Map<string, Lists>): ListPlace {
  const { section, key } = modernPlace(directive.section, directive.key) ?? directive;
  const lists: Lists = all.get(section) ?? new Map();
  all.set(section, lists);
  return { lists, key, cleared: resetBy({ section, key, parser: directive.parser }) };
}
