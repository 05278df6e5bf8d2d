import type { Manager } from '../../schema/file-kind.ts';
import { isTemplate, type UnitName } from '../../schema/unit-name.ts';
import { atOnce, type TimeSliced } from '../../text/time-slices.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import { baseOf, roleOf } from '../../units/unit-location.ts';
import { changesOf, isOfWorkspace, type RenameChange } from './rename-changes.ts';
import { type Partner, partnersOf } from './rename-partners.ts';
import { sourceRename } from './rename-unit.ts';

/** A file that gets another name by other hands, in an explorer for instance. */
export interface FileRename {
  readonly from: string;
  readonly to: string;
}

/** What follows from renames: changes, and units of the same name that may be renamed too. */
export interface Following {
  readonly changes: readonly RenameChange[];
  readonly partners: readonly Partner[];
}

/** What has to change with unit files that are about to be renamed; the files themselves are not among it. */
export const followRenames = (index: UnitIndex, renames: readonly FileRename[]): Following =>
  atOnce(followRenamesInSlices(index, renames));

/** The same file by file: a folder of thousands may get another name. */
export function* followRenamesInSlices(index: UnitIndex, renames: readonly FileRename[]): TimeSliced<Following> {
  const byThemselves = new Set(renames.map(({ from }) => from));
  const others = (changes: readonly RenameChange[]): RenameChange[] =>
    changes.filter((change) => change.type !== 'file' || !byThemselves.has(change.from));
  const renamed = new Set(renames.map(({ from }) => nameOf(from)?.text));
  const all: Following[] = [];
  for (const rename of renames) {
    all.push(follow(index, rename));
    yield;
  }
  return {
    changes: others(all.flatMap(({ changes }) => changes)),
    partners: all
      .flatMap(({ partners }) => partners)
      .filter(({ name }) => !renamed.has(name))
      .map((partner) => ({ ...partner, renamed: others(partner.renamed) })),
  };
}

const nothing: Following = { changes: [], partners: [] };

function follow(index: UnitIndex, { from: path, to }: FileRename): Following {
  const source = index.file(path);
  if (source?.source) {
    const found = baseOf(to) === source.source.name ? undefined : sourceRename(index, source, baseOf(to));
    return found && 'changes' in found ? found : nothing;
  }
  const [old, name] = [nameOf(path), nameOf(to)];
  if (!old || !name || old.text === name.text || old.kind !== name.kind) return nothing;
  // Who names a template means its instances: nothing else can take its place.
  if (isTemplate(old) !== isTemplate(name)) return nothing;
  const file = index.file(path);
  const others = (index.get(old.text)?.fragments ?? []).filter((other) => isOfWorkspace(other) && other.path !== path);
  if (others.length === 0)
    return { changes: changesOf(index, old, name), partners: partnersOf(index, old, { to: name }) };
  // The name stays in use: only where it meant this file does it change.
  if (!file || others.some(({ tree }) => tree === file.tree)) return nothing;
  return { changes: changesOf(index, old, name, ({ tree }) => tree === file.tree), partners: [] };
}

function nameOf(path: string): UnitName | undefined {
  const role = roleOf(path);
  return role?.role === 'fragment' ? role.name : undefined;
}

/** A link by which a manager found a file that is about to have another name. */
export interface DanglingLink {
  readonly path: string;
  readonly manager: Manager;
  /** What it is: the unit itself, another name of it, a drop-in of it, or what another unit pulls in at its start. */
  readonly role: 'fragment' | 'drop-in' | 'link';
  /** Where it leads, and where it would have to. */
  readonly from: string;
  readonly to: string;
}

/** The machine's links that lead nowhere once the files of the workspace are renamed. */
export function danglingLinks(index: UnitIndex, changes: readonly (RenameChange | FileRename)[]): DanglingLink[] {
  const renames = changes.flatMap((change) => ('from' in change ? [{ from: change.from, to: change.to }] : []));
  const moved = (target: string): string | undefined => {
    const rename = renames.find(({ from }) => target === from || target.startsWith(`${from}/`));
    return rename && rename.to + target.slice(rename.from.length);
  };
  return [...index.files()].flatMap(({ path, origin, manager, role, target }): DanglingLink[] => {
    const to = origin === 'machine' && target !== undefined ? moved(target) : undefined;
    return to === undefined ? [] : [{ path, manager, role, from: target!, to }];
  });
}
