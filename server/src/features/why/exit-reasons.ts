/** What systemd could not do before it ran the program, and the directives that ask for it. */
export interface ExitReason {
  readonly text: string;
  readonly directives: readonly string[];
}

const reason = (text: string, ...directives: string[]): ExitReason => ({ text, directives });

/** Puts a text into the user's language. */
type Translate = (text: string) => string;

type Reasons = Readonly<Record<string, ExitReason>>;

/** Exit statuses that come from systemd itself by name, see "Process Exit Codes" in systemd.exec(5). */
export const exitReasons = (t: Translate): Reasons => ({ ...ofProcess(t), ...ofRights(t) });

const ofProcess = (t: Translate): Reasons => ({
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
});

const ofRights = (t: Translate): Reasons => ({
  CPUAFFINITY: reason(t('the CPU affinity could not be set'), 'CPUAffinity'),
  GROUP: reason(t('the group does not exist on this machine or cannot be used'), 'Group', 'SupplementaryGroups'),
  USER: reason(t('the user does not exist on this machine or cannot be used'), 'User', 'Group'),
  CAPABILITIES: reason(t('the capabilities could not be set'), 'CapabilityBoundingSet', 'AmbientCapabilities'),
  CGROUP: reason(t('the control group could not be set up'), 'Slice', 'Delegate'),
  SETSID: reason(t('a session could not be created for the process')),
  CONFIRM: reason(t('the start was not confirmed on the console')),
  STDERR: reason(t('standard error could not be set up'), 'StandardError', 'TTYPath'),
  PAM: reason(t('PAM refused the session'), 'PAMName'),
  NETWORK: reason(t('the network namespace could not be set up'), 'PrivateNetwork', 'NetworkNamespacePath'),
  NAMESPACE: reason(
    t('the mount namespace could not be set up: a path named there may be missing'),
    ...['BindPaths', 'BindReadOnlyPaths', 'ReadWritePaths', 'ReadOnlyPaths', 'InaccessiblePaths', 'RootDirectory'],
    ...['RootImage', 'TemporaryFileSystem', 'WorkingDirectory', 'ProtectSystem', 'PrivateTmp', 'PrivateMounts'],
  ),
  NO_NEW_PRIVILEGES: reason(t('new privileges could not be prohibited'), 'NoNewPrivileges'),
  SECCOMP: reason(t('the system call filter could not be set'), 'SystemCallFilter', 'SystemCallArchitectures'),
  SELINUX_CONTEXT: reason(t('the SELinux context could not be set'), 'SELinuxContext'),
  PERSONALITY: reason(t('the personality could not be set'), 'Personality'),
  APPARMOR: reason(t('the AppArmor profile could not be applied'), 'AppArmorProfile'),
  ADDRESS_FAMILIES: reason(t('the address families could not be restricted'), 'RestrictAddressFamilies'),
  RUNTIME_DIRECTORY: reason(t('the runtime directory could not be created'), 'RuntimeDirectory'),
  CHOWN: reason(t('the owner of the socket could not be set'), 'SocketUser', 'SocketGroup'),
  SMACK_PROCESS_LABEL: reason(t('the SMACK label could not be set'), 'SmackProcessLabel'),
  KEYRING: reason(t('the kernel keyring could not be set up'), 'KeyringMode'),
  STATE_DIRECTORY: reason(t('the state directory could not be created'), 'StateDirectory'),
  CACHE_DIRECTORY: reason(t('the cache directory could not be created'), 'CacheDirectory'),
  LOGS_DIRECTORY: reason(t('the log directory could not be created'), 'LogsDirectory'),
  CONFIGURATION_DIRECTORY: reason(t('the configuration directory could not be created'), 'ConfigurationDirectory'),
  NUMA_POLICY: reason(t('the NUMA policy could not be set'), 'NUMAPolicy', 'NUMAMask'),
  CREDENTIALS: reason(
    t('the credentials could not be set up'),
    ...['LoadCredential', 'LoadCredentialEncrypted', 'SetCredential', 'ImportCredential'],
  ),
  BPF: reason(t('the BPF restrictions could not be set'), 'RestrictFileSystems', 'RestrictNetworkInterfaces'),
  EXCEPTION: reason(t('the program ended with an exception')),
  KSM: reason(t('merging of memory pages could not be set'), 'MemoryKSM'),
  MEMORY_THP: reason(t('transparent huge pages could not be set'), 'MemoryTHP'),
});
