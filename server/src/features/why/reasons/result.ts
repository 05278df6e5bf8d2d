import { culprits, type Reason } from '../diagnosis.ts';
import { type Evidence, matchIn, quoted, type ReasonFinder, startAgain, systemctlFor } from '../evidence.ts';
import { failedCommand } from '../facts.ts';
import { endingReason } from './ending.ts';
import { timeoutReason } from './timeout.ts';

/** A unit that failed, by `Result=` of `systemctl show`: systemd.exec(5), `$SERVICE_RESULT`, and those of other kinds. */
export const aboutResult: ReasonFinder = (evidence) => {
  const result = evidence.property('Result');
  const find = finders[result];
  if (isLimit(evidence)) return limitReason(evidence);
  if (find) return find(evidence);
  const limit = /^(.*)-start-limit-hit$/.exec(result)?.[1];
  if (limit !== undefined) return triggeredReason(evidence, limit);
  return {
    kind: 'unknown',
    headline: `${evidence.name} failed; systemd gives as result "${result || 'nothing'}".`,
    steps: [`All that was said: journalctl --unit=${evidence.name} --boot`],
  };
};

const finders: Readonly<Record<string, (evidence: Evidence) => Reason>> = {
  'exit-code': endingReason,
  signal: endingReason,
  'core-dump': endingReason,
  timeout: timeoutReason,
  watchdog: watchdogReason,
  protocol: protocolReason,
  'start-limit-hit': limitReason,
  'oom-kill': (evidence) => ({
    kind: 'out-of-memory',
    headline: `${evidence.name} failed: its memory ran out, and the kernel or systemd-oomd ended it.`,
    culprits: culprits('MemoryMax', 'MemoryHigh', 'MemorySwapMax', 'OOMPolicy', 'ManagedOOMMemoryPressure'),
    steps: [
      'What the kernel said: journalctl --dmesg --grep=oom',
      'Allow more by MemoryMax=, or let the program use less.',
      startAgain(evidence),
    ],
  }),
  resources: resourcesReason,
  'trigger-limit-hit': (evidence) => ({
    kind: 'start-limit',
    headline: `${evidence.name} failed: it was triggered too often in too short a time, so systemd does not listen any more.`,
    culprits: culprits('TriggerLimitBurst', 'TriggerLimitIntervalSec', 'ListenStream', 'PathExists'),
    steps: ['Look why what it starts ends at once each time.', startAgain(evidence)],
  }),
};

function watchdogReason(evidence: Evidence): Reason {
  const span = evidence.value('WatchdogSec');
  return {
    kind: 'watchdog',
    headline: `${evidence.name} failed: it did not send WATCHDOG=1 within WatchdogSec=${span ?? ''}, so systemd ended it.`,
    explanation: [
      'A program with a watchdog tells systemd again and again that it is alive (sd_notify(3)); one that does not know of it never does.',
    ],
    culprits: culprits('WatchdogSec', 'NotifyAccess', 'ExecStart'),
    steps: [
      'Remove WatchdogSec= if the program does not send WATCHDOG=1; else look why it hung.',
      startAgain(evidence),
    ],
  };
}

const PROTOCOLS: Readonly<Record<string, readonly [what: string, keys: readonly string[], step: string]>> = {
  notify: [
    'its program ended without having sent READY=1, which Type=notify requires',
    ['Type', 'NotifyAccess', 'ExecStart'],
    'Write Type=exec (or simple) if the program does not send READY=1; NotifyAccess=all if one of its children does.',
  ],
  forking: [
    'its program did not leave a process that systemd could follow, which Type=forking requires',
    ['PIDFile', 'Type', 'ExecStart'],
    'Write Type=exec (or simple) if the program stays in the foreground; else PIDFile= where it writes its process number.',
  ],
  dbus: [
    'its program did not take its name on the bus, which Type=dbus requires',
    ['BusName', 'Type', 'ExecStart'],
    'Compare BusName= with the name that the program takes.',
  ],
};

function protocolReason(evidence: Evidence): Reason {
  const [what, keys, step] = PROTOCOLS[evidence.property('Type').replace(/-reload$/, '')] ?? [
    'it did not do what its Type= requires',
    ['Type', 'PIDFile', 'BusName', 'ExecStart'],
    'Compare Type= with what the program does: systemd-units explain Type',
  ];
  return {
    kind: 'protocol',
    headline: `${evidence.name} failed: ${what}.`,
    explanation: quoted(evidence, (line) => /PID file |New main PID /.test(line)),
    culprits: culprits(...keys),
    steps: [step, startAgain(evidence)],
  };
}

