import { identifyNetwork } from '../dialects/networkd/files.ts';
import { isMachineFolder, mayBeNetwork, networkFolders, networkRoot } from '../dialects/networkd/networks/places.ts';
import type { FileAmong, FilesAmong } from '../engine/dialect.ts';
import { parseIfReadable } from '../syntax/unreadable-file.ts';
import { decode } from './decode.ts';
import type { CliHost } from './host.ts';

/** Files that are read at most: more are never together in a folder of networks. */
const MOST_FILES = 5_000;

/** The files of networks that are read together with one; undefined for what is none. */
export function networkReader(host: CliHost): (path: string) => FilesAmong | undefined {
  const known = new Map<string, FilesAmong>();
  return (path) => {
    if (!mayBeNetwork(path)) return undefined;
    const root = networkRoot(path);
    const found = known.get(root) ?? {
      files: networkFolders(root).flatMap((folder) => networkFilesIn(host, folder)),
      areAll: isMachineFolder(root),
    };
    known.set(root, found);
    return found.files.some((file) => file.path === path) ? found : undefined;
  };
}

const DROP_INS = /\.(?:network|netdev|link)\.d$/;

/** The files of networks in a folder, and their drop-ins. */
export function networkFilesIn(host: CliHost, folder: string): readonly FileAmong[] {
  const files: FileAmong[] = [];
  const visit = (each: string, isDropIns: boolean): void => {
    for (const { name, type } of entriesOf(host, each)) {
      const path = each === '.' ? name : host.join(each, name);
      if (type === 'directory' && !isDropIns && DROP_INS.test(name)) visit(path, true);
      else if (type !== 'directory' && files.length < MOST_FILES && mayBeNetwork(path))
        files.push(...fileAt(host, path));
    }
  };
  visit(folder, false);
  return files;
}

/** What cannot be read is not there for systemd either; a link to /dev/null is as good as an empty file. */
function fileAt(host: CliHost, path: string): readonly FileAmong[] {
  try {
    const text = host.readLink(path) === '/dev/null' ? '' : decode(host.readFile(path));
    const isOne = text === '' || identifyNetwork(path, parseIfReadable(text)) !== undefined;
    return isOne ? [{ path, text }] : [];
  } catch {
    return [];
  }
}

function entriesOf(host: CliHost, folder: string): ReturnType<CliHost['readDirectory']> {
  try {
    return host.readDirectory(folder);
  } catch {
    return [];
  }
}
