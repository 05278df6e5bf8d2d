import type { FileIdentity } from '../../schema/file-identity.ts';
import { withoutSourceSuffix } from '../../schema/file-kind.ts';

/** Files with a suffix in folders of one name, wherever those lie: `NAME.conf` in tmpfiles.d. */
export interface FolderFiles {
  /** The id of the dialect. */
  readonly dialect: string;
  /** Names of the folders; those of user managers come second. */
  readonly folders: readonly string[];
  readonly userFolders?: readonly string[];
  /** With its dot. */
  readonly suffix: string;
}

/**
 * What a file in such a folder is. Others beside them are of nobody's concern: editors leave backups there, and packages a README.
 * `conf_files_list()`, src/basic/conf-files.c, passes over hidden files.
 */
export function identifyInFolder(
  path: string,
  { dialect, folders, userFolders = [], suffix }: FolderFiles,
): FileIdentity | undefined {
  const [raw = '', folder = ''] = path.split('/').reverse();
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

/** The same for package.json. */
export const globsOf = ({ folders, userFolders = [], suffix }: FolderFiles): readonly string[] =>
  [...folders, ...userFolders].map((folder) => `**/${folder}/*${suffix}`);
