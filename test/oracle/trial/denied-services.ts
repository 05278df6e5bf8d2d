/** A service that is denied something for real, and what a trial tells of it. */
export interface DeniedService {
  readonly name: string;
  /** Lines of [Service] that deny something, and others that deny other things. */
  readonly lines: readonly string[];
  /** What the shell runs, or a command line of its own. */
  readonly does?: string;
  readonly exec?: string;
  /** What the trial shows without more trials: the sign, and the line that is suspected first. Undefined where there is none. */
  readonly sign?: string;
  readonly suspect?: string;
  /** What more trials prove: the lines without each of which it works, or without all of which; none where it lies elsewhere. */
  readonly proven: readonly string[];
  readonly cause?: 'alone' | 'together' | 'elsewhere';
  /** The setting with which it works, as it was tried; undefined where there is none but to take the line out. */
  readonly remedy?: string;
}

/** A folder that the services find, with what `files` says. */
export const FOLDER = '/run/trial-units';

/** Where somebody listens. Other tests may run beside this one, in the same network. */
export const PORT = 20_000 + (process.pid % 10_000);

export const files: readonly { readonly path: string; readonly text: string; readonly mode: string }[] = [
  { path: `${FOLDER}/secret`, text: 'secret\n', mode: '600' },
  { path: `${FOLDER}/file`, text: 'text\n', mode: '644' },
  { path: `${FOLDER}/script`, text: '#!/bin/sh\nexit 0\n', mode: '755' },
  { path: '/home/trial/file', text: 'text\n', mode: '644' },
  { path: '/tmp/trial-file', text: 'text\n', mode: '644' },
];

const node = (script: string): string => `${process.execPath} -e "${script}"`;

