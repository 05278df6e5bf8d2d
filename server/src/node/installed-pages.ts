import { readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { PageInfo, PageSource } from '../manual/index.ts';
import { readHeader } from '../manual/roff/header.ts';
import { pageFileName, readPageFile } from './page-file.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface InstalledPages extends PageSource {
  /** Version of systemd whose pages are installed, as systemd.unit(5) states it. */
  version(): string | undefined;
}

const folders = ['man1', 'man5', 'man7', 'man8'];

/** The pages in the manual folders of this machine, the earlier folder first. Only names are read here. */
export function findInstalledPages(env: Environment): InstalledPages {
  const paths = new Map<PageInfo, string>();
  const known = new Set<string>();
  for (const root of manualFolders(env))
    for (const folder of folders)
      for (const file of listFolder(join(root, folder))) {
        const page = pageFileName(file);
        if (page === undefined || known.has(`${page.name}(${page.section})`)) continue;
        known.add(`${page.name}(${page.section})`);
        paths.set(page, join(root, folder, file));
      }
  const read = (page: PageInfo) => {
    const path = paths.get(page);
    return path === undefined ? undefined : readPageFile(path);
  };
  return {
    pages: [...paths.keys()],
    read,
    version() {
      const page = [...paths.keys()].find(({ name, section }) => name === 'systemd.unit' && section === '5');
      const source = page === undefined ? undefined : read(page);
      return source === undefined ? undefined : /^systemd (\S+)/.exec(readHeader(source).origin)?.[1];
    },
  };
}

/**
 * Where man(1) looks, as manpath(5) says: `MANPATH`, in which an empty part stands for the usual folders; those are
 * the neighbours of the folders in `PATH` and the well-known ones.
 */
export function manualFolders(env: Environment): string[] {
  const beside = (env.PATH ?? '')
    .split(delimiter)
    .filter((path) => /[/\\]s?bin$/.test(path))
    .flatMap((path) => [join(dirname(path), 'share/man'), join(dirname(path), 'man')]);
  const usual = ['/usr/local/share/man', '/usr/share/man', ...beside, '/run/current-system/sw/share/man'];
  const parts = env.MANPATH === undefined || env.MANPATH === '' ? [''] : env.MANPATH.split(delimiter);
  return [...new Set(parts.flatMap((part) => (part === '' ? usual : [part])))];
}

function listFolder(path: string): string[] {
  try {
    return readdirSync(path).sort();
  } catch {
    return [];
  }
}
