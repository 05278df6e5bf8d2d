/** A unit that fails for real, and what is to be told of it. */
export interface Failure {
  /** The unit that is asked about. */
  readonly unit: string;
  /** Text of the unit's own file; with other files by their names. */
  readonly text: string;
  readonly others?: Readonly<Record<string, string>>;
  /** What is started; the unit, unless said. */
  readonly start?: string;
  /** What is done to make it fail; `start`, unless said. */
  readonly how?: 'start' | 'start, then stop' | 'nothing';
  /** The headlines, from the unit to the one where it began. */
  readonly told: readonly (string | RegExp)[];
  /** The first line that is shown of the unit where it began; undefined where no line of a file is to blame. */
  readonly line?: string;
}

const service = (text: string, unit = ''): string => `${unit === '' ? '' : `[Unit]\n${unit}\n\n`}[Service]\n${text}\n`;

/** A folder that exists while the units are tried, with what `files` says. */
export const FOLDER = '/run/why-units';

export const files: readonly { readonly name: string; readonly text: string; readonly mode: number }[] = [
  { name: 'not-executable.sh', text: '#!/bin/sh\n', mode: 0o644 },
  { name: 'no-interpreter.sh', text: '#!/usr/bin/why-interpreter\n', mode: 0o755 },
  { name: 'no-format', text: 'exit 0\n', mode: 0o755 },
  { name: 'bad.env', text: 'A=1\n', mode: 0o644 },
];

const NOWHERE = `${FOLDER}/nowhere`;

const programs: readonly Failure[] = [
  {
    unit: 'why-missing-program.service',
    text: service('ExecStart=/usr/bin/why-no-such-program --serve'),
    told: ['why-missing-program.service failed: the program /usr/bin/why-no-such-program does not exist.'],
    line: 'ExecStart=/usr/bin/why-no-such-program --serve',
  },
  {
    unit: 'why-not-executable.service',
    text: service(`ExecStart=${FOLDER}/not-executable.sh`),
    told: [`why-not-executable.service failed: the file ${FOLDER}/not-executable.sh is not executable.`],
    line: `ExecStart=${FOLDER}/not-executable.sh`,
  },
  {
    unit: 'why-no-interpreter.service',
    text: service(`ExecStart=${FOLDER}/no-interpreter.sh`),
    told: [
      `why-no-interpreter.service failed: /usr/bin/why-interpreter, which the first line of ${FOLDER}/no-interpreter.sh names, does not exist.`,
    ],
    line: `ExecStart=${FOLDER}/no-interpreter.sh`,
  },
  {
    unit: 'why-no-format.service',
    text: service(`ExecStart=${FOLDER}/no-format`),
    told: [
      `why-no-format.service failed: ${FOLDER}/no-format is neither a program for this machine nor a script whose first line begins with #!.`,
    ],
    line: `ExecStart=${FOLDER}/no-format`,
  },
  {
    unit: 'why-folder.service',
    text: service(`ExecStart=${FOLDER}`),
    told: [`why-folder.service failed: ${FOLDER} is a folder and not a program.`],
    line: `ExecStart=${FOLDER}`,
  },
  {
    unit: 'why-missing-second.service',
    text: service('ExecStartPre=/bin/true\nExecStartPre=/usr/bin/why-no-such-program\nExecStart=/bin/sleep 100'),
    told: [
      'why-missing-second.service failed: the program /usr/bin/why-no-such-program does not exist (ExecStartPre=).',
    ],
    line: 'ExecStartPre=/usr/bin/why-no-such-program',
  },
];

