import { parseBoolean } from '../../values/boolean.ts';
import { inaccessible, type Reach, readOnly, within } from './reach.ts';
import type { Symptom, SymptomKind } from './symptoms.ts';

/** A directive that takes something from a service: which signs that gives, what it does, and what to write. */
export interface Restriction {
  readonly key: string;
  /** Signs it gives; of paths only where `reach` says so. */
  readonly gives: readonly SymptomKind[];
  /** The paths that a value takes away; missing where it is not about paths. */
  readonly reach?: Reach | undefined;
  /** Words in a message that speak for it rather than for others. */
  readonly words?: RegExp | undefined;
  /** What it does, behind `KEY=VALUE`: "makes … read-only". */
  readonly does: string;
  /** What to write so that the service may do this again, the narrowest first: lines that may be tried, or a sentence. */
  readonly write: (sign: Symptom, value: string) => readonly Remedy[];
}

export interface Remedy {
  /** Assignments for [Service] that do it: a value takes the place of the one before, a list grows. */
  readonly add: readonly string[];
  /** Without a line of the directive at all. */
  readonly without?: true;
  /** It gives a folder another owner, or removes it in the end: nobody tries that unasked. */
  readonly isUntried?: true;
}

const drop: Remedy = { add: [], without: true };
const set =
  (...add: string[]) =>
  (): Remedy[] => [{ add }];
const no = (key: string) => set(`${key}=no`);

/** Folders of which systemd makes and opens one for the service, by the directive that asks for it. */
const OWN: readonly (readonly [folder: string, key: string])[] = [
  ['/var/lib/', 'StateDirectory'],
  ['/var/cache/', 'CacheDirectory'],
  ['/var/log/', 'LogsDirectory'],
  ['/run/', 'RuntimeDirectory'],
];

