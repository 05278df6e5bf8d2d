import { matchIn, type Scene, startAgain } from '../scene.ts';
import { culprits, type Tale } from '../story.ts';

/** What took longer than it may: the start, the run, or the stop. */
export function timeoutTale(scene: Scene): Tale {
  const { said } = scene;
  if (matchIn(said, /reached runtime time limit/)) return runtimeTale(scene);
  if (matchIn(said, /State '(?:stop|final|unmounting|deactivating)\S*' timed out|stop\S* (?:operation )?timed out/i))
    return stopTale(scene);
  return startTale(scene);
}

const runtimeTale = (scene: Scene): Tale => ({
  kind: 'timeout',
  headline: `${scene.name} was ended by systemd: it ran for as long as RuntimeMaxSec=${scene.value('RuntimeMaxSec') ?? ''} allows.`,
  culprits: culprits('RuntimeMaxSec'),
  steps: ['Raise or remove RuntimeMaxSec= if it may run for longer.', startAgain(scene)],
});

const stopTale = (scene: Scene): Tale => ({
  kind: 'timeout',
  headline: `${scene.name} did not stop within ${limitOf(scene, ['TimeoutStopSec', 'TimeoutSec'], 'TimeoutStopUSec')}, so systemd killed it.`,
  explanation: ['systemd sends SIGTERM (or KillSignal=) first, and SIGKILL when the time is over.'],
  culprits: culprits('TimeoutStopSec', 'TimeoutSec', 'ExecStop', 'KillSignal', 'KillMode', 'ExecStart'),
  steps: [
    'Let the program end on SIGTERM, name the signal it ends on by KillSignal=, or give it more time by TimeoutStopSec=.',
    startAgain(scene),
  ],
});

/** What a start waits for, by `Type=`. */
const waits: Readonly<Record<string, readonly [what: string, step: string]>> = {
  notify: [
    'it did not send READY=1',
    'Write Type=exec (or simple) if the program does not send READY=1; NotifyAccess=all if one of its children does.',
  ],
  forking: [
    'its program did not go to the background (Type=forking)',
    'Write Type=exec (or simple) if the program stays in the foreground, as most do.',
  ],
  dbus: ['it did not take its name on the bus', 'Compare BusName= with the name that the program takes.'],
  oneshot: [
    'its commands did not end',
    'Write Type=exec (or simple) if the program is to go on running; else give it more time by TimeoutStartSec=.',
  ],
};

function startTale(scene: Scene): Tale {
  const type = scene.property('Type').replace(/-reload$/, '');
  const pidFile = matchIn(scene.said, /Can't open PID file (\S+)/)?.[1];
  const [what, step] = waits[type] ?? [
    'it was not done',
    'Give it more time by TimeoutStartSec= (TimeoutSec= of mounts and sockets).',
  ];
  const limit = limitOf(scene, ['TimeoutStartSec', 'TimeoutSec'], 'TimeoutStartUSec');
  const isPre = matchIn(scene.said, /start-pre\S* (?:operation )?timed out/);
  const reason =
    pidFile !== undefined
      ? `the file ${pidFile} of PIDFile= was not written`
      : isPre
        ? 'a command of ExecStartPre= did not end'
        : what;
  return {
    kind: 'timeout',
    headline: `${scene.name} failed: ${reason} within ${limit}, so systemd ended it.`,
    culprits: culprits(
      ...(pidFile === undefined ? [] : ['PIDFile']),
      ...(isPre ? ['ExecStartPre'] : []),
      'Type',
      'TimeoutStartSec',
      'TimeoutSec',
      'BusName',
      'NotifyAccess',
      'ExecStart',
    ),
    steps: [
      pidFile === undefined
        ? step
        : 'Name the file that the program writes, or remove PIDFile=: systemd then finds the process by itself.',
      startAgain(scene),
    ],
  };
}

/** `TimeoutStartSec=1`, or the default that the manager has. */
function limitOf(scene: Scene, keys: readonly string[], name: string): string {
  const key = keys.find((each) => scene.value(each) !== undefined);
  if (key !== undefined) return `${key}=${scene.value(key)}`;
  const span = scene.property(name);
  return span === '' ? `the time of ${keys[0]}=` : `${span} (${keys[0]}=, the default)`;
}