const setups: readonly Failure[] = [
  {
    unit: 'why-working-directory.service',
    text: service(`WorkingDirectory=${NOWHERE}\nExecStart=/bin/true`),
    told: [`why-working-directory.service failed: the working directory ${NOWHERE} does not exist.`],
    line: `WorkingDirectory=${NOWHERE}`,
  },
  {
    unit: 'why-user.service',
    text: service('ExecStart=/bin/true\nUser=why-nobody'),
    told: ['why-user.service failed: the user "why-nobody" does not exist on this machine.'],
    line: 'User=why-nobody',
  },
  {
    unit: 'why-group.service',
    text: service('ExecStart=/bin/true\nGroup=why-no-group'),
    told: ['why-group.service failed: the group "why-no-group" does not exist on this machine.'],
    line: 'Group=why-no-group',
  },
  {
    unit: 'why-writable-path.service',
    text: service(`ProtectSystem=full\nReadWritePaths=${NOWHERE}\nExecStart=/bin/true`),
    told: [`why-writable-path.service failed: ${NOWHERE}, which a setting of the unit needs, does not exist.`],
    line: `ReadWritePaths=${NOWHERE}`,
  },
  {
    unit: 'why-root-directory.service',
    text: service(`RootDirectory=${NOWHERE}\nExecStart=/bin/true`),
    told: [
      `why-root-directory.service failed: the root directory ${NOWHERE} does not exist, or lacks a folder it needs.`,
    ],
    line: `RootDirectory=${NOWHERE}`,
  },
  {
    unit: 'why-output.service',
    text: service(`StandardOutput=append:${NOWHERE}/log\nExecStart=/bin/true`),
    told: [
      `why-output.service failed: standard output could not be set up: a path or terminal of StandardOutput=append:${NOWHERE}/log does not exist.`,
    ],
    line: `StandardOutput=append:${NOWHERE}/log`,
  },
  {
    unit: 'why-input.service',
    text: service(`StandardInput=file:${NOWHERE}\nExecStart=/bin/true`),
    told: [
      `why-input.service failed: standard input could not be set up: a path or terminal of StandardInput=file:${NOWHERE} does not exist.`,
    ],
    line: `StandardInput=file:${NOWHERE}`,
  },
  {
    unit: 'why-credential.service',
    text: service(`LoadCredential=key:${NOWHERE}\nExecStart=/bin/true`),
    told: [`why-credential.service failed: the credential key:${NOWHERE} could not be loaded.`],
    line: `LoadCredential=key:${NOWHERE}`,
  },
  {
    unit: 'why-runtime-directory.service',
    text: service('RuntimeDirectory=why-units/bad.env\nExecStart=/bin/true'),
    told: ['why-runtime-directory.service failed: the runtime directory could not be created.'],
    line: 'RuntimeDirectory=why-units/bad.env',
  },
  {
    unit: 'why-environment-file.service',
    text: service(`EnvironmentFile=${NOWHERE}.env\nExecStart=/bin/true`),
    told: ['why-environment-file.service failed: a file of EnvironmentFile= could not be read, as it does not exist.'],
    line: `EnvironmentFile=${NOWHERE}.env`,
  },
];

const endings: readonly Failure[] = [
  {
    unit: 'why-exit-status.service',
    text: service('Type=oneshot\nExecStart=/bin/sh -c "echo I lack my settings >&2; exit 3"'),
    told: [
      'why-exit-status.service failed: its program /bin/sh ended with exit status 3/NOTIMPLEMENTED (feature not there), and said "I lack my settings".',
    ],
    line: 'ExecStart=/bin/sh -c "echo I lack my settings >&2; exit 3"',
  },
  {
    unit: 'why-silent.service',
    text: service('ExecStart=/bin/false'),
    told: ['why-silent.service failed: its program /bin/false ended with exit status 1.'],
    line: 'ExecStart=/bin/false',
  },
  {
    unit: 'why-configuration.service',
    text: service('Type=oneshot\nExecStart=/bin/true\nExecStart=/bin/sh -c "exit 78"'),
    told: [
      'why-configuration.service failed: its program /bin/sh ended with exit status 78/CONFIG (bad configuration).',
    ],
    line: 'ExecStart=/bin/sh -c "exit 78"',
  },
  {
    unit: 'why-command-not-found.service',
    text: service('Type=oneshot\nExecStart=/bin/sh -c "exec why-no-such-command"'),
    told: [
      /^why-command-not-found\.service failed: its program \/bin\/sh ended with exit status 127, and said ".*why-no-such-command: not found"\.$/,
    ],
    line: 'ExecStart=/bin/sh -c "exec why-no-such-command"',
  },
  {
    unit: 'why-read-only.service',
    text: service('Type=oneshot\nExecStart=/bin/touch /usr/why-file\nProtectSystem=strict'),
    told: [
      /^why-read-only\.service failed: its program \/bin\/touch ended with exit status 1, and said ".*Read-only file system"\.$/,
    ],
    line: 'ExecStart=/bin/touch /usr/why-file',
  },
  {
    unit: 'why-before.service',
    text: service('ExecStartPre=/bin/true\nExecStartPre=/bin/false\nExecStart=/bin/sleep 100'),
    told: [
      'why-before.service failed: the command of ExecStartPre= (/bin/false), which runs before the main program, ended with exit status 1.',
    ],
    line: 'ExecStartPre=/bin/false',
  },
  {
    unit: 'why-after.service',
    text: service('ExecStart=/bin/sleep 100\nExecStartPost=/bin/false'),
    told: [
      'why-after.service failed: the command of ExecStartPost= (/bin/false), which runs after the start, ended with exit status 1.',
    ],
    line: 'ExecStartPost=/bin/false',
  },
  {
    unit: 'why-segfault.service',
    text: service('Type=oneshot\nLimitCORE=0\nExecStart=/bin/sh -c "kill -SEGV $$$$"'),
    told: [
      /^why-segfault\.service failed: its program \/bin\/sh was ended by the signal SIGSEGV \(invalid memory access\)/,
    ],
    line: 'ExecStart=/bin/sh -c "kill -SEGV $$$$"',
  },
  {
    unit: 'why-killed.service',
    text: service('Type=oneshot\nExecStart=/bin/sh -c "kill -KILL $$$$"'),
    told: [
      'why-killed.service failed: its program /bin/sh was ended by the signal SIGKILL (ends at once, cannot be caught).',
    ],
    line: 'ExecStart=/bin/sh -c "kill -KILL $$$$"',
  },
  {
    unit: 'why-too-often.service',
    text: service('ExecStart=/bin/false\nRestart=always\nRestartSec=0', 'StartLimitIntervalSec=1h\nStartLimitBurst=3'),
    told: [
      'why-too-often.service was given up by systemd: it was started 3 times within 1h and ended each time.',
      'why-too-often.service failed: its program /bin/false ended with exit status 1.',
    ],
    line: 'ExecStart=/bin/false',
  },
];

