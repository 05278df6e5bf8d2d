/** Options of mounts that exclude each other or stand once; `processOptionsInternal()`, pkg/util/mount_opts.go. */
export const GROUPS: readonly (readonly string[])[] = [
  ['ro', 'rw', 'readonly'],
  ['exec', 'noexec'],
  ['dev', 'nodev'],
  ['suid', 'nosuid'],
  ['z', 'Z', 'O'],
  ['copy', 'nocopy'],
  ['bind', 'rbind'],
  ['U'],
  ['idmap'],
  ['tmpcopyup', 'notmpcopyup'],
  ['tmpfs-size'],
  ['size'],
  ['private', 'rprivate', 'shared', 'rshared', 'slave', 'rslave', 'unbindable', 'runbindable'],
];

export const PROPAGATION: readonly string[] = GROUPS.at(-1)!;

const RIGHTS = [
  'ro',
  'rw',
  'exec',
  'noexec',
  'dev',
  'nodev',
  'suid',
  'nosuid',
  'U',
  ...PROPAGATION,
  'idmap',
  'no-dereference',
];

/** Words behind the second colon of `--volume`. */
export const OF_VOLUMES: readonly string[] = [
  ...RIGHTS,
  'z',
  'Z',
  'O',
  'copy',
  'nocopy',
  'bind',
  'rbind',
  'cached',
  'delegated',
];

/** Words behind the colon of `--tmpfs`. */
export const OF_TMPFS: readonly string[] = [
  ...RIGHTS,
  ...['O', 'copy', 'nocopy', 'size', 'mode', 'tmpcopyup', 'notmpcopyup', 'noswap', 'subpath'],
];

const PLACES = ['source', 'src', 'destination', 'dst', 'target'];
const MOUNTED = [...PLACES, ...RIGHTS, 'readonly', 'chown', 'consistency'];
const LABELLED = [...MOUNTED, 'z', 'Z', 'relabel'];

/** Fields of `--mount` by type; cmd/podman/parse and pkg/specgenutil/volumes.go. */
export const OF_MOUNTS: Readonly<Record<string, readonly string[]>> = {
  bind: [...LABELLED, 'bind-propagation', 'bind-nonrecursive'],
  glob: LABELLED,
  volume: [...LABELLED, 'volume-opt', 'subpath', 'volume-subpath'],
  tmpfs: [...MOUNTED, 'tmpfs-size', 'tmpfs-mode', 'tmpcopyup', 'notmpcopyup', 'noswap'],
  ramfs: LABELLED,
  devpts: [...PLACES, 'uid', 'gid', 'mode', 'max', 'ptmxmode'],
  image: [...PLACES, 'rw', 'readwrite', 'consistency', 'subpath'],
  artifact: [...PLACES, 'title', 'digest', 'name'],
};
