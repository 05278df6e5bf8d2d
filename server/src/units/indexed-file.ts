import type { Manager } from '../schema/file-kind.ts';
import { parseUnitName, templateOf, type UnitName } from '../schema/unit-name.ts';
import { type FileFacts, noFacts } from './relations.ts';
import {
  baseOf,
  type FileRole,
  folderOf,
  type LinkKey,
  locate,
  locateSource,
  type MachinePaths,
  searchFolderOf,
} from './unit-location.ts';
import type { SourceRole } from './unit-sources.ts';

/** Where a file was found: opened folders come before the machine's unit paths. */
export type Origin = 'workspace' | 'machine';

/** A file as it was found. */
export interface FoundFile {
  readonly path: string;
  /** What a symbolic link points to in the end, absolute. */
  readonly target?: string | undefined;
}

/** A fragment, a drop-in, or an entry of a `.wants/` folder. */
export interface IndexedFile extends FoundFile {
  readonly origin: Origin;
  readonly manager: Manager;
  /** Files of one tree are loaded together; see {@link locate}. */
  readonly tree: string;
  /** Order among the unit paths of its tree: a lower rank hides a higher one. */
  readonly rank: number;
  readonly role: FileRole['role'];
  /** The unit; of drop-ins and links the owner of the folder: a unit's name, `foo-.service`, or `service`. */
  readonly owner: string;
  /** What an entry of a `.wants/` folder pulls in. */
  readonly link?: { readonly key: LinkKey; readonly name: string };
  /** The file's own name, and that of the unit another program makes of it unless the text gives another. */
  readonly source?: { readonly name: string; readonly unit: string };
  /** A symbolic link to a unit of another name is another name of it. */
  readonly aliasOf?: string;
  /** A link to /dev/null or an empty file: to systemd the unit, or the drop-in of this name, is not there. */
  readonly masked: boolean;
  /** What it says of others; empty until its text was read. */
  readonly facts: FileFacts;
}

export function indexedFile(
  { path, target }: FoundFile,
  { role, origin, machine }: { readonly role: FileRole; readonly origin: Origin; readonly machine: MachinePaths },
): IndexedFile {
  const location = locate(searchFolderOf(path, role.role), machine);
  const masked = target === '/dev/null';
  const common = { path, target, origin, ...location, role: role.role, masked, facts: noFacts };
  if (role.role === 'link') return { ...common, owner: role.owner, link: { key: role.key, name: role.name } };
  if (role.role === 'drop-in') return { ...common, owner: role.owner };
  const aliasOf = target === undefined || masked ? undefined : aliasTarget(role.name, { path, target }, machine);
  return { ...common, owner: role.name.text, ...(aliasOf !== undefined && { aliasOf }) };
}

/** A file from which another program makes a unit, or a drop-in for such files. */
export function indexedSource(
  { path, target }: FoundFile,
  { role, origin, machine }: { readonly role: SourceRole; readonly origin: Origin; readonly machine: MachinePaths },
): IndexedFile {
  const location = locateSource(role, machine, searchFolderOf(path, role.role));
  const common = { path, target, origin, ...location, role: role.role, masked: false, facts: noFacts };
  if (role.role === 'drop-in') return { ...common, owner: role.owner };
  const unit = role.unit.text;
  return { ...common, owner: unit, source: { name: role.source, unit } };
}

/** The same file once its text is known. */
export const withFacts = (file: IndexedFile, facts: FileFacts): IndexedFile => ({
  ...file,
  ...(file.source && { owner: facts.made?.unit ?? file.source.unit }),
  facts,
  masked: file.target === '/dev/null' || facts.empty,
});

/** The file by the name that its unit has with these drop-ins, the last of which that tells one counts; the same object if it has that name. */
export function namedUnit(file: IndexedFile, dropIns: readonly IndexedFile[]): IndexedFile {
  const told = [file, ...dropIns].map(({ facts }) => facts.made?.unit).filter((unit) => unit !== undefined);
  const owner = told.at(-1) ?? file.source!.unit;
  return owner === file.owner ? file : { ...file, owner };
}

/** Whether a file was found again where it was, the same to its manager. */
export const isSameFile = (before: IndexedFile, after: IndexedFile): boolean =>
  before.target === after.target &&
  before.origin === after.origin &&
  before.tree === after.tree &&
  before.manager === after.manager &&
  before.rank === after.rank;

/**
 * A link to a unit of another name within the unit paths is an alias; one that leads out of them is the unit itself,
 * as `systemctl link` makes it (`unit_file_build_name_map()`, src/basic/unit-file.c).
 */
function aliasTarget(name: UnitName, link: Required<FoundFile>, machine: MachinePaths): string | undefined {
  const target = link.target!;
  const other = parseUnitName(baseOf(target));
  if (!other || other.text === name.text || other.kind !== name.kind || other.text === templateOf(name))
    return undefined;
  const from = locate(folderOf(link.path), machine).tree;
  return locate(folderOf(target), machine).tree === from ? other.text : undefined;
}
