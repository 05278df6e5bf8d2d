import type { FileAmong, FilesAmong } from '../../../engine/dialect.ts';
import { memoize } from '../../../text/memoize.ts';
import { kindMade } from '../device-kinds.ts';
import { type DeviceMention, mentionsIn, type NetworkFile, networkFile } from './network-file.ts';
import { type NetworkKind, networkFolders, networkPlace, networkRoot } from './places.ts';

/** A file with its drop-ins, as the program has it after loading. */
export interface LoadedNetwork {
  /** `10-lan.network`. */
  readonly name: string;
  readonly kind: NetworkKind;
  readonly fragment: NetworkFile;
  /** In the order in which they are read; those that are hidden or masked are not among them. */
  readonly dropIns: readonly NetworkFile[];
}

/** A device that a .netdev file makes, and the place of its name. */
export interface Device {
  readonly name: string;
  /** Of devices that come with another (`[Peer]`) that of the other. */
  readonly kind: string | undefined;
  readonly file: NetworkFile;
  readonly mention: DeviceMention;
}

/** The files of one folder, and of those that are read with it. */
export interface Networks {
  readonly files: readonly NetworkFile[];
  /** Whether none is missing that the programs could find. */
  readonly areAll: boolean;
  /** In the order in which they are read, without those that are masked. */
  loaded(kind: NetworkKind): readonly LoadedNetwork[];
  /** Those that .netdev files make, the one that counts first. */
  devicesCalled(name: string): readonly Device[];
  readonly devices: readonly Device[];
  /** Everything that names a device, in any file. */
  mentions(name: string): readonly { readonly file: NetworkFile; readonly mention: DeviceMention }[];
}

/** By list of files, then by version. */
const known = memoize((_: readonly FileAmong[]) => new Map<string, Networks>());

/** The networks of some files as a version reads them; the same object as long as the list is. */
export function networksAmong({ files, areAll }: FilesAmong, version: number): Networks {
  const lists = known(files);
  const key = `${version} ${areAll}`;
  const found = lists.get(key) ?? createNetworks(files, { areAll, version });
  lists.set(key, found);
  return found;
}

function createNetworks(
  texts: readonly FileAmong[],
  { areAll, version }: { readonly areAll: boolean; readonly version: number },
): Networks {
  const files = texts.flatMap((file) => networkFile(file, version) ?? []);
  const byKind = new Map<NetworkKind, readonly LoadedNetwork[]>();
  const loaded = (kind: NetworkKind): readonly LoadedNetwork[] => {
    const list = byKind.get(kind) ?? loadedOf(files, kind);
    byKind.set(kind, list);
    return list;
  };
  const devices = loaded('netdev').flatMap(devicesOf);
  const called = groupedBy(devices, ({ name }) => name);
  const naming = groupedBy(
    files.flatMap((file) => mentionsIn(file.judged).map((mention) => ({ file, mention }))),
    ({ mention }) => mention.name,
  );
  return {
    files,
    areAll,
    loaded,
    devices,
    devicesCalled: (name) => called.get(name) ?? [],
    mentions: (name) => naming.get(name) ?? [],
  };
}

/** Files of a kind by their names, whatever folder they are in; `conf_files_list_strv()` of src/basic/conf-files.c. */
function loadedOf(files: readonly NetworkFile[], kind: NetworkKind): LoadedNetwork[] {
  const own = files.filter((file) => file.kind === kind);
  const fragments = inForce(own.filter(({ role }) => role === 'fragment'));
  const dropIns = groupedBy(
    own.filter(({ role }) => role === 'drop-in'),
    ({ owner }) => owner,
  );
  return fragments
    .filter(({ isMask }) => !isMask)
    .map((fragment) => ({
      name: fragment.name,
      kind,
      fragment,
      dropIns: inForce(dropIns.get(fragment.name) ?? []).filter(({ isMask }) => !isMask),
    }));
}

/** Of several files of a name the one in the folder that counts most; by name. */
function inForce(files: readonly NetworkFile[]): NetworkFile[] {
  const named = new Map<string, NetworkFile>();
  for (const file of [...files].sort((a, b) => rankOf(b) - rankOf(a))) named.set(file.name, file);
  return [...named.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function rankOf({ path }: NetworkFile): number {
  const root = networkRoot(path);
  return networkFolders(root).indexOf(networkPlace(path)?.folder || '.');
}

function devicesOf({ fragment, dropIns }: LoadedNetwork): readonly Device[] {
  const parts = [fragment, ...dropIns];
  const [kind] = parts.flatMap(({ judged }) => kindMade(judged.source.tree, judged.version)?.name ?? []);
  return ['NetDev.Name', 'Peer.Name', 'VXCAN.Peer'].flatMap((id): Device[] => {
    const found = parts
      .flatMap((file) => mentionsIn(file.judged).map((mention) => ({ file, mention })))
      .filter(({ mention: { section, key } }) => `${section}.${key}` === id)
      .at(-1);
    return found ? [{ name: found.mention.name, kind, ...found }] : [];
  });
}

/** The value that is in force of a key. */
export function lastOf(files: readonly NetworkFile[], wanted: string, key: string): string | undefined {
  const found = files
    .flatMap(({ judged }) => judged.sections)
    .filter(({ section }) => section.name === wanted)
    .flatMap(({ assignments }) => assignments)
    .filter(({ node, accepted, directive }) => directive && accepted && node.key === key);
  return found.at(-1)?.node.value.text || undefined;
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** The loaded file that a file is, or belongs to. */
export const loadedAt = (networks: Networks, path: string): LoadedNetwork | undefined => {
  const place = networkPlace(path);
  return (
    place &&
    networks
      .loaded(place.kind)
      .find(({ fragment, dropIns }) => fragment.path === path || dropIns.some((file) => file.path === path))
  );
};
