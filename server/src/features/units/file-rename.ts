import { isTemplate, type UnitName } from '../../schema/unit-name.ts';
import { roleOf } from '../../units/location.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import { changesOf, isOfWorkspace, linkedChanges, type RenameChange } from './rename-changes.ts';

/** A file that gets another name by other hands, in an explorer for instance. */
export interface FileRename {
  readonly from: string;
  readonly to: string;
}

/** What has to change with unit files that are about to be renamed; the files themselves are not among it. */
export function followRenames(index: UnitIndex, renames: readonly FileRename[]): RenameChange[] {
  const byThemselves = new Set(renames.map(({ from }) => from));
  const partners = new Set(renames.map(({ from }) => nameOf(from)?.text));
  return renames
    .flatMap((rename) => follow(index, rename))
    .filter((change) => change.type !== 'file' || !byThemselves.has(change.from))
    .filter((change) => change.with === undefined || !partners.has(change.with));
}

function follow(index: UnitIndex, { from: path, to }: FileRename): RenameChange[] {
  const [old, name] = [nameOf(path), nameOf(to)];
  if (!old || !name || old.text === name.text || old.kind !== name.kind) return [];
  // Who names a template means its instances: nothing else can take its place.
  if (isTemplate(old) !== isTemplate(name)) return [];
  const file = index.file(path);
  const others = (index.get(old.text)?.fragments ?? []).filter((other) => isOfWorkspace(other) && other.path !== path);
  if (others.length === 0) return [...changesOf(index, old, name), ...linkedChanges(index, old, { to: name })];
  // The name stays in use: only where it meant this file does it change.
  if (!file || others.some(({ tree }) => tree === file.tree)) return [];
  return changesOf(index, old, name, ({ tree }) => tree === file.tree);
}

function nameOf(path: string): UnitName | undefined {
  const role = roleOf(path);
  return role?.role === 'fragment' ? role.name : undefined;
}
