import type { Manager } from '../../schema/file-identity.ts';
import { parseIfReadable } from '../../syntax/unreadable-file.ts';
import { memoize } from '../../text/memoize.ts';
import type { FileAmong, FilesAmong } from '../dialect.ts';
import { judgeLines } from './judged-lines.ts';
import type { JudgedLines, LineDialect } from './line-dialect.ts';

/** A file among those that its program reads as one. */
export interface ReadAmong {
  /** Those that count, in the order in which they are read; alone when it is hidden, or nothing is known of others. */
  readonly files: readonly JudgedLines[];
  /** The file of the same name in a folder that counts more; an empty one, or a link to /dev/null, is a mask. */
  readonly hiddenBy?: FileAmong;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const byName = (a: string, b: string): number => (nameOf(a) < nameOf(b) ? -1 : 1);

/**
 * Files are read in the order of their names, whatever folder they are in; of those with one name that of the first folder is read.
 * `conf_files_list_strv()`, src/basic/conf-files.c. Those of the first folder come first.
 */
export function filesThatCount(files: readonly FileAmong[]): FileAmong[] {
  const first = new Map<string, FileAmong>();
  for (const each of files) if (!first.has(nameOf(each.path))) first.set(nameOf(each.path), each);
  return [...first.values()].sort((a, b) => byName(a.path, b.path));
}

/** A file with those that are read with it. */
export function readAmong(file: JudgedLines, among: FilesAmong | undefined): ReadAmong {
  const { dialect, version, source } = file;
  const { path, identity } = source;
  if (!among || identity.isSource) return { files: [file] };
  const all = filesThatCount(among.files);
  const own = all.find((each) => nameOf(each.path) === nameOf(path));
  if (own && own.path !== path) return { files: [file], hiddenBy: own };
  const others = linesOfFiles(
    all.filter((each) => each !== own),
    { dialect, version, manager: identity.manager },
  );
  return { files: [...others, file].sort((a, b) => byName(a.source.path, b.source.path)) };
}

interface ReadFor {
  readonly dialect: LineDialect;
  readonly version: number;
  readonly manager: Manager;
}

/** Files as lines, each read and judged once for each release, as long as its text stays. */
export function linesOfFiles(files: readonly FileAmong[], { dialect, version, manager }: ReadFor): JudgedLines[] {
  const key = `${dialect.id} ${version} ${manager}`;
  return files.flatMap((file) => {
    const found = dialect.identify(file.path);
    if (!found || found.isSource) return [];
    const known = judgedOf(file);
    const judged =
      known.get(key) ??
      judgeLines(
        { path: file.path, tree: parseIfReadable(file.text), identity: { ...found, manager } },
        { dialect, version },
      );
    known.set(key, judged);
    return [judged];
  });
}

const judgedOf = memoize((_: FileAmong) => new Map<string, JudgedLines>());
