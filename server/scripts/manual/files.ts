import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readHeader, redirection } from '../../src/manual/roff/header.ts';
import { pageFileName, readPageFile } from '../../src/node/page-file.ts';

export interface PageFile {
  readonly name: string;
  readonly section: string;
  readonly roff: string;
  /** Further names: links to the file, and pages that only point to it. */
  readonly aliases: { readonly name: string; readonly section: string }[];
}

/** Podman's page on Quadlet files; it does not name the version it is of. */
const QUADLET = 'podman-systemd.unit';

/** systemd's pages and that on Quadlet files below a `man` folder, each once. `names` spares reading thousands of others on a whole machine. */
export function readPages(directory: string, names = /./): PageFile[] {
  const pages = new Map<string, PageFile>();
  const pointers: { name: string; section: string; to: string }[] = [];
  for (const { name, section, path } of listFiles(directory, names)) {
    const file = pageFileName(basename(path));
    if (file === undefined) continue;
    const title = `${file.name}(${file.section})`;
    const known = pages.get(title);
    const alias = file.name === name && file.section === section ? [] : [{ name, section }];
    if (known !== undefined) {
      known.aliases.push(...alias);
      continue;
    }
    const roff = readPageFile(path) ?? '';
    const target = redirection(roff);
    if (target !== undefined) pointers.push({ name, section, to: `${target.name}(${target.section})` });
    else if (/^systemd \d/.test(readHeader(roff).origin) || file.name === QUADLET)
      pages.set(title, { ...file, roff, aliases: alias });
  }
  for (const { name, section, to } of pointers) pages.get(to)?.aliases.push({ name, section });
  return [...pages.values()];
}

/** Every name in the folders with the file it leads to; links into nothing are left out. */
function listFiles(directory: string, names: RegExp): { name: string; section: string; path: string }[] {
  return ['man1', 'man5', 'man7', 'man8'].flatMap((folder) => {
    const path = join(directory, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path).flatMap((file) => {
      const page = pageFileName(file);
      if (page === undefined || !names.test(page.name) || !existsSync(join(path, file))) return [];
      return [{ ...page, path: realpathSync(join(path, file)) }];
    });
  });
}
