import type { ValueType } from '../value-type.ts';
import { absolutePath, watchedPath } from './absolute-path.ts';
import { bindPaths } from './bind.ts';
import { directories } from './directories.ts';
import { mountsFor, namespacePaths, searchPath, symlinks } from './path-list.ts';
import { temporaryFilesystems } from './temporary-filesystem.ts';

/** The value types about paths. */
export const pathTypes: readonly ValueType[] = [
  absolutePath,
  watchedPath,
  namespacePaths,
  symlinks,
  mountsFor,
  searchPath,
  directories,
  bindPaths,
  temporaryFilesystems,
];
