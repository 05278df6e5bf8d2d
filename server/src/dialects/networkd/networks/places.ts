/** Where systemd-networkd and systemd-udevd look; a file in an earlier one hides those of its name in later ones. */
export const NETWORK_FOLDERS: readonly string[] = [
  '/etc/systemd/network',
  '/run/systemd/network',
  '/usr/local/lib/systemd/network',
  '/usr/lib/systemd/network',
];

export type NetworkKind = 'network' | 'netdev' | 'link';

const FRAGMENT = /^(?!\.).+\.(network|netdev|link)$/;

/** Finds files that may be of networks, as editors take it. */
export const NETWORK_FILES = '**/*.{network,netdev,link}';

interface NetworkPlace {
  /** The name of the file, of a drop-in that of the file it belongs to. */
  readonly owner: string;
  readonly kind: NetworkKind;
  readonly role: 'fragment' | 'drop-in';
  /** The folder of the fragments. */
  readonly folder: string;
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
export const nameOfPath = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** What a file would be by its path; undefined for files that are called otherwise. */
export function networkPlace(path: string): NetworkPlace | undefined {
  const isDropIn = path.endsWith('.conf') && folderOf(path).endsWith('.d') && !nameOfPath(path).startsWith('.');
  const fragment = isDropIn ? folderOf(path).slice(0, -'.d'.length) : path;
  const kind = FRAGMENT.exec(nameOfPath(fragment))?.[1] as NetworkKind | undefined;
  if (!kind) return undefined;
  return { owner: nameOfPath(fragment), kind, role: isDropIn ? 'drop-in' : 'fragment', folder: folderOf(fragment) };
}

export const mayBeNetwork = (path: string): boolean => networkPlace(path) !== undefined;

/** The folder whose files are read together with one. */
export const networkRoot = (path: string): string => networkPlace(path)?.folder || '.';

/** What stands before the folder of a machine, an image or a package; undefined for a folder that is none. */
function baseOf(folder: string): string | undefined {
  const own = NETWORK_FOLDERS.find((each) => folder.endsWith(each));
  return own === undefined ? undefined : folder.slice(0, -own.length);
}

/** A folder with those that are read with it, the one that counts most first. */
export function networkFolders(root: string): readonly string[] {
  const base = baseOf(root);
  return base === undefined ? [root] : NETWORK_FOLDERS.map((folder) => base + folder);
}

/** Whether a folder is the machine's own: what is not in it or beside it is not there. */
export const isMachineFolder = (root: string): boolean => NETWORK_FOLDERS.includes(root);
