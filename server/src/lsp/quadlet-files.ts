import {
  isPodmansFolder,
  isQuadlet,
  mayBeQuadlet,
  quadletFolders,
  quadletOfPath,
  quadletRoot,
} from '../dialects/quadlet/identify.ts';
import { createFilesTogether, type FilesTogether } from './files-among.ts';
import type { Runtime } from './runtime.ts';

/** The texts of Quadlet files and of their drop-ins: Podman reads all files of a folder together. */
export function createQuadletFiles(runtime: Runtime, isEdited: (path: string) => boolean): FilesTogether {
  const files = createFilesTogether(
    {
      mayBe: mayBeQuadlet,
      isOne: (path, text) => path.endsWith('.conf') || isQuadlet(path, text),
      rootOf: quadletRoot,
      foldersOf: quadletFolders,
      isProgramsOwn: isPodmansFolder,
      find: runtime.quadletFiles?.bind(runtime),
    },
    { runtime, isEdited },
  );
  return {
    ...files,
    among(path) {
      const found = files.among(path);
      // Of a user's there are more in folders of the administrator, whose place is not told by that of the user's.
      return found && { ...found, areAll: found.areAll && quadletOfPath(path)?.manager === 'system' };
    },
  };
}
