/**
 * What systemd changed in how it reads values: the first release that reads them the new way, and where that is known from.
 * `asked`: its neighbours among the releases that are asked answer differently, so the true release may lie between them.
 */
const changes = {
  'an instance is sampled as test_instance': [253, 'asked: 252 says i'],
  'specifiers of the user in system.conf': [253, 'asked: 252 refuses them'],
  'dots below the root vanish from mounts': [253, 'asked: 252 keeps /../x'],
  'base64url is Base64 too': [253, 'NEWS 253'],
  'vsock has kinds': [253, 'NEWS 253'],
  '/var/run/ is rewritten in sockets': [253, 'asked: 252 does not'],
  'numbers of predefined routing tables are taken': [254, 'asked: 252 gives them another name'],
  'user managers have a state directory': [254, 'NEWS 254'],
  'user managers refuse actions of the machine': [254, 'asked: 252 takes them for exit-force'],
  'alternative names of interfaces': [255, 'asked: 254 takes no long ones'],
  'port 0 in SocketBindAllow=': [255, 'asked: 254 refuses it'],
  'imported credentials are renamed': [255, 'asked: 254 takes no :NAME behind the glob'],
  'dots below the root vanish': [255, 'asked: 254 refuses /..'],
  'oneshot may be forced to restart': [256, 'NEWS 256'],
  'user managers refuse newer actions': [257, 'asked: 254 takes them'],
  'programs are not dot directories': [257, 'asked: 254 takes /bin/..'],
  'sockets keep off API file systems': [257, 'asked: 254 takes /proc/x'],
  'images keep off API file systems': [257, 'asked: 254 takes /proc/x'],
  'PIDFile= is checked': [257, 'asked: 254 takes /proc/x, and /var/run as it stands'],
  'directories have flags': [257, 'asked: 254 joins neighbouring colons'],
  'types of DUID by number': [257, 'asked: 254 refuses them'],
  'log levels by target': [257, 'NEWS 257'],
  'numbers of mptcp': [257, 'NEWS 257'],
  'a service with credentials is of Type=exec': [257, 'asked: 254 makes it simple'],
  'mixed kill mode suits PAM everywhere': [257, 'asked: 254 wants control-group in sockets'],
  'credential mounts are refused': [257, 'asked: 254 takes them'],
  'MaxConnections= counts without Accept=': [257, 'asked: 254 looks at it with Accept=yes'],
  'work in /proc is refused': [257, 'asked: 255 takes it'],
  'users have no dynamic users': [257, 'asked: 255 takes it'],
  'credentials race with Type=simple': [257, 'asked: 254 says nothing'],
  'every program is looked for': [257, 'asked: 254 looks for the first'],
  'commands are run by a shell with |': [258, 'NEWS 258'],
  '!! means nothing': [258, 'NEWS 258'],
  'binds are nested': [258, 'asked: 257 splits at blanks and colons at once'],
  'specifiers in BindToDevice=': [258, 'asked: 257 takes % as it stands'],
  'specifiers in NUMAMask=': [258, 'asked: 257 takes % as it stands'],
  'long names of nft sets': [258, 'asked: 257 takes 31 characters'],
  'any CID has a name': [258, 'asked: 257 takes none but the empty one'],
  'one bad address family costs the line': [258, 'asked: 257 skips it alone'],
  'scheduling by what the kernel has': [258, 'asked: 257 takes I/O class 8 and any policy'],
  'control groups v1 are gone': [258, 'NEWS 258'],
  'unknown image policies are skipped': [260, 'NEWS 260'],
  'file systems in image policies': [260, 'NEWS 260'],
  'PrivatePIDs= does not go with PAM': [262, 'asked: 257 does not refuse it'],
  'PrivateTmp= needs a mount namespace': [262, 'asked: 257 does without'],
  'strict names of sections': [262, 'asked: 257 ignores [] and patterns as unknown sections'],
  'no wildcards in programs': [262, 'asked: 257 takes them'],
  'weekdays contradict dates': [262, 'asked: 257 says nothing'],
  'a bad range costs all CPUs': [262, 'asked: 257 skips it alone'],
} as const satisfies Readonly<Record<string, readonly [since: number, source: string]>>;

export type Change = keyof typeof changes;

/** The first release that reads values so. */
export const releaseOf = (change: Change): number => changes[change][0];

/** Whether a release reads values so. */
export const since = (version: number, change: Change): boolean => version >= releaseOf(change);
