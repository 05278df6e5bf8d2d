import { memoize } from '../../../text/memoize.ts';
import type { QuadletFile } from './conversion.ts';
import { dropInsOf } from './drop-ins.ts';
import { baseOf, folderOf } from './go.ts';
import { byBytes } from './lookup.ts';
import { kindOfName } from './names.ts';
import { isFault, parseQuadlet, type SyntaxFault } from './parse.ts';
import { merged } from './unit-text.ts';

/** A file as it is on disk. What was read of it stays with the object. */
export interface TextFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

export interface ReadOptions {
  /** Quadlet files and drop-ins below the folders. What was worked out of a list stays with the object. */
  readonly files: readonly TextFile[];
  /** The folders Quadlet reads, those that count first in front; their subfolders are read with them. */
  readonly folders: readonly string[];
  /** Podman's version as major * 100 + minor. */
  readonly podman: number;
}

/** A file Podman cannot read; `lost` are the files of its folder, which are not read either. */
export interface SyntaxProblem extends SyntaxFault {
  readonly path: string;
  readonly lost: readonly string[];
}

export interface QuadletFiles {
  /** With their drop-ins. */
  readonly sources: readonly QuadletFile[];
  readonly faults: readonly SyntaxProblem[];
}

/** Reads all Quadlet files of the folders, each with its drop-ins. */
export function readQuadlets(options: ReadOptions): QuadletFiles {
  const { sources, faults } = readSources(options);
  const folders = unitFolders(options);
  const own = byFolder(options.files);
  const list = (folder: string): readonly string[] => own.get(folder)?.map(({ path }) => baseOf(path)) ?? [];
  const withDropIns = sources.map((file) => {
    const paths = dropInsOf(file.name, folders, { podman: options.podman, list });
    const read = paths.map((path) => ({ path, read: parsed(byPath(options.files).get(path)!) }));
    for (const { path, read: fault } of read) if (isFault(fault)) faults.push({ ...fault, path, lost: [] });
    const good = read.flatMap((each) => (isFault(each.read) ? [] : [each.read]));
    return { ...file, text: good.reduce(merged, file.text) };
  });
  return { sources: withDropIns, faults };
}

const parsed = memoize(({ path, text }: TextFile) => parseQuadlet(path, text));

const byPath = memoize(
  (files: readonly TextFile[]): ReadonlyMap<string, TextFile> => new Map(files.map((file) => [file.path, file])),
);

const byFolder = memoize((files: readonly TextFile[]): ReadonlyMap<string, readonly TextFile[]> => {
  const folders = new Map<string, TextFile[]>();
  for (const file of files) {
    const folder = folderOf(file.path);
    const own = folders.get(folder);
    if (own) own.push(file);
    else folders.set(folder, [file]);
  }
  return folders;
});

interface Sources {
  readonly sources: readonly QuadletFile[];
  readonly faults: SyntaxProblem[];
}

/** Reads the Quadlet files of each folder; the first of a name counts, and one that cannot be read costs its whole folder. */
function readSources(options: ReadOptions): Sources {
  const { files, podman } = options;
  const seen = new Set<string>();
  const sources: QuadletFile[] = [];
  const faults: SyntaxProblem[] = [];
  for (const folder of unitFolders(options)) {
    const own = byFolder(files).get(folder) ?? [];
    const read = own
      .filter(({ path }) => kindOfName(baseOf(path), podman) && !seen.has(baseOf(path)))
      .sort((a, b) => byBytes(baseOf(a.path), baseOf(b.path)))
      .map((file) => ({ path: file.path, read: parsed(file) }));
    const good = read.flatMap((each) => (isFault(each.read) ? [] : [{ path: each.path, text: each.read }]));
    for (const { path } of good) seen.add(baseOf(path));
    const faulty = read.flatMap(({ path, read: fault }) => (isFault(fault) ? [{ ...fault, path }] : []));
    faults.push(...faulty.map((fault) => ({ ...fault, lost: good.map(({ path }) => path) })));
    if (faulty.length === 0)
      sources.push(
        ...good.map(({ path, text }) => {
          const name = baseOf(path);
          return { path, name, kind: kindOfName(name, podman)!, text };
        }),
      );
  }
  return { sources, faults };
}

/** The folders and all below them that are not of drop-ins, each followed by its own, by name. */
function unitFolders({ files, folders }: ReadOptions): string[] {
  const all = new Set<string>();
  for (const own of byFolder(files).keys())
    for (let folder = own; folder !== '/' && !all.has(folder); folder = folderOf(folder)) all.add(folder);
  const isRead = (folder: string, root: string): boolean =>
    folder === root ||
    (folder.startsWith(`${root}/`) &&
      !folder
        .slice(root.length)
        .split('/')
        .some((part) => part.endsWith('.d')));
  const sorted = [...all].sort((a, b) => byBytes(a.replaceAll('/', '\0'), b.replaceAll('/', '\0')));
  return [...new Set(folders.flatMap((root) => sorted.filter((folder) => isRead(folder, root))))];
}
