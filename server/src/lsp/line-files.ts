import { isMachineLineFolder, lineFolders, lineRoot, mayBeAmongLines } from '../dialects/lines/places.ts';
import { createFilesTogether, type FilesTogether } from './files-among.ts';
import type { Runtime } from './runtime.ts';

/** The texts of files that are read line by line: a program reads those of all its folders as one. */
export const createLineFiles = (runtime: Runtime, isEdited: (path: string) => boolean): FilesTogether =>
  createFilesTogether(
    {
      mayBe: mayBeAmongLines,
      isOne: () => true,
      rootOf: lineRoot,
      foldersOf: lineFolders,
      isProgramsOwn: isMachineLineFolder,
      find: runtime.lineFiles?.bind(runtime),
      hasMasks: true,
    },
    { runtime, isEdited },
  );