const waits: readonly Failure[] = [
  {
    unit: 'why-notify.service',
    text: service('Type=notify\nTimeoutStartSec=1\nExecStart=/bin/sleep 100'),
    told: ['why-notify.service failed: it did not send READY=1 within TimeoutStartSec=1, so systemd ended it.'],
    line: 'Type=notify',
  },
  {
    unit: 'why-forking.service',
    text: service('Type=forking\nTimeoutStartSec=1\nExecStart=/bin/sleep 100'),
    told: [
      'why-forking.service failed: its program did not go to the background (Type=forking) within TimeoutStartSec=1, so systemd ended it.',
    ],
    line: 'Type=forking',
  },
  {
    unit: 'why-pid-file.service',
    text: service(`Type=forking\nPIDFile=${FOLDER}/no.pid\nTimeoutStartSec=1\nExecStart=/bin/true`),
    told: [/^why-pid-file\.service failed: /],
    line: `PIDFile=${FOLDER}/no.pid`,
  },
  {
    unit: 'why-oneshot.service',
    text: service('Type=oneshot\nTimeoutStartSec=1\nExecStart=/bin/sleep 100'),
    told: ['why-oneshot.service failed: its commands did not end within TimeoutStartSec=1, so systemd ended it.'],
    line: 'Type=oneshot',
  },
  {
    unit: 'why-runtime.service',
    text: service('RuntimeMaxSec=1\nExecStart=/bin/sleep 100'),
    told: ['why-runtime.service was ended by systemd: it ran for as long as RuntimeMaxSec=1 allows.'],
    line: 'RuntimeMaxSec=1',
  },
  {
    unit: 'why-stop.service',
    text: service('TimeoutStopSec=1\nKillSignal=SIGCONT\nExecStart=/bin/sleep 100'),
    how: 'start, then stop',
    told: ['why-stop.service did not stop within TimeoutStopSec=1, so systemd killed it.'],
    line: 'TimeoutStopSec=1',
  },
  {
    unit: 'why-watchdog.service',
    text: service(
      'Type=notify\nNotifyAccess=all\nWatchdogSec=1\nExecStart=/bin/sh -c "systemd-notify --ready; exec sleep 100"',
    ),
    told: ['why-watchdog.service failed: it did not send WATCHDOG=1 within WatchdogSec=1, so systemd ended it.'],
    line: 'WatchdogSec=1',
  },
  {
    unit: 'why-protocol.service',
    text: service('Type=notify\nExecStart=/bin/true'),
    told: ['why-protocol.service failed: its program ended without having sent READY=1, which Type=notify requires.'],
    line: 'Type=notify',
  },
];

const CHAIN_CAUSE = service('Type=oneshot\nExecStart=/bin/true\nUser=why-nobody');