export const deniedServices: readonly DeniedService[] = [
  {
    name: 'system',
    lines: ['ProtectSystem=strict', 'ProtectHome=yes', 'PrivateTmp=yes'],
    does: 'touch /var/lib/trial-units',
    sign: 'EROFS',
    suspect: 'ProtectSystem=strict',
    proven: ['ProtectSystem=strict'],
    remedy: 'ReadWritePaths=/var/lib',
  },
  {
    name: 'state',
    lines: ['ProtectSystem=strict', 'NoNewPrivileges=yes'],
    does: 'mkdir -p /var/lib/trial-state && touch /var/lib/trial-state/data',
    sign: 'EROFS',
    suspect: 'ProtectSystem=strict',
    proven: ['ProtectSystem=strict'],
    remedy: 'ReadWritePaths=/var/lib',
  },
  {
    name: 'read-only',
    lines: ['ProtectSystem=yes', `ReadOnlyPaths=${FOLDER}`],
    does: `echo more >>${FOLDER}/file`,
    sign: 'EROFS',
    suspect: `ReadOnlyPaths=${FOLDER}`,
    proven: [`ReadOnlyPaths=${FOLDER}`],
    remedy: `ReadWritePaths=${FOLDER}/file`,
  },
  {
    name: 'home',
    lines: ['ProtectHome=yes', 'ProtectSystem=strict'],
    does: 'cat /home/trial/file',
    sign: 'ENOENT',
    suspect: 'ProtectHome=yes',
    proven: ['ProtectHome=yes'],
    remedy: 'ProtectHome=read-only',
  },
  {
    name: 'network',
    lines: ['PrivateNetwork=yes', 'PrivateTmp=yes'],
    exec: node(`require('net').connect(${PORT}, '127.0.0.1').on('connect', () => process.exit(0))`),
    sign: 'ECONNREFUSED',
    suspect: 'PrivateNetwork=yes',
    proven: ['PrivateNetwork=yes'],
    remedy: 'PrivateNetwork=no',
  },
  {
    name: 'address-families',
    lines: ['RestrictAddressFamilies=AF_UNIX', 'ProtectHome=yes'],
    exec: node("require('net').createServer().listen(0, '127.0.0.1', () => process.exit(0))"),
    sign: 'EAFNOSUPPORT',
    suspect: 'RestrictAddressFamilies=AF_UNIX',
    proven: ['RestrictAddressFamilies=AF_UNIX'],
    remedy: 'RestrictAddressFamilies=AF_INET AF_INET6',
  },
  {
    name: 'system-calls',
    lines: ['SystemCallFilter=@system-service', 'ProtectHome=yes'],
    exec: '/usr/sbin/chroot / /bin/true',
    sign: 'SIGSYS',
    suspect: 'SystemCallFilter=@system-service',
    proven: ['SystemCallFilter=@system-service'],
    remedy: 'SystemCallFilter=chroot',
  },
  {
    name: 'system-calls-gently',
    lines: ['SystemCallFilter=~@chown', 'SystemCallErrorNumber=EPERM'],
    does: `chown nobody ${FOLDER}/file`,
    sign: 'EPERM',
    suspect: 'SystemCallFilter=~@chown',
    proven: ['SystemCallFilter=~@chown'],
    remedy: 'SystemCallFilter=fchownat',
  },
  {
    name: 'capabilities',
    lines: ['CapabilityBoundingSet=CAP_SYS_TIME', 'ProtectSystem=yes'],
    does: `chown nobody ${FOLDER}/file`,
    sign: 'EPERM',
    suspect: 'CapabilityBoundingSet=CAP_SYS_TIME',
    proven: ['CapabilityBoundingSet=CAP_SYS_TIME'],
    remedy: 'CapabilityBoundingSet=CAP_CHOWN',
  },
  {
    name: 'new-privileges',
    lines: ['NoNewPrivileges=yes', 'User=nobody'],
    does: `${FOLDER}/cat ${FOLDER}/secret`,
    sign: 'EACCES',
    suspect: 'NoNewPrivileges=yes',
    proven: ['NoNewPrivileges=yes', 'User=nobody'],
    remedy: 'NoNewPrivileges=no',
  },
  {
    name: 'memory',
    lines: ['MemoryDenyWriteExecute=yes', 'ProtectHome=yes', 'PrivateTmp=yes'],
    exec: node('0'),
    proven: ['MemoryDenyWriteExecute=yes'],
    remedy: 'MemoryDenyWriteExecute=no',
  },
  {
    name: 'devices',
    lines: ['PrivateDevices=yes', 'PrivateTmp=yes'],
    does: 'cat /dev/trial-units',
    sign: 'ENOENT',
    suspect: 'PrivateDevices=yes',
    proven: ['PrivateDevices=yes'],
    remedy: 'PrivateDevices=no',
  },
  {
    name: 'tmp',
    lines: ['PrivateTmp=yes', 'ProtectHome=yes'],
    does: 'cat /tmp/trial-file',
    sign: 'ENOENT',
    suspect: 'PrivateTmp=yes',
    proven: ['PrivateTmp=yes'],
    remedy: 'PrivateTmp=no',
  },
  {
    name: 'user',
    lines: ['User=nobody', 'PrivateTmp=yes'],
    does: `cat ${FOLDER}/secret`,
    sign: 'EACCES',
    suspect: 'User=nobody',
    proven: ['User=nobody'],
    remedy: 'AmbientCapabilities=CAP_DAC_OVERRIDE',
  },
  {
    name: 'open-files',
    lines: ['LimitNOFILE=40', 'ProtectHome=yes'],
    exec: node("for (let i = 0; i < 100; i++) require('fs').openSync('/dev/null')"),
    sign: 'EMFILE',
    suspect: 'LimitNOFILE=40',
    proven: ['LimitNOFILE=40'],
  },
  {
    name: 'file-size',
    lines: ['LimitFSIZE=1K', 'IgnoreSIGPIPE=yes'],
    exec: node(`process.on('SIGXFSZ', () => {}); require('fs').writeFileSync('${FOLDER}/big', 'x'.repeat(1 << 16))`),
    sign: 'EFBIG',
    suspect: 'LimitFSIZE=1K',
    proven: ['LimitFSIZE=1K'],
  },
  {
    name: 'inaccessible',
    lines: [`InaccessiblePaths=${FOLDER}`, 'ProtectSystem=strict'],
    does: `ls ${FOLDER}/file`,
    sign: 'ENOENT',
    suspect: `InaccessiblePaths=${FOLDER}`,
    proven: [`InaccessiblePaths=${FOLDER}`],
  },
  {
    name: 'temporary',
    lines: [`TemporaryFileSystem=${FOLDER}`, 'ProtectHome=yes'],
    does: `cat ${FOLDER}/file`,
    sign: 'ENOENT',
    suspect: `TemporaryFileSystem=${FOLDER}`,
    proven: [`TemporaryFileSystem=${FOLDER}`],
    remedy: `BindReadOnlyPaths=${FOLDER}/file`,
  },
  {
    name: 'no-exec',
    lines: [`NoExecPaths=${FOLDER}`, 'ProtectHome=yes'],
    does: `${FOLDER}/script`,
    sign: 'EACCES',
    suspect: `NoExecPaths=${FOLDER}`,
    proven: [`NoExecPaths=${FOLDER}`],
    remedy: `ExecPaths=${FOLDER}/script`,
  },
  {
    name: 'addresses',
    lines: ['IPAddressDeny=any', 'ProtectHome=yes'],
    exec: node(
      "require('dgram').createSocket('udp4').send('x', 9, '127.0.0.1', (e) => { if (e) throw e; process.exit(0) })",
    ),
    sign: 'EPERM',
    suspect: 'IPAddressDeny=any',
    proven: ['IPAddressDeny=any'],
    remedy: 'IPAddressAllow=localhost',
  },
  {
    name: 'namespaces',
    lines: ['RestrictNamespaces=yes', 'NoNewPrivileges=yes', 'CapabilityBoundingSet=CAP_SYS_ADMIN'],
    exec: 'unshare --mount /bin/true',
    sign: 'EPERM',
    suspect: 'RestrictNamespaces=yes',
    proven: ['RestrictNamespaces=yes'],
    remedy: 'RestrictNamespaces=no',
  },
  {
    name: 'set-user-id',
    lines: ['RestrictSUIDSGID=yes', 'ProtectSystem=yes'],
    does: `chmod u+s ${FOLDER}/script`,
    sign: 'EPERM',
    suspect: 'RestrictSUIDSGID=yes',
    proven: ['RestrictSUIDSGID=yes'],
    remedy: 'RestrictSUIDSGID=no',
  },
  {
    name: 'personality',
    lines: ['LockPersonality=yes', 'ProtectHome=yes'],
    exec: 'setarch --addr-no-randomize /bin/true',
    sign: 'EPERM',
    suspect: 'LockPersonality=yes',
    proven: ['LockPersonality=yes'],
    remedy: 'LockPersonality=no',
  },
  {
    name: 'host-name',
    lines: ['ProtectHostname=yes', 'ProtectHome=yes'],
    does: 'hostname trial',
    sign: 'EPERM',
    suspect: 'ProtectHostname=yes',
    proven: ['ProtectHostname=yes'],
    remedy: 'ProtectHostname=no',
  },
  {
    name: 'proc',
    lines: ['ProcSubset=pid', 'ProtectHome=yes'],
    does: 'cat /proc/meminfo',
    sign: 'ENOENT',
    suspect: 'ProcSubset=pid',
    proven: ['ProcSubset=pid'],
    remedy: 'ProcSubset=all',
  },
  {
    name: 'dynamic-user',
    lines: ['DynamicUser=yes'],
    does: 'touch /var/cache/trial-units/data',
    sign: 'EROFS',
    suspect: 'DynamicUser=yes',
    proven: ['DynamicUser=yes'],
  },
  {
    name: 'both',
    lines: ['ProtectSystem=strict', `ReadOnlyPaths=${FOLDER}`, 'PrivateTmp=yes'],
    does: `echo more >>${FOLDER}/file`,
    sign: 'EROFS',
    suspect: `ReadOnlyPaths=${FOLDER}`,
    proven: [`ReadOnlyPaths=${FOLDER}`, 'ProtectSystem=strict'],
    cause: 'together',
  },
  {
    name: 'elsewhere',
    lines: ['ProtectSystem=strict', 'PrivateTmp=yes'],
    does: 'exit 3',
    proven: [],
    cause: 'elsewhere',
  },
];