/** Lets a service write at a path, at best in a folder of its own. */
function writable({ path, said = '' }: Symptom): Remedy[] {
  if (path === undefined) return [];
  const own = OWN.find(([folder]) => path.startsWith(folder));
  const rest = own ? path.slice(own[0].length) : '';
  const folder = rest.includes('/') ? rest.slice(0, rest.lastIndexOf('/')) : '';
  const parent = path.slice(0, path.lastIndexOf('/')) || '/';
  const isMade = /creat|touch|mkdir|open|rename|mktemp/i.test(said);
  // What is to be made is not there yet, and systemd minds a path that is not there.
  const wanted = isMade && parent !== '/' ? [parent, path] : [path];
  return [
    ...(own && /^[\w./-]+$/.test(folder) && !folder.includes('..')
      ? [{ add: [`${own[1]}=${folder}`], isUntried: true as const }]
      : []),
    ...wanted.map((each) => ({ add: [`ReadWritePaths=${each}`] })),
  ].filter(({ add }) => !/[\s"'%\\]/.test(add[0]!));
}

const paths: readonly Restriction[] = [
  {
    key: 'ReadOnlyPaths',
    gives: ['EROFS'],
    reach: within,
    does: 'makes these paths read-only for the service',
    write: writable,
  },
  {
    key: 'ProtectSystem',
    gives: ['EROFS'],
    reach: readOnly.ProtectSystem,
    does: 'makes the system read-only for the service',
    write: writable,
  },
  {
    key: 'ProtectHome',
    gives: ['EROFS', 'ENOENT', 'EACCES'],
    reach: inaccessible.ProtectHome,
    does: 'hides home folders from the service, or makes them read-only',
    write: ({ kind }, value) =>
      kind === 'EROFS' && value === 'read-only'
        ? [{ add: ['ProtectHome=no'] }]
        : [{ add: ['ProtectHome=read-only'] }, { add: ['ProtectHome=no'] }],
  },
  {
    key: 'InaccessiblePaths',
    gives: ['EACCES', 'ENOENT', 'EROFS', 'EPERM'],
    reach: within,
    does: 'hides these paths from the service',
    write: () => [drop],
  },
  {
    key: 'TemporaryFileSystem',
    gives: ['ENOENT', 'EROFS'],
    reach: within,
    does: 'puts an empty file system over these paths',
    write: ({ path, kind }) =>
      path === undefined || kind === 'EROFS' ? [drop] : [{ add: [`BindReadOnlyPaths=${path}`] }, drop],
  },
  {
    key: 'BindReadOnlyPaths',
    gives: ['EROFS'],
    reach: within,
    does: 'mounts these paths read-only',
    write: () => [drop],
  },
  {
    key: 'PrivateTmp',
    gives: ['ENOENT'],
    reach: (_, path) => (/^\/(?:var\/)?tmp(?:\/|$)/.test(path) ? 4 : undefined),
    does: 'gives the service a /tmp and a /var/tmp of its own, without the files of others',
    write: no('PrivateTmp'),
  },
  {
    key: 'PrivateDevices',
    gives: ['ENOENT', 'EPERM', 'EACCES', 'EROFS'],
    reach: (_, path) => (path.startsWith('/dev/') ? 4 : undefined),
    does: 'leaves the service pseudo-devices such as /dev/null only',
    write: no('PrivateDevices'),
  },
  {
    key: 'DevicePolicy',
    gives: ['EPERM'],
    reach: (_, path) => (path.startsWith('/dev/') ? 4 : undefined),
    does: 'allows devices of DeviceAllow= only',
    write: ({ path }) => (path === undefined ? [drop] : [{ add: [`DeviceAllow=${path} rw`] }, drop]),
  },
  {
    key: 'DeviceAllow',
    gives: ['EPERM'],
    reach: (_, path) => (path.startsWith('/dev/') ? 3 : undefined),
    does: 'allows no devices but these',
    write: ({ path }) => (path === undefined ? [drop] : [{ add: [`DeviceAllow=${path} rw`] }, drop]),
  },
  {
    key: 'ProtectProc',
    gives: ['ENOENT'],
    reach: (_, path) => (/^\/proc\/\d/.test(path) ? 5 : undefined),
    does: 'hides processes of other users in /proc',
    write: set('ProtectProc=default'),
  },
  {
    key: 'ProcSubset',
    gives: ['ENOENT'],
    reach: (_, path) => (/^\/proc\/(?!\d|self)/.test(path) ? 5 : undefined),
    does: 'leaves of /proc the folders of processes only',
    write: set('ProcSubset=all'),
  },
  {
    key: 'ProtectKernelTunables',
    gives: ['EROFS', 'EACCES'],
    reach: (_, path) => (/^\/(?:proc\/sys|sys|proc\/)/.test(path) ? 5 : undefined),
    does: 'makes /proc/sys and /sys read-only for the service',
    write: no('ProtectKernelTunables'),
  },
  {
    key: 'ProtectControlGroups',
    gives: ['EROFS', 'EACCES'],
    reach: (_, path) => (path.startsWith('/sys/fs/cgroup') ? 14 : undefined),
    does: 'makes /sys/fs/cgroup read-only for the service',
    write: no('ProtectControlGroups'),
  },
  {
    key: 'ProtectKernelLogs',
    gives: ['EACCES', 'EPERM', 'ENOENT', 'EROFS'],
    reach: (_, path) => (/^\/(?:dev|proc)\/kmsg$/.test(path) ? 9 : undefined),
    words: /kmsg|kernel (?:log|buffer)|dmesg|syslog/i,
    does: "keeps the kernel's log from the service",
    write: no('ProtectKernelLogs'),
  },
  {
    key: 'NoExecPaths',
    gives: ['EACCES'],
    reach: within,
    does: 'forbids to run programs below these paths',
    write: ({ path }) => (path === undefined ? [drop] : [{ add: [`ExecPaths=${path}`] }, drop]),
  },
  {
    key: 'RootDirectory',
    gives: ['ENOENT'],
    does: 'makes this folder the root of the service, so nothing outside of it is there',
    write: ({ path }) => (path === undefined ? [drop] : [{ add: [`BindReadOnlyPaths=${path}`] }, drop]),
  },
  {
    key: 'DynamicUser',
    gives: ['EROFS', 'EACCES', 'EPERM', 'ENOENT'],
    does: 'runs the service as a user of its own and implies ProtectSystem=strict, ProtectHome=read-only and PrivateTmp=yes',
    write: (sign) => (sign.kind === 'EROFS' ? [...writable(sign), drop] : [drop]),
  },
];

const network: readonly Restriction[] = [
  {
    key: 'PrivateNetwork',
    gives: ['ENETUNREACH', 'EADDRNOTAVAIL', 'ECONNREFUSED'],
    does: 'leaves the service a loopback device of its own and no other network',
    write: no('PrivateNetwork'),
  },
  {
    key: 'RestrictAddressFamilies',
    gives: ['EAFNOSUPPORT', 'ENETUNREACH', 'EPERM'],
    words: /socket|address|resol/i,
    does: 'allows sockets of these address families only',
    write: (_, value) =>
      value.startsWith('~')
        ? [drop]
        : [
            { add: ['RestrictAddressFamilies=AF_INET AF_INET6'] },
            { add: ['RestrictAddressFamilies=AF_UNIX'] },
            { add: ['RestrictAddressFamilies=AF_NETLINK'] },
            drop,
          ],
  },
  {
    key: 'IPAddressDeny',
    gives: ['EPERM', 'ENETUNREACH'],
    words: /connect|send|socket|ping|resol|bind/i,
    does: 'drops all packets from and to these addresses',
    write: () => [{ add: ['IPAddressAllow=localhost'] }, drop],
  },
  {
    key: 'SocketBindDeny',
    gives: ['EPERM'],
    words: /bind|listen/i,
    does: 'forbids to bind sockets to these ports',
    write: () => [drop],
  },
  {
    key: 'RestrictNetworkInterfaces',
    gives: ['EPERM', 'ENETUNREACH'],
    words: /connect|send|socket|ping|resol/i,
    does: 'allows packets on these network interfaces only',
    write: () => [drop],
  },
];

const limits: readonly Restriction[] = (
  [
    ['LimitNOFILE', 'EMFILE', 'limits how many files the service may have open'],
    ['LimitNPROC', 'EAGAIN', "limits how many processes the service's user may have"],
    ['TasksMax', 'EAGAIN', 'limits how many processes and threads the service may have'],
    ['LimitAS', 'ENOMEM', 'limits the memory of each process'],
    ['LimitDATA', 'ENOMEM', 'limits the memory of each process'],
    ['LimitMEMLOCK', 'ENOMEM', 'limits the memory that the service may lock'],
    ['MemoryMax', 'ENOMEM', 'limits the memory of the service'],
    ['LimitFSIZE', 'EFBIG', 'limits the size of files that the service writes'],
  ] as const
).map(([key, sign, does]) => ({ key, gives: [sign], does, write: () => [drop] }));

const yes = (value: string): boolean => parseBoolean(value) === true;

const privileges: readonly Restriction[] = [
  {
    key: 'SystemCallFilter',
    gives: ['SIGSYS', 'EPERM'],
    does: 'allows some system calls only, or forbids some',
    write: () => [drop],
  },
  {
    key: 'SystemCallArchitectures',
    gives: ['SIGSYS'],
    does: 'forbids system calls of other architectures than these',
    write: () => [drop],
  },
  {
    key: 'RestrictNamespaces',
    gives: ['EPERM'],
    words: /unshare|clone|namespace|setns/i,
    does: 'forbids the service to make or enter namespaces',
    write: no('RestrictNamespaces'),
  },
  {
    key: 'NoNewPrivileges',
    gives: ['EPERM', 'EACCES'],
    words: /sudo|setuid|set-?uid|no new privileges|effective uid|\bsu\b/i,
    does: 'keeps set-user-ID programs such as sudo from giving more rights',
    write: no('NoNewPrivileges'),
  },
  {
    key: 'MemoryDenyWriteExecute',
    gives: ['EPERM', 'EACCES', 'ENOMEM'],
    words: /mmap|mprotect|executable memory|\bjit\b|ffi|exec.{0,40}memory|shmat/i,
    does: 'forbids memory that is writable and executable, which programs that generate code need',
    write: no('MemoryDenyWriteExecute'),
  },
  {
    key: 'RestrictSUIDSGID',
    gives: ['EPERM'],
    words: /chmod|suid|sgid|mode/i,
    does: 'forbids to set the set-user-ID and set-group-ID bits of files',
    write: no('RestrictSUIDSGID'),
  },
  {
    key: 'RestrictRealtime',
    gives: ['EPERM'],
    words: /chrt|sched|real-?time|priority|policy/i,
    does: 'forbids realtime scheduling',
    write: no('RestrictRealtime'),
  },
  {
    key: 'LockPersonality',
    gives: ['EPERM'],
    words: /personality|setarch|architecture/i,
    does: 'forbids to change the execution domain (personality(2))',
    write: no('LockPersonality'),
  },
  {
    key: 'ProtectClock',
    gives: ['EPERM'],
    words: /clock|settime|date|rtc|adjtime/i,
    does: 'forbids to set the clock',
    write: no('ProtectClock'),
  },
  {
    key: 'ProtectHostname',
    gives: ['EPERM'],
    words: /hostname|domainname/i,
    does: 'forbids to change the host name',
    write: no('ProtectHostname'),
  },
  {
    key: 'ProtectKernelModules',
    gives: ['EPERM', 'EACCES', 'ENOENT'],
    words: /module|modprobe|insmod/i,
    does: 'forbids to load kernel modules',
    write: no('ProtectKernelModules'),
  },
  {
    key: 'PrivateUsers',
    gives: ['EPERM', 'EACCES'],
    words: /chown|setuid|setgid|user|group|owner/i,
    does: 'puts the service in a user namespace, where it has no rights over what belongs to others',
    write: no('PrivateUsers'),
  },
  {
    key: 'CapabilityBoundingSet',
    gives: ['EPERM', 'EACCES'],
    words: /chown|bind|mount|raw|setuid|setgid|kill|nice|chroot|mknod|port|ping|capab/i,
    does: 'takes capabilities(7) from the service, also from one that runs as root',
    write: ({ said = '' }) => [
      ...capabilitiesFor(said).map((name) => ({ add: [`CapabilityBoundingSet=${name}`] })),
      drop,
    ],
  },
  {
    key: 'User',
    gives: ['EACCES', 'EPERM'],
    does: 'runs the service as this user, who may do less than root',
    write: ({ said = '' }) => [
      ...capabilitiesFor(said).map((name) => ({ add: [`AmbientCapabilities=${name}`] })),
      drop,
    ],
  },
];

/** What a call that is not permitted mostly needs; capabilities(7). */
const CAPABILITIES: readonly (readonly [RegExp, string])[] = [
  [/chown|owner/i, 'CAP_CHOWN'],
  [/bind|listen|port/i, 'CAP_NET_BIND_SERVICE'],
  [/ping|raw/i, 'CAP_NET_RAW'],
  [/mount/i, 'CAP_SYS_ADMIN'],
  [/setuid/i, 'CAP_SETUID'],
  [/setgid|setgroups/i, 'CAP_SETGID'],
  [/chroot/i, 'CAP_SYS_CHROOT'],
  [/mknod/i, 'CAP_MKNOD'],
  [/kill/i, 'CAP_KILL'],
  [/nice|sched|priority/i, 'CAP_SYS_NICE'],
  [/clock|settime|date/i, 'CAP_SYS_TIME'],
  [/permission denied/i, 'CAP_DAC_OVERRIDE'],
];

const capabilitiesFor = (said: string): string[] =>
  CAPABILITIES.flatMap(([words, name]) => (words.test(said) ? [name] : []));

export const restrictions: readonly Restriction[] = [...paths, ...network, ...limits, ...privileges];

/** Values that take nothing. */
export const isInEffect = (key: string, value: string): boolean => {
  if (value === '') return key === 'CapabilityBoundingSet' || key === 'SystemCallFilter';
  if (key === 'User') return value !== 'root' && value !== '0';
  if (/^(?:Private|Protect|NoNew|Restrict(?:SUID|Real|Name)|Lock|MemoryDeny|Dynamic)/.test(key) && !yes(value))
    return parseBoolean(value) === undefined && !/^(?:default|all)$/.test(value);
  return !/^(?:infinity|default|all|auto)$/.test(value);
};
