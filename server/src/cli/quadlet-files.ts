import {
  isPodmansFolder,
  isQuadlet,
  mayBeQuadlet,
  quadletFolders,
  quadletOfPath,
  quadletRoot,
} from '../dialects/quadlet/identify.ts';
import type { FilesAmong } from '../engine/dialect.ts';
import type { UnitText } from '../features/diagnostics.ts';
import { decode } from './decode.ts';
import type { CliHost } from './host.ts';

/** Files that are read at most: more are never together in a folder of Quadlets. */
const MOST_FILES = 2000;

/** The Quadlet files and drop-ins that Podman reads together with a file; undefined for what is not a Quadlet file. */
export function quadletReader(host: CliHost): (path: string) => FilesAmong | undefined {
  const known = new Map<string, readonly UnitText[]>();
  return (path) => {
    const identity = quadletOfPath(path);
    if (!identity) return undefined;
    const root = quadletRoot(path);
    const found = known.get(root) ?? quadletFolders(root).flatMap((folder) => filesBelow(host, folder));
    known.set(root, found);
    // Of a user's there are more in folders of the administrator, whose place is not told by that of the user's.
    return { files: found, areAll: isPodmansFolder(root) && identity.manager === 'system' };
  };
}

/** All Quadlet files below a folder, and drop-ins in folders that end in `.d`. */
export function filesBelow(host: CliHost, root: string): readonly UnitText[] {
  const files: UnitText[] = [];
  const walk = (folder: string): void => {
    for (const { name, type } of entriesOf(host, folder)) {
      const path = host.join(folder, name);
      if (type === 'directory' && !name.startsWith('.') && name !== 'node_modules') walk(path);
      else if (type === 'file' && files.length < MOST_FILES && isCandidate(path)) add(path);
    }
  };
  const add = (path: string): void => {
    try {
      const text = decode(host.readFile(path));
      if (path.endsWith('.conf') || isQuadlet(path, text)) files.push({ path, text });
    } catch {
      // What cannot be read is not there for Podman either.
    }
  };
  walk(root);
  return files;
}

const isCandidate = (path: string): boolean => /\.d\/[^/]+\.conf$/.test(path) || mayBeQuadlet(path);

function entriesOf(host: CliHost, folder: string): ReturnType<CliHost['readDirectory']> {
  try {
    return host.readDirectory(folder);
  } catch {
    return [];
  }
}
