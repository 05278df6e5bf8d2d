import { identifyNetwork } from '../dialects/networkd/files.ts';
import { isMachineFolder, mayBeNetwork, networkFolders, networkRoot } from '../dialects/networkd/networks/places.ts';
import { parseIfReadable } from '../syntax/unreadable-file.ts';
import { createFilesTogether, type FilesTogether } from './files-among.ts';
import type { Runtime } from './runtime.ts';

/** The texts of files of networks, devices and links: networkd and udev read all of their folders together. */
export const createNetworkFiles = (runtime: Runtime, isEdited: (path: string) => boolean): FilesTogether =>
  createFilesTogether(
    {
      mayBe: mayBeNetwork,
      // An empty file hides others of its name.
      isOne: (path, text) => text === '' || identifyNetwork(path, parseIfReadable(text)) !== undefined,
      rootOf: networkRoot,
      foldersOf: networkFolders,
      isProgramsOwn: isMachineFolder,
      find: runtime.networkFiles?.bind(runtime),
      hasMasks: true,
    },
    { runtime, isEdited },
  );