/** The limit is what systemd tells last; why each of the starts came to nothing is told behind it. */
function limitReason(evidence: Evidence): Reason {
  const burst = evidence.property('StartLimitBurst');
  const span = evidence.property('StartLimitIntervalUSec');
  const often = burst === '' || span === '' ? 'too often in too short a time' : `${burst} times within ${span}`;
  return {
    kind: 'start-limit',
    headline: `${evidence.name} was given up by systemd: it was started ${often} and ended each time.`,
    explanation: ['The limit is not the reason: what ended each of the starts is.'],
    culprits: culprits('StartLimitBurst', 'StartLimitIntervalSec', 'Restart', 'RestartSec'),
    steps: [
      `Once the reason is mended: ${systemctlFor(evidence)} reset-failed ${evidence.name}, then ${systemctlFor(evidence)} start ${evidence.name}`,
    ],
  };
}

/** An older result stays when the limit is hit: then the journal alone tells of it. */
const isLimit = (evidence: Evidence): boolean =>
  evidence.property('Result') === 'start-limit-hit' ||
  matchIn(evidence.said, /Start request repeated too quickly/) !== undefined;

/** Why each of the starts ended that were too many; undefined where the manager does not tell any more. */
export function behindLimit(evidence: Evidence): Reason | undefined {
  if (!isLimit(evidence)) return undefined;
  const find = finders[evidence.property('Result')];
  if (find && find !== limitReason) return find(evidence);
  return failedCommand(evidence.unit) ? endingReason(evidence) : undefined;
}

const triggeredReason = (evidence: Evidence, what: string): Reason => ({
  kind: 'triggered-unit',
  headline: `${evidence.name} failed: the ${what} that it starts was started too often and failed, so it gave up.`,
  culprits: culprits('Service', 'Unit', 'Where'),
  steps: [
    `Why that one failed: systemd-units why ${evidence.property('Triggers').split(' ')[0] || what}`,
    `Then: ${systemctlFor(evidence)} reset-failed ${evidence.name}, and start it again.`,
  ],
});

function resourcesReason(evidence: Evidence): Reason {
  const environment = matchIn(evidence.said, /Failed to load environment files: (.*)/);
  if (environment) {
    return {
      kind: 'resources',
      headline: `${evidence.name} failed: a file of EnvironmentFile= could not be read${/No such file/.test(environment[1]!) ? ', as it does not exist' : ` (${environment[1]})`}.`,
      culprits: culprits('EnvironmentFile'),
      steps: [
        'Create the file, correct its path, or put "-" before it if the service can do without.',
        startAgain(evidence),
      ],
    };
  }
  const socket = matchIn(
    evidence.said,
    /Failed to (?:create listening socket|listen on sockets?)(?: \(([^()]*)\))?: (.*)/,
  );
  if (socket) return socketReason(evidence, socket[1] ?? '', socket[2] ?? '');
  return {
    kind: 'resources',
    headline: `${evidence.name} failed: systemd could not set up what it needs.`,
    explanation: quoted(evidence, (line) => /Failed to|Cannot|Can't/.test(line)),
    culprits: culprits('EnvironmentFile', 'PIDFile', 'RuntimeDirectory', 'Slice', 'User', 'ListenStream'),
    steps: [startAgain(evidence)],
  };
}

function socketReason(evidence: Evidence, address: string, why: string): Reason {
  const isUsed = /already in use/i.test(why);
  const keys = ['ListenStream', 'ListenDatagram', 'ListenSequentialPacket', 'ListenFIFO'];
  return {
    kind: 'resources',
    headline: `${evidence.name} failed: ${isUsed ? `the address ${address} that it wants to listen on is in use already` : `it cannot listen on ${address}: ${why}`}.`,
    culprits: address === '' ? culprits(...keys) : keys.map((key) => ({ key, holding: address })),
    steps: [
      ...(isUsed
        ? [
            'Find who listens there: ss --listening --processes --numeric',
            'Stop that one, or listen on another address.',
          ]
        : []),
      startAgain(evidence),
    ],
  };
}
