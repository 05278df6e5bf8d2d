import { capabilities } from '../../schema/generated/names.ts';
import { rowsOf } from '../../schema/rows.ts';

/** A setting that takes something from a service; what is tried of it, and what it does when it stays. */
export interface Tightening {
  readonly key: string;
  /** The strictest first; each is one or more assignments for [Service]. */
  readonly forms: readonly (readonly string[])[];
  /** What the service loses by it: the comment above the line. */
  readonly about: string;
  /** Of a list: what may be needed of it, where nothing of it is too little. `write` makes the assignment. */
  readonly choice?: { readonly items: readonly string[]; write(items: readonly string[]): string } | undefined;
  /** Where all forms are too much: the lines with which system calls are allowed that it needs beside those of the last form. */
  readonly withCalls?: (words: readonly string[]) => readonly string[];
  /** First systemd version that has it. */
  readonly from?: number;
}

const yes = (key: string, about: string, from?: number): Tightening => ({
  key,
  forms: [[`${key}=yes`]],
  about,
  ...(from !== undefined && { from }),
});

const files: readonly Tightening[] = [
  {
    key: 'ProtectSystem',
    forms: [['ProtectSystem=strict'], ['ProtectSystem=full'], ['ProtectSystem=yes']],
    about: 'Files of the system are read-only.',
  },
  {
    key: 'ProtectHome',
    forms: [['ProtectHome=yes'], ['ProtectHome=read-only']],
    about: 'Homes of users are hidden, or read-only.',
  },
  yes('PrivateTmp', '/tmp and /var/tmp are its own.'),
  yes('PrivateDevices', 'Of devices only /dev/null and the like are there.'),
  { key: 'DevicePolicy', forms: [['DevicePolicy=closed']], about: 'No other devices can be opened.' },
  {
    key: 'ProtectProc',
    forms: [['ProtectProc=invisible']],
    about: 'Processes of other users are not in /proc.',
    from: 247,
  },
  { key: 'ProcSubset', forms: [['ProcSubset=pid']], about: 'Of /proc only processes are there.', from: 247 },
  { key: 'UMask', forms: [['UMask=0077'], ['UMask=0027']], about: 'New files are not for everybody.' },
];

const kernel: readonly Tightening[] = [
  yes('NoNewPrivileges', 'Programs such as sudo give no more rights.'),
  yes('ProtectKernelModules', 'Kernel modules cannot be loaded.'),
  yes('ProtectKernelTunables', '/proc/sys and /sys are read-only.'),
  yes('ProtectKernelLogs', "The kernel's log cannot be read.", 244),
  yes('ProtectControlGroups', 'Control groups are read-only.'),
  yes('ProtectClock', 'The clock cannot be set.', 245),
  yes('ProtectHostname', 'The host name cannot be changed.', 242),
  yes('RestrictSUIDSGID', 'Files cannot be made set-user-ID.', 242),
  yes('RestrictRealtime', 'Realtime scheduling is not to be had.'),
  yes('RestrictNamespaces', 'Namespaces cannot be made.'),
  yes('LockPersonality', 'The execution domain stays.'),
  yes('MemoryDenyWriteExecute', 'Memory is never writable and executable.'),
  yes('PrivateIPC', 'System V IPC is its own.', 248),
  yes('PrivateUsers', 'Users other than root and its own are nobody.'),
  { key: 'KeyringMode', forms: [['KeyringMode=private']], about: "The kernel's keyring is its own." },
  {
    key: 'SystemCallArchitectures',
    forms: [['SystemCallArchitectures=native']],
    about: 'Calls of other architectures are out.',
  },
];

/** Names of linux/capability.h as systemd writes them. */
const CAPABILITIES = rowsOf(capabilities).map(([name]) => name!.toUpperCase());

const lists: readonly Tightening[] = [
  {
    key: 'CapabilityBoundingSet',
    forms: [['CapabilityBoundingSet=']],
    about: 'Of the rights of root (capabilities) only these are left.',
    choice: { items: CAPABILITIES, write: (items) => `CapabilityBoundingSet=${items.join(' ')}` },
  },
  {
    key: 'RestrictAddressFamilies',
    forms: [['RestrictAddressFamilies=none']],
    about: 'Sockets of these families only.',
    choice: {
      items: ['AF_UNIX', 'AF_INET', 'AF_INET6', 'AF_NETLINK', 'AF_PACKET'],
      write: (items) => `RestrictAddressFamilies=${items.join(' ')}`,
    },
    from: 249,
  },
  {
    key: 'SystemCallFilter',
    forms: [
      ['SystemCallFilter=@system-service', 'SystemCallFilter=~@privileged @resources'],
      ['SystemCallFilter=@system-service'],
    ],
    about: 'System calls of usual services, and those named, only.',
    withCalls: (words) => ['SystemCallFilter=@system-service', `SystemCallFilter=${words.join(' ')}`],
  },
  {
    key: 'PrivateNetwork',
    forms: [['PrivateNetwork=yes']],
    about: 'There is no network but a loopback device of its own.',
  },
  {
    key: 'IPAddressDeny',
    forms: [['IPAddressDeny=any'], ['IPAddressDeny=any', 'IPAddressAllow=localhost']],
    about: 'IP addresses other than these are out of reach.',
  },
];

/** All that is tried, those that seldom break a service first. */
export const tightenings: readonly Tightening[] = [...files, ...kernel, ...lists];
