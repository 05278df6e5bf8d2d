import { systemCalls } from '../../schema/generated/system-calls.ts';
import { rowsOf } from '../../schema/rows.ts';

/** A named group of system calls, `systemd-analyze syscall-filter`. */
export interface SyscallGroup {
  readonly name: string;
  /** A few words on what its calls do. */
  readonly about: string;
  /** First systemd version that has it, where not all do. */
  readonly from?: number;
}

export const syscallGroups: readonly SyscallGroup[] = [
  { name: '@aio', about: 'asynchronous input and output' },
  { name: '@basic-io', about: 'reading, writing, seeking, closing and duplicating what is open' },
  { name: '@chown', about: 'changing owners of files' },
  { name: '@clock', about: 'setting the clock' },
  { name: '@cpu-emulation', about: 'emulation of other processors' },
  { name: '@debug', about: 'debugging, tracing and performance monitoring' },
  {
    name: '@default',
    about: 'what every program needs to run at all: memory, time, its own IDs, ending; part of every allow list',
  },
  { name: '@file-system', about: 'opening, creating, changing and listing files and directories' },
  { name: '@io-event', about: 'waiting for events on what is open: poll, select, epoll' },
  { name: '@ipc', about: 'pipes, message queues, semaphores and shared memory' },
  { name: '@keyring', about: 'the keyring of the kernel' },
  { name: '@known', about: 'every system call systemd knows' },
  { name: '@memlock', about: 'locking memory' },
  { name: '@module', about: 'loading and removing kernel modules' },
  { name: '@mount', about: 'mounting, unmounting and changing the root directory' },
  { name: '@network-io', about: 'sockets, those of UNIX included' },
  { name: '@obsolete', about: 'old, unusual or never implemented calls' },
  { name: '@pkey', about: 'memory protection keys' },
  { name: '@privileged', about: 'all that needs capabilities' },
  { name: '@process', about: 'creating and controlling processes and namespaces' },
  { name: '@raw-io', about: 'ports and PCI without a driver' },
  { name: '@reboot', about: 'rebooting and kexec' },
  { name: '@resources', about: 'limits, scheduling and memory policy' },
  { name: '@sandbox', about: 'sandboxing itself: seccomp and Landlock', from: 253 },
  { name: '@setuid', about: 'changing user and group' },
  { name: '@signal', about: 'sending and handling signals' },
  { name: '@swap', about: 'turning swap on and off' },
  { name: '@sync', about: 'writing files and memory to storage' },
  { name: '@system-service', about: 'a sensible start for most services: all but calls few services need' },
  { name: '@timer', about: 'timers and alarms' },
];

interface Membership {
  readonly group: string;
  readonly member: string;
  readonly from: number;
  readonly to: number;
}

let table: readonly Membership[] | undefined;

function memberships(): readonly Membership[] {
  table ??= rowsOf(systemCalls)
    .filter(([group]) => group?.startsWith('@') && group !== '@known')
    .map(([group = '', member = '', from, to]) => ({
      group,
      member,
      from: Number(from || 0),
      to: Number(to || Number.POSITIVE_INFINITY),
    }));
  return table;
}

const membershipsOf = (version: number): Membership[] =>
  memberships().filter(({ from, to }) => from <= version && version <= to);

/** The group of a name, if this version has it. */
export const findSyscallGroup = (name: string, version: number): SyscallGroup | undefined =>
  syscallGroups.find((group) => group.name === name && (group.from ?? 0) <= version);

/** What a group holds, groups and calls; nothing for @known, which holds them all. */
export const membersOf = (group: string, version: number): string[] =>
  membershipsOf(version)
    .filter((membership) => membership.group === group)
    .map(({ member }) => member);

/** The groups that hold a system call themselves. */
export const groupsWith = (syscall: string, version: number): string[] =>
  membershipsOf(version)
    .filter(({ member }) => member === syscall)
    .map(({ group }) => group);
