import type { ValueType } from '../value-type.ts';
import { directories, quota } from './directories.ts';
import { imagePolicy } from './image-policy.ts';
import { extensionImages, mountImages } from './images.ts';
import { bindPaths, temporaryFilesystems } from './namespace-mounts.ts';
import { openFile } from './open-file.ts';
import { mountsFor, namespacePaths, searchPath, symlinks } from './path-list.ts';
import { rootHash, rootHashSignature, rootImageOptions } from './root-image.ts';
import { absolutePath, environmentFile, mountNode, pidFile, watchedPath, workingDirectory } from './single.ts';

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
