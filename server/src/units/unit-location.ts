import { fileKindOfPath, type Manager, managerOfFolder } from '../schema/file-kind.ts';
import type { UnitKind } from '../schema/kinds.ts';
import { parseUnitName, type UnitName } from '../schema/unit-name.ts';
import { rootedPath } from './unit-paths.ts';

/** The machine's unit paths by manager, in precedence. */
export type MachinePaths = Readonly<Record<Manager, readonly string[]>>;

/** What a file is to the units around it. */
export type FileRole =
  | { readonly role: 'fragment'; readonly name: UnitName }
  /** `owner` is a unit's name, a prefix (`foo-.service`) or a kind (`service`). */
  | { readonly role: 'drop-in'; readonly owner: string; readonly kind: UnitKind }
  /** An entry of `owner.wants/` and the like: the owner depends on the unit called `name`. */
  | { readonly role: 'link'; readonly owner: string; readonly name: string; readonly key: LinkKey };

export type LinkKey = 'Wants' | 'Requires' | 'Upholds';

/** A set of folders that one manager reads as one: the machine's, an image's, or just one folder of a workspace. */
export interface Location {
  /** Equal for files that systemd would load together. */
  readonly tree: string;
  readonly manager: Manager;
  /** A lower rank hides a higher one of the same tree. */
  readonly rank: number;
}

const LINK_FOLDER = /^(.+)\.(wants|requires|upholds)$/;
const LINK_KEYS = { wants: 'Wants', requires: 'Requires', upholds: 'Upholds' } as const;

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
export const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Takes a path apart; undefined for a file that is none of systemd's, or that a build still has to make. */
export function roleOf(path: string): FileRole | undefined {
  const folder = baseOf(folderOf(path));
  const link = LINK_FOLDER.exec(folder);
  if (link) {
    const name = baseOf(path);
    const key = LINK_KEYS[link[2] as keyof typeof LINK_KEYS];
    return parseUnitName(name) ? { role: 'link', owner: link[1]!, name, key } : undefined;
  }
  const kind = fileKindOfPath(path);
  if (!kind || kind.isSource || kind.skipped || baseOf(path).startsWith('.#')) return undefined;
  if (kind.role === 'drop-in') {
    const owner = folder.slice(0, -'.d'.length);
    return { role: 'drop-in', owner, kind: kind.kind };
  }
  return kind.unit && { role: 'fragment', name: kind.unit };
}

/** The folder a manager would search to find this file: two up for drop-ins and links. */
export const searchFolderOf = (path: string, role: FileRole['role']): string =>
  role === 'fragment' ? folderOf(path) : folderOf(folderOf(path));

/** The tree a search folder belongs to. */
export function locate(folder: string, machine: MachinePaths): Location {
  for (const manager of ['system', 'user'] as const) {
    const rank = machine[manager].indexOf(folder);
    if (rank >= 0) return { tree: treeOf('', manager), manager, rank };
  }
  const rooted = rootedPath(folder);
  if (rooted) return { tree: treeOf(rooted.root, rooted.manager), manager: rooted.manager, rank: rooted.rank };
  return { tree: `folder:${folder}`, manager: managerOfFolder(folder), rank: 0 };
}

/**
 * The tree of the units that another program makes of the files in a folder: generators write them where the files of the administrator
 * come first and those of packages later. Outside of a system what stands there as a unit comes first.
 */
export function locateSource(
  { root, manager }: { readonly root: string; readonly manager: Manager },
  machine: MachinePaths,
  folder = root,
): Location {
  const [, prefix, place] = /^(.*?)\/(run|etc|usr\/share)\/containers\/systemd$/.exec(root) ?? [];
  const home = manager === 'user' ? /^(.*)\/\.config\/containers\/systemd$/.exec(root)?.[1] : undefined;
  const base = prefix ?? home;
  const depth = folder.slice(root.length).split('/').length - 1;
  if (base === undefined) return { tree: `folder:${root}`, manager, rank: 1 + depth * DEEPER };
  const isMachine = base === '' || machine.user.includes(`${home}/.config/systemd/user`);
  const generated = machine[manager].findIndex((path) => path.endsWith('/generator'));
  const rooted = rootedPath('/run/systemd/generator')!.rank;
  const rank = (isMachine && generated >= 0 ? generated : rooted) - JUST_BEFORE;
  const later = Math.max(0, SOURCE_PLACES.indexOf(place ?? '')) * LATER + depth * DEEPER;
  return { tree: treeOf(isMachine ? '' : base, manager), manager, rank: rank + later };
}

/** The file itself comes before what its generator made of it, that of the administrator before that of a package, and before one in a folder below. */
const JUST_BEFORE = 0.5;
const SOURCE_PLACES = ['run', 'etc', 'usr/share'];
const LATER = 0.1;
const DEEPER = 0.001;

/** The machine's tree has no root. */
export const treeOf = (root: string, manager: Manager): string => `${manager}:${root}`;
