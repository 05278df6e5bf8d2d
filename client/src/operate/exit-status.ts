import { exitStatuses } from '../../../server/src/schema/generated/names.ts';

/** What systemd could not do before it ran the program, and the directives that ask for it. */
interface Reason {
  readonly text: string;
  readonly directives: readonly string[];
}

const reason = (text: string, ...directives: string[]): Reason => ({ text, directives });

/** Exit statuses that come from systemd itself, see "Process Exit Codes" in systemd.exec(5). */
const reasons: Readonly<Record<string, Reason>> = {
  CHDIR: reason('the working directory does not exist or may not be entered', 'WorkingDirectory', 'RootDirectory'),
  NICE: reason('the scheduling priority could not be set', 'Nice'),
  FDS: reason('file descriptors could not be passed on', 'StandardInput', 'StandardOutput', 'OpenFile'),
  EXEC: reason('the program could not be executed: it is missing, not executable, or its interpreter is', 'ExecStart'),
  MEMORY: reason('there was not enough memory', 'MemoryMax'),
  LIMITS: reason('a resource limit could not be set', 'LimitNOFILE', 'LimitMEMLOCK', 'LimitCORE', 'LimitNPROC'),
  OOM_ADJUST: reason('the OOM score could not be set', 'OOMScoreAdjust'),
  SIGNAL_MASK: reason('the signal mask could not be set', 'IgnoreSIGPIPE'),
  STDIN: reason('standard input could not be set up', 'StandardInput', 'TTYPath'),
  STDOUT: reason('standard output could not be set up', 'StandardOutput', 'TTYPath'),
  CHROOT: reason('the root directory could not be changed', 'RootDirectory', 'RootImage'),
  IOPRIO: reason('the IO priority could not be set', 'IOSchedulingClass', 'IOSchedulingPriority'),
  TIMERSLACK: reason('the timer slack could not be set', 'TimerSlackNSec'),
  SECUREBITS: reason('the secure bits could not be set', 'SecureBits'),
  SETSCHEDULER: reason('CPU scheduling could not be set', 'CPUSchedulingPolicy', 'CPUSchedulingPriority'),
  CPUAFFINITY: reason('the CPU affinity could not be set', 'CPUAffinity'),
  GROUP: reason('the group is not known on this machine or may not be taken', 'Group', 'SupplementaryGroups'),
  USER: reason('the user is not known on this machine or may not be taken', 'User', 'Group'),
  CAPABILITIES: reason('the capabilities could not be set', 'CapabilityBoundingSet', 'AmbientCapabilities'),
  CGROUP: reason('the control group could not be set up', 'Slice', 'Delegate'),
  SETSID: reason('the process could not have a session of its own'),
  CONFIRM: reason('the start was not confirmed on the console'),
  STDERR: reason('standard error could not be set up', 'StandardError', 'TTYPath'),
  PAM: reason('PAM refused the session', 'PAMName'),
  NETWORK: reason('the network namespace could not be set up', 'PrivateNetwork', 'NetworkNamespacePath'),
  NAMESPACE: reason(
    'the mount namespace could not be set up: a path named there may be missing',
    ...['BindPaths', 'BindReadOnlyPaths', 'ReadWritePaths', 'ReadOnlyPaths', 'InaccessiblePaths', 'RootDirectory'],
    ...['RootImage', 'TemporaryFileSystem', 'WorkingDirectory', 'ProtectSystem', 'PrivateTmp', 'PrivateMounts'],
  ),
  NO_NEW_PRIVILEGES: reason('new privileges could not be ruled out', 'NoNewPrivileges'),
  SECCOMP: reason('the system call filter could not be set', 'SystemCallFilter', 'SystemCallArchitectures'),
  SELINUX_CONTEXT: reason('the SELinux context could not be taken', 'SELinuxContext'),
  PERSONALITY: reason('the personality could not be taken', 'Personality'),
  APPARMOR: reason('the AppArmor profile could not be taken', 'AppArmorProfile'),
  ADDRESS_FAMILIES: reason('the address families could not be restricted', 'RestrictAddressFamilies'),
  RUNTIME_DIRECTORY: reason('the runtime directory could not be made', 'RuntimeDirectory'),
  CHOWN: reason('the socket could not be given to its user', 'SocketUser', 'SocketGroup'),
  SMACK_PROCESS_LABEL: reason('the SMACK label could not be set', 'SmackProcessLabel'),
  KEYRING: reason('the kernel keyring could not be set up', 'KeyringMode'),
  STATE_DIRECTORY: reason('the state directory could not be made', 'StateDirectory'),
  CACHE_DIRECTORY: reason('the cache directory could not be made', 'CacheDirectory'),
  LOGS_DIRECTORY: reason('the log directory could not be made', 'LogsDirectory'),
  CONFIGURATION_DIRECTORY: reason('the configuration directory could not be made', 'ConfigurationDirectory'),
  NUMA_POLICY: reason('the NUMA policy could not be set', 'NUMAPolicy', 'NUMAMask'),
  CREDENTIALS: reason(
    'the credentials could not be set up',
    ...['LoadCredential', 'LoadCredentialEncrypted', 'SetCredential', 'ImportCredential'],
  ),
  BPF: reason('the BPF restrictions could not be set', 'RestrictFileSystems', 'RestrictNetworkInterfaces'),
  EXCEPTION: reason('the program ended with an exception'),
  KSM: reason('merging of memory pages could not be set', 'MemoryKSM'),
  MEMORY_THP: reason('transparent huge pages could not be set', 'MemoryTHP'),
};

const names = new Map(
  exitStatuses
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([name, number, from]) => [Number(number), { name: name!, from }] as const),
);

export interface ExitStatus {
  /** `203/EXEC`, or the bare number for those of the program itself. */
  readonly label: string;
  readonly reason?: Reason | undefined;
}

/** Below 200 the number is the program's own affair, whatever others mean by it. */
export function exitStatus(status: number): ExitStatus {
  const known = names.get(status);
  if (known?.from !== 'systemd') return { label: String(status) };
  return { label: `${status}/${known.name}`, reason: reasons[known.name] };
}
