import type { LineDialect, SearchedFolders } from '../../engine/lines/line-dialect.ts';
import type { FileIdentity } from '../../schema/file-identity.ts';
import { withoutSourceSuffix } from '../../schema/file-kind.ts';

/** Files with a suffix in folders of one name, wherever those lie: `NAME.conf` in tmpfiles.d. */
export interface FolderFiles {
  /** The id of the dialect. */
  readonly dialect: string;
  /** Names of the folders; those of user managers come second. */
  readonly folders: readonly string[];
  /** The folder that they have to be in, where their names alone do not tell: `rules.d` of udev, not of polkit. */
  readonly parent?: string;
  readonly userFolders?: readonly string[];
  /** With its dot. */
  readonly suffix: string;
}

/**
 * What a file in such a folder is. Others beside them are of nobody's concern: editors leave backups there, and packages a README.
 * `conf_files_list()`, src/basic/conf-files.c, passes over hidden files.
 */
function identifyInFolder(
  path: string,
  { dialect, folders, userFolders = [], suffix, parent }: FolderFiles,
): FileIdentity | undefined {
  const [raw = '', folder = '', above] = path.split('/').reverse();
  if (parent !== undefined && above !== parent) return undefined;
  const isOfUser = userFolders.includes(folder);
  if (!isOfUser && !folders.includes(folder)) return undefined;
  const name = withoutSourceSuffix(raw);
  if (!name.endsWith(suffix) || name.length === suffix.length || name.startsWith('.')) return undefined;
  return {
    dialect,
    kind: folder,
    role: 'fragment',
    unit: undefined,
    manager: isOfUser ? 'user' : 'system',
    isSource: name !== raw,
  };
}

/** `CONF_PATHS` of src/basic/constants.h. */
const ROOTS = ['/etc', '/run', '/usr/local/lib', '/usr/lib'];

/** Where the system's files are looked for, by folder; those of users lie in homes as well. */
const searchedOf = ({ folders, userFolders = [], suffix }: FolderFiles, below = ''): readonly SearchedFolders[] =>
  [...folders, ...userFolders].map((name) => {
    const roots = name.startsWith('user-tmpfiles') ? ['/etc/xdg', '/usr/local/share', '/usr/share'] : ROOTS;
    return { name, folders: roots.map((root) => `${root}/${below}${name}`), suffix };
  });

const globsOf = ({ folders, userFolders = [], suffix, parent }: FolderFiles): readonly string[] =>
  [...folders, ...userFolders].map((folder) => `**/${parent === undefined ? '' : `${parent}/`}${folder}/*${suffix}`);

/** How a dialect finds its files: globs for package.json, the folders that are searched, by precedence, and what a path is. */
export const inFolders = (files: FolderFiles, below = ''): Pick<LineDialect, 'globs' | 'searched' | 'identify'> => ({
  globs: globsOf(files),
  searched: searchedOf(files, below),
  identify: (path) => identifyInFolder(path, files),
});
