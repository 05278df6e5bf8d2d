import { exitStatuses as table } from '../../schema/generated/names.ts';
import { rowsOf } from '../../schema/rows.ts';
import { parseInteger } from '../numbers/integer.ts';

export interface ExitStatus {
  readonly number: number;
  readonly name: string;
  readonly what: string;
  /** First version that knows the name. */
  readonly from?: number;
}

/** What each says; systemd.exec(5), "Process Exit Codes". */
const meanings: Readonly<Record<string, string>> = {
  SUCCESS: 'success',
  FAILURE: 'failure of any kind',
  INVALIDARGUMENT: 'invalid or too many arguments',
  NOTIMPLEMENTED: 'feature not there',
  NOPERMISSION: 'not permitted',
  NOTINSTALLED: 'program not installed',
  NOTCONFIGURED: 'program not configured',
  NOTRUNNING: 'program not running',
  USAGE: 'wrong usage',
  DATAERR: 'bad input data',
  NOINPUT: 'no input',
  NOUSER: 'no such user',
  NOHOST: 'no such host',
  UNAVAILABLE: 'service not available',
  SOFTWARE: 'internal fault',
  OSERR: 'fault of the operating system',
  OSFILE: 'a system file is missing',
  CANTCREAT: 'output cannot be created',
  IOERR: 'reading or writing failed',
  TEMPFAIL: 'temporary failure',
  PROTOCOL: 'protocol fault',
  NOPERM: 'not permitted',
  CONFIG: 'bad configuration',
  CHDIR: 'WorkingDirectory= could not be entered',
  NICE: 'Nice= could not be set',
  FDS: 'file descriptors could not be set up',
  EXEC: 'the program could not be executed',
  MEMORY: 'out of memory',
  LIMITS: 'Limit…= could not be set',
  OOM_ADJUST: 'OOMScoreAdjust= could not be set',
  SIGNAL_MASK: 'signals could not be set up',
  STDIN: 'standard input could not be set up',
  STDOUT: 'standard output could not be set up',
  CHROOT: 'RootDirectory= could not be entered',
  IOPRIO: 'I/O scheduling could not be set',
  TIMERSLACK: 'TimerSlackNSec= could not be set',
  SECUREBITS: 'SecureBits= could not be set',
  SETSCHEDULER: 'CPU scheduling could not be set',
  CPUAFFINITY: 'CPUAffinity= could not be set',
  GROUP: 'the group could not be found or taken',
  USER: 'the user could not be found or taken',
  CAPABILITIES: 'capabilities could not be set',
  CGROUP: 'the control group could not be set up',
  SETSID: 'no new session',
  CONFIRM: 'not confirmed at start',
  STDERR: 'standard error could not be set up',
  PAM: 'the PAM session could not be opened',
  NETWORK: 'the network namespace could not be set up',
  NAMESPACE: 'mount, UTS or IPC namespaces could not be set up',
  NO_NEW_PRIVILEGES: 'privileges could not be given up',
  SECCOMP: 'system call filters could not be set',
  SELINUX_CONTEXT: 'the SELinux context could not be set',
  PERSONALITY: 'Personality= could not be set',
  APPARMOR: 'the AppArmor profile could not be set',
  ADDRESS_FAMILIES: 'RestrictAddressFamilies= could not be set',
  RUNTIME_DIRECTORY: 'RuntimeDirectory= could not be set up',
  CHOWN: 'ownership of a socket could not be changed',
  SMACK_PROCESS_LABEL: 'the Smack label could not be set',
  KEYRING: 'the keyring could not be set up',
  STATE_DIRECTORY: 'StateDirectory= could not be set up',
  CACHE_DIRECTORY: 'CacheDirectory= could not be set up',
  LOGS_DIRECTORY: 'LogsDirectory= could not be set up',
  CONFIGURATION_DIRECTORY: 'ConfigurationDirectory= could not be set up',
  NUMA_POLICY: 'NUMAPolicy= could not be set',
  CREDENTIALS: 'credentials could not be set up',
  BPF: 'BPF restrictions could not be set',
  KSM: 'MemoryKSM= could not be set',
  MEMORY_THP: 'MemoryTHP= could not be set',
  EXCEPTION: 'an exception',
};

/** Every status that has a name. */
export const exitStatuses: readonly ExitStatus[] = rowsOf(table).map(([name = '', number, , from]) => ({
  number: Number(number),
  name,
  what: meanings[name] ?? '',
  from: from ? Number(from) : undefined,
}));

const byName = new Map(exitStatuses.map((status) => [status.name, status]));
const byNumber = new Map(exitStatuses.map((status) => [status.number, status]));

/** The exit status of a number or a name, as `exit_status_from_string()` of src/shared/exit-status.c reads it. */
export function parseExitStatus(text: string, version: number): number | undefined {
  const number = parseInteger(text, { from: 0n, to: 255n, unsigned: true });
  if (typeof number === 'bigint') return Number(number);
  const known = byName.get(text);
  return known && (known.from ?? 0) <= version ? known.number : undefined;
}

/** What is known of a status. */
export const exitStatusOf = (number: number): ExitStatus | undefined => byNumber.get(number);
