import { failedCommand } from '../facts.ts';
import { matchIn, quoted, type Scene, startAgain, systemctlFor, type Teller } from '../scene.ts';
import { culprits, type Tale } from '../story.ts';
import { endingTale } from './ending.ts';
import { timeoutTale } from './timeout.ts';

/** A unit that failed, by `Result=` of `systemctl show`: systemd.exec(5), `$SERVICE_RESULT`, and those of other kinds. */
export const aboutResult: Teller = (scene) => {
  const result = scene.property('Result');
  const teller = tellers[result];
  if (isLimit(scene)) return limitTale(scene);
  if (teller) return teller(scene);
  const limit = /^(.*)-start-limit-hit$/.exec(result)?.[1];
  if (limit !== undefined) return triggeredTale(scene, limit);
  return {
    kind: 'unknown',
    headline: `${scene.name} failed; systemd gives as result "${result || 'nothing'}".`,
    steps: [`All that was said: journalctl --unit=${scene.name} --boot`],
  };
};

const tellers: Readonly<Record<string, (scene: Scene) => Tale>> = {
  'exit-code': endingTale,
  signal: endingTale,
  'core-dump': endingTale,
  timeout: timeoutTale,
  watchdog: watchdogTale,
  protocol: protocolTale,
  'start-limit-hit': limitTale,
  'oom-kill': (scene) => ({
    kind: 'out-of-memory',
    headline: `${scene.name} failed: its memory ran out, and the kernel or systemd-oomd ended it.`,
    culprits: culprits('MemoryMax', 'MemoryHigh', 'MemorySwapMax', 'OOMPolicy', 'ManagedOOMMemoryPressure'),
    steps: [
      'What the kernel said: journalctl --dmesg --grep=oom',
      'Allow more by MemoryMax=, or let the program use less.',
      startAgain(scene),
    ],
  }),
  resources: resourcesTale,
  'trigger-limit-hit': (scene) => ({
    kind: 'start-limit',
    headline: `${scene.name} failed: it was triggered too often in too short a time, so systemd does not listen any more.`,
    culprits: culprits('TriggerLimitBurst', 'TriggerLimitIntervalSec', 'ListenStream', 'PathExists'),
    steps: ['Look why what it starts ends at once each time.', startAgain(scene)],
  }),
};

function watchdogTale(scene: Scene): Tale {
  const span = scene.value('WatchdogSec');
  return {
    kind: 'watchdog',
    headline: `${scene.name} failed: it did not send WATCHDOG=1 within WatchdogSec=${span ?? ''}, so systemd ended it.`,
    explanation: [
      'A program with a watchdog tells systemd again and again that it is alive (sd_notify(3)); one that does not know of it never does.',
    ],
    culprits: culprits('WatchdogSec', 'NotifyAccess', 'ExecStart'),
    steps: ['Remove WatchdogSec= if the program does not send WATCHDOG=1; else look why it hung.', startAgain(scene)],
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

function protocolTale(scene: Scene): Tale {
  const [what, keys, step] = PROTOCOLS[scene.property('Type').replace(/-reload$/, '')] ?? [
    'it did not do what its Type= requires',
    ['Type', 'PIDFile', 'BusName', 'ExecStart'],
    'Compare Type= with what the program does: systemd-units explain Type',
  ];
  return {
    kind: 'protocol',
    headline: `${scene.name} failed: ${what}.`,
    explanation: quoted(scene, (line) => /PID file |New main PID /.test(line)),
    culprits: culprits(...keys),
    steps: [step, startAgain(scene)],
  };
}

/** The limit is what systemd tells last; why each of the starts came to nothing is told behind it. */
function limitTale(scene: Scene): Tale {
  const burst = scene.property('StartLimitBurst');
  const span = scene.property('StartLimitIntervalUSec');
  const often = burst === '' || span === '' ? 'too often in too short a time' : `${burst} times within ${span}`;
  return {
    kind: 'start-limit',
    headline: `${scene.name} was given up by systemd: it was started ${often} and ended each time.`,
    explanation: ['The limit is not the reason: what ended each of the starts is.'],
    culprits: culprits('StartLimitBurst', 'StartLimitIntervalSec', 'Restart', 'RestartSec'),
    steps: [
      `Once the reason is mended: ${systemctlFor(scene)} reset-failed ${scene.name}, then ${systemctlFor(scene)} start ${scene.name}`,
    ],
  };
}

/** An older result stays when the limit is hit: then the journal alone tells of it. */
const isLimit = (scene: Scene): boolean =>
  scene.property('Result') === 'start-limit-hit' ||
  matchIn(scene.said, /Start request repeated too quickly/) !== undefined;

/** Why each of the starts ended that were too many; undefined where the manager does not tell any more. */
export function behindLimit(scene: Scene): Tale | undefined {
  if (!isLimit(scene)) return undefined;
  const teller = tellers[scene.property('Result')];
  if (teller && teller !== limitTale) return teller(scene);
  return failedCommand(scene.unit) ? endingTale(scene) : undefined;
}

const triggeredTale = (scene: Scene, what: string): Tale => ({
  kind: 'triggered-unit',
  headline: `${scene.name} failed: the ${what} that it starts was started too often and failed, so it gave up.`,
  culprits: culprits('Service', 'Unit', 'Where'),
  steps: [
    `Why that one failed: systemd-units why ${scene.property('Triggers').split(' ')[0] || what}`,
    `Then: ${systemctlFor(scene)} reset-failed ${scene.name}, and start it again.`,
  ],
});

function resourcesTale(scene: Scene): Tale {
  const environment = matchIn(scene.said, /Failed to load environment files: (.*)/);
  if (environment) {
    return {
      kind: 'resources',
      headline: `${scene.name} failed: a file of EnvironmentFile= could not be read${/No such file/.test(environment[1]!) ? ', as it does not exist' : ` (${environment[1]})`}.`,
      culprits: culprits('EnvironmentFile'),
      steps: [
        'Create the file, correct its path, or put "-" before it if the service can do without.',
        startAgain(scene),
      ],
    };
  }
  const socket = matchIn(
    scene.said,
    /Failed to (?:create listening socket|listen on sockets?)[^(]*(?:\((.*)\))?: (.*)/,
  );
  if (socket) return socketTale(scene, socket[1] ?? '', socket[2] ?? '');
  return {
    kind: 'resources',
    headline: `${scene.name} failed: systemd could not set up what it needs.`,
    explanation: quoted(scene, (line) => /Failed to|Cannot|Can't/.test(line)),
    culprits: culprits('EnvironmentFile', 'PIDFile', 'RuntimeDirectory', 'Slice', 'User', 'ListenStream'),
    steps: [startAgain(scene)],
  };
}

function socketTale(scene: Scene, address: string, why: string): Tale {
  const isUsed = /already in use/i.test(why);
  const keys = ['ListenStream', 'ListenDatagram', 'ListenSequentialPacket', 'ListenFIFO'];
  return {
    kind: 'resources',
    headline: `${scene.name} failed: ${isUsed ? `the address ${address} that it wants to listen on is in use already` : `it cannot listen on ${address}: ${why}`}.`,
    culprits: address === '' ? culprits(...keys) : keys.map((key) => ({ key, holding: address })),
    steps: [
      ...(isUsed
        ? [
            'Find who listens there: ss --listening --processes --numeric',
            'Stop that one, or listen on another address.',
          ]
        : []),
      startAgain(scene),
    ],
  };
}
