import { type OwnedFiles, sourceDropIns } from './drop-in-order.ts';
import { type IndexedFile, namedUnit } from './indexed-file.ts';

/** The names of units that another program makes: a drop-in of a file may tell the name as well as the file. */
interface SourceNames {
  /** The files whose units have other names after a change of one file, and what they are from then on. */
  changed(
    before: IndexedFile | undefined,
    after: IndexedFile | undefined,
  ): readonly (readonly [IndexedFile, IndexedFile])[];
}

export function createSourceNames(index: OwnedFiles): SourceNames {
  const sources = new Map<string, IndexedFile>();
  /** Drop-ins that tell a name. Most often there are none, and nothing is to be looked up. */
  const telling = new Set<string>();
  return {
    changed(before, after) {
      const hadTelling = telling.size > 0;
      if (before) forget(before.path);
      if (after?.source) sources.set(after.path, after);
      else if (after?.facts.made?.unit !== undefined) telling.add(after.path);
      const isAny = hadTelling || telling.size > 0;
      const file = after ?? before;
      if (!isAny || !file || !(file.source || file.role === 'drop-in')) return [];
      return concerned(file).flatMap((source) => {
        const named = namedUnit(source, sourceDropIns(index, source));
        if (named === source) return [];
        sources.set(named.path, named);
        return [[source, named] as const];
      });
    },
  };

  function forget(path: string): void {
    sources.delete(path);
    telling.delete(path);
  }

  function concerned(file: IndexedFile): readonly IndexedFile[] {
    if (file.source) return sources.has(file.path) ? [file] : [];
    const isOwner = ({ tree, source }: IndexedFile): boolean =>
      tree === file.tree && index.sources!.dropInOwners(source!.name).includes(file.owner);
    return [...sources.values()].filter(isOwner);
  }
}
