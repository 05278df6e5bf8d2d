import type { UnitKind } from '../schema/kinds.ts';
import type { Manager } from '../schema/file-kind.ts';
import type { UnitName } from '../schema/unit-name.ts';
import type { JudgedAssignment, JudgedFile } from './judged-file.ts';

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
  /** Every assignment systemd took, in order. */
  readonly assignments: readonly JudgedAssignment[];
  /** The assignments of a key in force: those after the last empty one, which resets. */
  list(section: string, key: string): readonly JudgedAssignment[];
  /** The assignment of a scalar that wins; undefined when it is unset or was reset by an empty one. */
  last(section: string, key: string): JudgedAssignment | undefined;
}

/** Merges judged files: the fragment first, drop-ins in the order systemd reads them. */
export function loadUnit(files: readonly JudgedFile[], name = files[0]!.source.kind.unit): LoadedUnit {
  const { kind, manager } = files[0]!.source.kind;
  const assignments = files.flatMap((file) =>
    file.sections.flatMap((section) => section.assignments.filter((assignment) => assignment.accepted)),
  );
  const byKey = new Map<string, JudgedAssignment[]>();
  for (const assignment of assignments) {
    const id = `${assignment.section}\0${assignment.node.key}`;
    const list = byKey.get(id);
    if (list) list.push(assignment);
    else byKey.set(id, [assignment]);
  }
  const list = (section: string, key: string): readonly JudgedAssignment[] => {
    const all = byKey.get(`${section}\0${key}`) ?? [];
    let start = all.length;
    while (start > 0 && all[start - 1]!.node.value.text !== '') start--;
    return start === 0 ? all : all.slice(start);
  };
  return {
    name,
    kind,
    manager,
    version: files[0]!.version,
    files,
    hasFragment: files.some((file) => file.source.kind.role === 'fragment'),
    assignments,
    list,
    last: (section, key) => list(section, key).at(-1),
  };
}
