import type { FileIdentity } from '../../schema/file-identity.ts';
import { parseIfReadable } from '../../syntax/unreadable-file.ts';
import { memoize } from '../../text/memoize.ts';
import type { FileAmong, FilesAmong } from '../dialect.ts';
import { judgeLines } from './judged-lines.ts';
import type { JudgedLines } from './line-dialect.ts';

/** A file among those that its program reads as one. */
export interface ReadAmong {
  /** Those that count, in the order in which they are read; alone when it is hidden, or nothing is known of others. */
  readonly files: readonly JudgedLines[];
  /** The file of the same name in a folder that counts more; an empty one, or a link to /dev/null, is a mask. */
  readonly hiddenBy?: FileAmong;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/**
 * Files are read in the order of their names, whatever folder they are in; of those with one name that of the first folder is read.
 * `conf_files_list_strv()`, src/basic/conf-files.c. `among` has the files of the first folder first.
 */
export function readAmong(file: JudgedLines, among: FilesAmong | undefined): ReadAmong {
  const { path, identity } = file.source;
  if (!among || identity.isSource) return { files: [file] };
  const first = new Map<string, FileAmong>();
  for (const each of among.files) if (!first.has(nameOf(each.path))) first.set(nameOf(each.path), each);
  const own = first.get(nameOf(path));
  if (own && own.path !== path) return { files: [file], hiddenBy: own };
  const others = [...first.values()].filter((each) => each.path !== path);
  const judged = others.flatMap((each) => judgedAmong(each, file) ?? []);
  return { files: [...judged, file].sort((a, b) => (nameOf(a.source.path) < nameOf(b.source.path) ? -1 : 1)) };
}

/** Read and judged once for each release, as long as the text stays. */
function judgedAmong(file: FileAmong, { dialect, version, source }: JudgedLines): JudgedLines | undefined {
  const found = dialect.identify(file.path);
  if (!found || found.isSource) return undefined;
  const known = judgedOf(file);
  const identity: FileIdentity = { ...found, manager: source.identity.manager };
  const key = `${version} ${identity.manager}`;
  const judged =
    known.get(key) ?? judgeLines({ path: file.path, tree: parseIfReadable(file.text), identity }, { dialect, version });
  known.set(key, judged);
  return judged;
}

const judgedOf = memoize((_: FileAmong) => new Map<string, JudgedLines>());
