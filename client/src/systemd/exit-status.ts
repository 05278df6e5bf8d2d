import { exitStatuses, rowsOf } from '../../../server/src/index.ts';
import { t } from '../localize.ts';

/** What systemd could not do before it ran the program, and the directives that ask for it. */
interface Reason {
  readonly text: string;
  readonly directives: readonly string[];
}

const reason = (text: string, ...directives: string[]): Reason => ({ text, directives });

/** Exit statuses that come from systemd itself, see "Process Exit Codes" in systemd.exec(5). */
const reasons: Readonly<Record<string, Reason>> = {
  CHDIR: reason(t('the working directory does not exist or may not be entered'), 'WorkingDirectory', 'RootDirectory'),
  NICE: reason(t('the scheduling priority could not be set'), 'Nice'),
  FDS: reason(t('file descriptors could not be passed on'), 'StandardInput', 'StandardOutput', 'OpenFile'),
  EXEC: reason(
    t('the program could not be executed: it is missing, not executable, or its interpreter is'),
    'ExecStart',
  ),
  MEMORY: reason(t('there was not enough memory'), 'MemoryMax'),
  LIMITS: reason(t('a resource limit could not be set'), 'LimitNOFILE', 'LimitMEMLOCK', 'LimitCORE', 'LimitNPROC'),
  OOM_ADJUST: reason(t('the OOM score could not be set'), 'OOMScoreAdjust'),
  SIGNAL_MASK: reason(t('the signal mask could not be set'), 'IgnoreSIGPIPE'),
  STDIN: reason(t('standard input could not be set up'), 'StandardInput', 'TTYPath'),
  STDOUT: reason(t('standard output could not be set up'), 'StandardOutput', 'TTYPath'),
  CHROOT: reason(t('the root directory could not be changed'), 'RootDirectory', 'RootImage'),
  IOPRIO: reason(t('the IO priority could not be set'), 'IOSchedulingClass', 'IOSchedulingPriority'),
  TIMERSLACK: reason(t('the timer slack could not be set'), 'TimerSlackNSec'),
  SECUREBITS: reason(t('the secure bits could not be set'), 'SecureBits'),
  SETSCHEDULER: reason(t('CPU scheduling could not be set'), 'CPUSchedulingPolicy', 'CPUSchedulingPriority'),
  CPUAFFINITY: reason(t('the CPU affinity could not be set'), 'CPUAffinity'),
  GROUP: reason(t('the group is not known on this machine or may not be taken'), 'Group', 'SupplementaryGroups'),
  USER: reason(t('the user is not known on this machine or may not be taken'), 'User', 'Group'),
  CAPABILITIES: reason(t('the capabilities could not be set'), 'CapabilityBoundingSet', 'AmbientCapabilities'),
  CGROUP: reason(t('the control group could not be set up'), 'Slice', 'Delegate'),
  SETSID: reason(t('the process could not have a session of its own')),
  CONFIRM: reason(t('the start was not confirmed on the console')),
  STDERR: reason(t('standard error could not be set up'), 'StandardError', 'TTYPath'),
  PAM: reason(t('PAM refused the session'), 'PAMName'),
  NETWORK: reason(t('the network namespace could not be set up'), 'PrivateNetwork', 'NetworkNamespacePath'),
  NAMESPACE: reason(
    t('the mount namespace could not be set up: a path named there may be missing'),
    ...['BindPaths', 'BindReadOnlyPaths', 'ReadWritePaths', 'ReadOnlyPaths', 'InaccessiblePaths', 'RootDirectory'],
    ...['RootImage', 'TemporaryFileSystem', 'WorkingDirectory', 'ProtectSystem', 'PrivateTmp', 'PrivateMounts'],
  ),
  NO_NEW_PRIVILEGES: reason(t('new privileges could not be ruled out'), 'NoNewPrivileges'),
  SECCOMP: reason(t('the system call filter could not be set'), 'SystemCallFilter', 'SystemCallArchitectures'),
  SELINUX_CONTEXT: reason(t('the SELinux context could not be taken'), 'SELinuxContext'),
  PERSONALITY: reason(t('the personality could not be taken'), 'Personality'),
  APPARMOR: reason(t('the AppArmor profile could not be taken'), 'AppArmorProfile'),
  ADDRESS_FAMILIES: reason(t('the address families could not be restricted'), 'RestrictAddressFamilies'),
  RUNTIME_DIRECTORY: reason(t('the runtime directory could not be made'), 'RuntimeDirectory'),
  CHOWN: reason(t('the socket could not be given to its user'), 'SocketUser', 'SocketGroup'),
  SMACK_PROCESS_LABEL: reason(t('the SMACK label could not be set'), 'SmackProcessLabel'),
  KEYRING: reason(t('the kernel keyring could not be set up'), 'KeyringMode'),
  STATE_DIRECTORY: reason(t('the state directory could not be made'), 'StateDirectory'),
  CACHE_DIRECTORY: reason(t('the cache directory could not be made'), 'CacheDirectory'),
  LOGS_DIRECTORY: reason(t('the log directory could not be made'), 'LogsDirectory'),
  CONFIGURATION_DIRECTORY: reason(t('the configuration directory could not be made'), 'ConfigurationDirectory'),
  NUMA_POLICY: reason(t('the NUMA policy could not be set'), 'NUMAPolicy', 'NUMAMask'),
  CREDENTIALS: reason(
    t('the credentials could not be set up'),
    ...['LoadCredential', 'LoadCredentialEncrypted', 'SetCredential', 'ImportCredential'],
  ),
  BPF: reason(t('the BPF restrictions could not be set'), 'RestrictFileSystems', 'RestrictNetworkInterfaces'),
  EXCEPTION: reason(t('the program ended with an exception')),
  KSM: reason(t('merging of memory pages could not be set'), 'MemoryKSM'),
  MEMORY_THP: reason(t('transparent huge pages could not be set'), 'MemoryTHP'),
};

const names = new Map(
  rowsOf(exitStatuses).map(([name, number, from]) => [Number(number), { name: name!, from }] as const),
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
