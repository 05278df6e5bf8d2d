import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Manager } from '../oracle/verify.ts';

/** A unit or drop-in of the corpus. */
export interface CorpusFile {
  /** Path within the unit directory: `a.service`, `a.service.d/x.conf`. */
  readonly name: string;
  readonly package: string;
  readonly bytes: Buffer;
}

const UNIT = /\.(service|socket|timer|path|mount|automount|swap|target|slice|scope|device)$/;

/** The files of one manager; of files with one name the first package's counts. */
export function corpusFiles(root: string, manager: Manager): Map<string, CorpusFile> {
  const found = new Map<string, CorpusFile>();
  for (const name of readdirSync(root).sort()) {
    for (const path of filesBelow(join(root, name))) {
      const relative = nameIn(path, manager);
      if (relative === undefined || found.has(relative)) continue;
      found.set(relative, { name: relative, package: name, bytes: readFileSync(path) });
    }
  }
  return found;
}

function nameIn(path: string, manager: Manager): string | undefined {
  const marker = `/systemd/${manager}/`;
  const at = path.lastIndexOf(marker);
  if (at < 0) return undefined;
  const name = path.slice(at + marker.length);
  const isDropIn = /^[^/]+\.d\/[^/]+\.conf$/.test(name);
  return isDropIn || (UNIT.test(name) && !name.includes('/')) ? name : undefined;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

/** The unit a drop-in belongs to. */
export const ownerOf = (name: string): string | undefined =>
  name.includes('/') ? basename(dirname(name)).replace(/\.d$/, '') : undefined;
