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
  /** Without their drop-ins. */
  readonly sources: readonly QuadletFile[];
  readonly faults: readonly SyntaxProblem[];
  /** Reads the drop-ins of a file: of thousands of files few are asked about. */
  withDropIns(file: QuadletFile): { readonly file: QuadletFile; readonly faults: readonly SyntaxProblem[] };
}

/** Reads all Quadlet files of the folders. */
export function readQuadlets(options: ReadOptions): QuadletFiles {
  const { files, podman } = options;
  const folders = unitFolders(options);
  const own = byFolder(files);
  const list = (folder: string): readonly string[] => own.get(folder)?.map(({ path }) => baseOf(path)) ?? [];
  return {
    ...readSources(options, folders),
    withDropIns(file) {
      const paths = dropInsOf(file.name, folders, { podman, list });
      const read = paths.map((path) => ({ path, read: parsed(byPath(files).get(path)!) }));
      const faults = read.flatMap(({ path, read: fault }) => (isFault(fault) ? [{ ...fault, path, lost: [] }] : []));
      const good = read.flatMap((each) => (isFault(each.read) ? [] : [each.read]));
      return { file: good.length === 0 ? file : { ...file, text: good.reduce(merged, file.text) }, faults };
    },
  };
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
function readSources({ files, podman }: ReadOptions, folders: readonly string[]): Sources {
  const seen = new Set<string>();
  const sources: QuadletFile[] = [];
  const faults: SyntaxProblem[] = [];
  for (const folder of folders) {
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
  const all = new Set(folders);
  for (const own of byFolder(files).keys())
    for (let folder = own; folder !== '/' && !all.has(folder); folder = folderOf(folder)) all.add(folder);
  const isRead = (folder: string, root: string): boolean =>
    folder === root ||
    (folder.startsWith(root === '/' ? root : `${root}/`) &&
      !folder
        .slice(root.length)
        .split('/')
        .some((part) => part.endsWith('.d')));
  const sorted = [...all].sort((a, b) => byBytes(a.replaceAll('/', '\0'), b.replaceAll('/', '\0')));
  return [...new Set(folders.flatMap((root) => sorted.filter((folder) => isRead(folder, root))))];
}
