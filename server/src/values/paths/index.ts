import type { ValueType } from '../value-type.ts';
import { absolutePath, watchedPath } from './absolute-path.ts';
import { bindPaths } from './bind.ts';
import { directories } from './directories.ts';
import { imagePolicy } from './image-policy.ts';
import { extensionImages, mountImages } from './images.ts';
import { openFile } from './open-file.ts';
import { mountsFor, namespacePaths, searchPath, symlinks } from './path-list.ts';
import { quota } from './quota.ts';
import { rootHash, rootHashSignature } from './root-hash.ts';
import { rootImageOptions } from './root-image-options.ts';
import { environmentFile, mountNode, pidFile, workingDirectory } from './single.ts';
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
  quota,
  bindPaths,
  temporaryFilesystems,
  environmentFile,
  workingDirectory,
  pidFile,
  mountNode,
  rootHash,
  rootHashSignature,
  rootImageOptions,
  mountImages,
  extensionImages,
  imagePolicy,
  openFile,
];