const starts: readonly Failure[] = [
  {
    unit: 'why-not-there.service',
    text: '',
    how: 'nothing',
    told: [
      'why-not-there.service does not exist: systemd finds no file of this name in the folders it reads units from.',
    ],
  },
  {
    unit: 'why-masked.service',
    text: 'masked',
    told: ['why-masked.service is masked: a link to /dev/null takes the place of its file, so nothing can start it.'],
  },
  {
    unit: 'why-refused.service',
    text: service('ExecStart=/bin/true\nExecStart=/bin/false'),
    told: [
      'why-refused.service is refused by systemd: a line of its files has a fault that systemd does not pass over.',
    ],
    line: 'ExecStart=/bin/false',
  },
  {
    unit: 'why-condition.service',
    text: service('ExecStart=/bin/true', `ConditionPathExists=/etc\nConditionPathExists=${NOWHERE}`),
    told: [
      `why-condition.service was skipped: ConditionPathExists=${NOWHERE} does not hold: ${NOWHERE} does not exist.`,
    ],
    line: `ConditionPathExists=${NOWHERE}`,
  },
  {
    unit: 'why-conditions.service',
    text: service('ExecStart=/bin/true', `ConditionPathExists=|${NOWHERE}\nConditionPathIsDirectory=|!/etc`),
    told: [/^why-conditions\.service was skipped: none of /],
    line: `ConditionPathExists=|${NOWHERE}`,
  },
  {
    unit: 'why-assertion.service',
    text: service('ExecStart=/bin/true', 'AssertPathExists=!/etc'),
    told: ['why-assertion.service did not start: AssertPathExists=!/etc does not hold: /etc exists.'],
    line: 'AssertPathExists=!/etc',
  },
  {
    unit: 'why-exec-condition.service',
    text: service('ExecCondition=/bin/false\nExecStart=/bin/true'),
    told: ['why-exec-condition.service was skipped: the command of ExecCondition= said that it should not run now.'],
    line: 'ExecCondition=/bin/false',
  },
  {
    unit: 'why-chain.service',
    text: service('ExecStart=/bin/true', 'Requires=why-link.service\nAfter=why-link.service'),
    others: {
      'why-link.service': service('ExecStart=/bin/true', 'BindsTo=why-end.service\nAfter=why-end.service'),
      'why-end.service': CHAIN_CAUSE,
    },
    told: [
      'why-chain.service did not start: it requires why-link.service, which did not start.',
      'why-link.service did not start: it is bound to why-end.service, which failed.',
      'why-end.service failed: the user "why-nobody" does not exist on this machine.',
    ],
    line: 'User=why-nobody',
  },
  {
    unit: 'why-requires-missing.service',
    text: service('ExecStart=/bin/true', 'Requires=why-not-there.service'),
    told: [
      'why-requires-missing.service cannot start: it requires why-not-there.service, which does not exist.',
      'why-not-there.service does not exist: systemd finds no file of this name in the folders it reads units from.',
    ],
  },
  {
    unit: 'why-requires-masked.service',
    text: service('ExecStart=/bin/true', 'Requires=why-masked.service'),
    told: [
      'why-requires-masked.service cannot start: it requires why-masked.service, which is masked.',
      'why-masked.service is masked: a link to /dev/null takes the place of its file, so nothing can start it.',
    ],
  },
  {
    unit: 'why-requisite.service',
    text: service('ExecStart=/bin/true', 'Requisite=why-idle.service\nAfter=why-idle.service'),
    others: { 'why-idle.service': service('ExecStart=/bin/true') },
    told: [
      'why-requisite.service did not start: it requires, without starting it, why-idle.service, which does not run.',
      'why-idle.service does not run, and did not fail: nothing started it since the machine booted, as far as the journal tells.',
    ],
  },
  {
    // The job that is only wanted is the one that systemd can do without.
    unit: 'why-circle.service',
    text: service('Type=oneshot\nExecStart=/bin/true', 'After=why-cycle.service'),
    others: {
      'why-cycle.service': service('Type=oneshot\nExecStart=/bin/true', 'After=why-circle.service'),
      'why-begin.service': service(
        'Type=oneshot\nExecStart=/bin/true',
        'Requires=why-cycle.service\nWants=why-circle.service',
      ),
    },
    start: 'why-begin.service',
    told: [
      /^why-circle\.service was left out of the start: why-c\w+\.service and why-c\w+\.service wait for each other in a circle/,
    ],
    line: 'After=why-cycle.service',
  },
  {
    unit: 'why-taken.socket',
    text: '[Socket]\nListenStream=@why-taken-address\n',
    others: {
      'why-taken.service': service('ExecStart=/bin/true'),
      'why-taker.socket': '[Socket]\nListenStream=@why-taken-address\n',
      'why-taker.service': service('ExecStart=/bin/true'),
    },
    told: ['why-taken.socket failed: the address @why-taken-address that it wants to listen on is in use already.'],
    line: 'ListenStream=@why-taken-address',
  },
  {
    unit: 'why-alone.socket',
    text: `[Socket]\nListenStream=${FOLDER}/alone.sock\n`,
    told: [
      'why-alone.socket did not start: why-alone.service, the service it is to start, does not exist or cannot be loaded.',
    ],
    line: `ListenStream=${FOLDER}/alone.sock`,
  },
  {
    unit: 'run-why\\x2dmount.mount',
    text: `[Mount]\nWhat=${NOWHERE}.img\nWhere=/run/why-mount\nType=ext4\n`,
    told: [/^run-why\\x2dmount\.mount failed: its command ended with exit status /],
    line: `What=${NOWHERE}.img`,
  },
];

export const failures: readonly Failure[] = [...programs, ...setups, ...endings, ...waits, ...starts];
