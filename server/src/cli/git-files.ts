import { roleOf } from '../units/unit-location.ts';
import { type CliHost, type DirectoryEntry, UsageError } from './host.ts';

/** What is at a revision of git, as a host has files: below the folder {@link rootOf} the revision. */
export interface GitFiles {
  readonly host: CliHost;
  /** Where the path that was asked for is in it. */
  readonly path: string;
}

/** A revision has its own root: no path on disk begins so. */
export const rootOf = (revision: string): string => `${revision}:`;

/** `HEAD:units/web.service`; undefined for what is not written so. */
export function revisionPath(text: string): { readonly revision: string; readonly path: string } | undefined {
  const colon = text.indexOf(':');
  return colon > 0 ? { revision: text.slice(0, colon), path: text.slice(colon + 1) } : undefined;
}

interface Blob {
  readonly isLink: boolean;
  readonly id: string;
}

/**
 * The files of units at a revision, at a path or below it; it counts from the current folder. They are asked of git as
 * they are: no filter, no configured program and no network has a part in it.
 * @throws {@link UsageError} where git does not have it
 */
export async function gitFiles(machine: CliHost, revision: string, given: string): Promise<GitFiles> {
  const path = machine.join(given, '.');
  if (revision.startsWith('-')) throw new UsageError(`"${revision}" is not a revision`);
  const git = async (...args: readonly string[]): Promise<string | undefined> =>
    await machine.ask?.('git', ['-C', machine.cwd, '--no-pager', ...args]);
  const listed = await git('ls-tree', '-r', '-z', revision, '--', path);
  if (listed === undefined || listed === '') throw new UsageError(`git has no ${revision}:${given}`);
  const blobs = new Map(listed.split('\0').flatMap(blobIn));
  const contents = new Map<string, string>();
  for (const [name, { id }] of blobs) {
    const text = await git('cat-file', 'blob', id);
    if (text !== undefined) contents.set(name, text);
  }
  const root = rootOf(revision);
  return { host: hostOf(machine, { root, blobs, contents }), path: path === '.' ? root : `${root}/${path}` };
}

/** `100644 blob 0123…\tunits/web.service`; of files that are no part of a unit nothing is read. */
function blobIn(line: string): [string, Blob][] {
  const [, mode, id, name] = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
  if (id === undefined || name === undefined || !roleOf(`/${name}`)) return [];
  return [[name, { isLink: mode === '120000', id }]];
}

interface Tree {
  readonly root: string;
  readonly blobs: ReadonlyMap<string, Blob>;
  readonly contents: ReadonlyMap<string, string>;
}

function hostOf(machine: CliHost, { root, blobs, contents }: Tree): CliHost {
  const nameOf = (path: string): string => machine.join(path).slice(root.length).replace(/^\//, '');
  const linkOf = (path: string): string | undefined =>
    blobs.get(nameOf(path))?.isLink ? contents.get(nameOf(path)) : undefined;
  const realPath = (path: string): string | undefined => {
    const target = linkOf(path);
    if (target === undefined) return blobs.has(nameOf(path)) ? path : undefined;
    return target.startsWith('/') ? target : machine.join(path, '..', target);
  };
  const isFolder = (name: string): boolean =>
    name === '' || [...blobs.keys()].some((each) => each.startsWith(`${name}/`));
  return {
    ...machine,
    machinePaths: async () => ({ system: [], user: [] }),
    readFile(path) {
      const text = contents.get(nameOf(realPath(path) ?? path));
      if (text === undefined) throw new Error(`${path}: git has no such file`);
      return new TextEncoder().encode(text);
    },
    readDirectory: (path) => entriesOf(nameOf(path), blobs),
    kindOf: (path) => (blobs.has(nameOf(path)) ? 'file' : isFolder(nameOf(path)) ? 'directory' : undefined),
    realPath,
    readLink: linkOf,
    placeOf: (path) => path,
    look: () => undefined,
  };
}

function entriesOf(folder: string, blobs: Tree['blobs']): DirectoryEntry[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const entries = new Map<string, DirectoryEntry['type']>();
  for (const [name, { isLink }] of blobs) {
    if (!name.startsWith(prefix)) continue;
    const [first = '', ...rest] = name.slice(prefix.length).split('/');
    entries.set(first, rest.length > 0 ? 'directory' : isLink ? 'link' : 'file');
  }
  return [...entries].map(([name, type]) => ({ name, type })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
