import type { IndexedFile } from './indexed-file.ts';
import { baseOf } from './unit-location.ts';
import type { UnitSources } from './unit-sources.ts';

/** What an index of units knows of the owners of drop-ins. */
export interface OwnedFiles {
  readonly sources: UnitSources | undefined;
  /** Drop-ins and links in the folders of an owner in one tree. */
  ownedIn(tree: string, owner: string): readonly IndexedFile[];
}

/** The drop-ins of a file from which another program makes a unit, in the order it reads them. */
export function sourceDropIns(index: OwnedFiles, fragment: IndexedFile | undefined): readonly IndexedFile[] {
  if (!fragment?.source || !index.sources) return [];
  const owners = index.sources.dropInOwners(fragment.source.name);
  const byRank = (a: IndexedFile, b: IndexedFile): number => a.rank - b.rank;
  return byFileName(owners.flatMap((owner) => [...index.ownedIn(fragment.tree, owner)].sort(byRank))).kept;
}

/** Of drop-ins with one file name the first counts; they are read in the order of the names. */
export function byFileName(files: readonly IndexedFile[]): { kept: IndexedFile[]; hidden: IndexedFile[] } {
  const first = new Map<string, IndexedFile>();
  for (const file of files) if (!first.has(baseOf(file.path))) first.set(baseOf(file.path), file);
  const winners = [...first].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
  return {
    kept: winners.filter(({ masked }) => !masked),
    hidden: files.filter((file) => first.get(baseOf(file.path)) !== file),
  };
}
