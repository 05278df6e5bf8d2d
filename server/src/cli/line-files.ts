import { loadOrder, searchedCalled, searchedFolders } from '../dialects/lines/load-order.ts';
import { isMachineLineFolder, lineFolders, lineRoot, mayBeAmongLines } from '../dialects/lines/places.ts';
import { wholeConfiguration } from '../dialects/lines/whole-configuration.ts';
import type { FileAmong, FilesAmong } from '../engine/dialect.ts';
import type { SearchedFolders } from '../engine/lines/line-dialect.ts';
import { rootOfTree } from '../features/lines/line-trees.ts';
import type { Viewpoint } from '../units/resolve-unit.ts';
import { decode } from './decode.ts';
import type { CliHost } from './host.ts';

/** What a program reads line by line, as one: each file that counts below the name of its path. Undefined for another name. */
export function lineConfiguration(host: CliHost, name: string): string | undefined {
  const searched = searchedCalled(name);
  if (!searched) return undefined;
  const files = filesOf(host, searched).map(({ path, place }) => ({ path, text: textOf(host, place) }));
  return wholeConfiguration(files).text;
}

/** The files that count, of all programs or of one name. */
export function linePathsBelow(host: CliHost, name?: string): string[] {
  const wanted = name === undefined ? searchedFolders : searchedFolders.filter((searched) => searched.name === name);
  return wanted.flatMap((searched) => filesOf(host, searched).map(({ place }) => place));
}

function filesOf(host: CliHost, searched: SearchedFolders): { path: string; place: string }[] {
  return loadOrder(searched, namesIn(host)).flatMap((path) => {
    const place = host.placeOf(path);
    return place === undefined || isMasked(host, path) || host.kindOf(place) !== 'file' ? [] : [{ path, place }];
  });
}

/** A link to /dev/null hides the files of that name in the folders behind. */
function isMasked(host: CliHost, path: string): boolean {
  const folder = path.slice(0, path.lastIndexOf('/'));
  return host.readLink(`${host.placeOf(folder)}${path.slice(folder.length)}`) === '/dev/null';
}

/** Files that are read at most: more are never together in a folder. */
const MOST_FILES = 5_000;

/** The files of lines that are read together with one, by folder; undefined for what is read alone. */
export function lineReader(host: CliHost): (path: string) => FilesAmong | undefined {
  const known = new Map<string, FilesAmong>();
  return (path) => {
    if (!mayBeAmongLines(path)) return undefined;
    const root = lineRoot(path);
    const found = known.get(root) ?? {
      files: lineFolders(root).flatMap((folder) => filesIn(host, folder)),
      areAll: isMachineLineFolder(root),
    };
    known.set(root, found);
    return found;
  };
}

/** The files of tmpfiles.d in the tree of a unit, each tree read once; none for a folder that stands alone. */
export function tmpfilesReader(host: CliHost): (unit: Viewpoint | undefined) => readonly FileAmong[] {
  const known = new Map<string, readonly FileAmong[]>();
  const folders = searchedCalled('tmpfiles.d')!.folders;
  return (unit) => {
    const root = unit && rootOfTree(unit);
    if (root === undefined) return [];
    // The tree of the machine may be an image.
    const places = folders.map((folder) => (root === '' ? host.placeOf(folder) : `${root}${folder}`));
    const found = known.get(root) ?? places.flatMap((place) => (place === undefined ? [] : filesIn(host, place)));
    known.set(root, found);
    return found;
  };
}

function filesIn(host: CliHost, folder: string): readonly FileAmong[] {
  try {
    const paths = host.readDirectory(folder).flatMap(({ name, type }) => {
      const path = folder === '.' ? name : host.join(folder, name);
      return type !== 'directory' && mayBeAmongLines(path) ? [path] : [];
    });
    return paths.slice(0, MOST_FILES).flatMap((path) => fileAt(host, path));
  } catch {
    return [];
  }
}

/** What cannot be read is not there for the program either; a link to /dev/null is as good as an empty file. */
function fileAt(host: CliHost, path: string): readonly FileAmong[] {
  try {
    return [{ path, text: host.readLink(path) === '/dev/null' ? '' : decode(host.readFile(path)) }];
  } catch {
    return [];
  }
}

/** Empty for what cannot be read: an empty file hides others as well. */
function textOf(host: CliHost, place: string): string {
  try {
    return decode(host.readFile(place));
  } catch {
    return '';
  }
}

/** Lists a folder of the machine, or of an image; nothing where there is none. */
const namesIn =
  (host: CliHost) =>
  (folder: string): string[] => {
    const place = host.placeOf(folder);
    try {
      return place === undefined ? [] : host.readDirectory(place).map(({ name }) => name);
    } catch {
      return [];
    }
  };
