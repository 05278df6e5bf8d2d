import { culprits, type Reason } from '../diagnosis.ts';
import { type Evidence, matchIn, startAgain } from '../evidence.ts';

/** What took longer than it may: the start, the run, or the stop. */
/** `State 'stop-sigterm' timed out.` of services, `Stopping timed out.` and the like of other kinds. */
const STOPPING =
  /\b(?:stop(?:ping)?|final|unmounting|deactivat(?:ing|ion))(?:-(?:watchdog|pre|post|sigabrt|sigterm|sigkill)){0,2}'? (?:operation )?timed out/i;

export function timeoutReason(evidence: Evidence): Reason {
  const { said } = evidence;
  if (matchIn(said, /reached runtime time limit/)) return runtimeReason(evidence);
  if (matchIn(said, STOPPING)) return stopReason(evidence);
  return startReason(evidence);
}

const runtimeReason = (evidence: Evidence): Reason => ({
  kind: 'timeout',
  headline: `${evidence.name} was ended by systemd: it ran for as long as RuntimeMaxSec=${evidence.value('RuntimeMaxSec') ?? ''} allows.`,
  culprits: culprits('RuntimeMaxSec'),
  steps: ['Raise or remove RuntimeMaxSec= if it may run for longer.', startAgain(evidence)],
});

const stopReason = (evidence: Evidence): Reason => ({
  kind: 'timeout',
  headline: `${evidence.name} did not stop within ${limitOf(evidence, ['TimeoutStopSec', 'TimeoutSec'], 'TimeoutStopUSec')}, so systemd killed it.`,
  explanation: ['systemd sends SIGTERM (or KillSignal=) first, and SIGKILL when the time is over.'],
  culprits: culprits('TimeoutStopSec', 'TimeoutSec', 'ExecStop', 'KillSignal', 'KillMode', 'ExecStart'),
  steps: [
    'Let the program end on SIGTERM, name the signal it ends on by KillSignal=, or give it more time by TimeoutStopSec=.',
    startAgain(evidence),
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

function startReason(evidence: Evidence): Reason {
  const type = evidence.property('Type').replace(/-reload$/, '');
  const pidFile = matchIn(evidence.said, /Can't open PID file (\S+)/)?.[1];
  const [what, step] = waits[type] ?? [
    'it was not done',
    'Give it more time by TimeoutStartSec= (TimeoutSec= of mounts and sockets).',
  ];
  const limit = limitOf(evidence, ['TimeoutStartSec', 'TimeoutSec'], 'TimeoutStartUSec');
  const isPre = matchIn(evidence.said, /start-pre'? (?:operation )?timed out/);
  const reason =
    pidFile !== undefined
      ? `the file ${pidFile} of PIDFile= was not written`
      : isPre
        ? 'a command of ExecStartPre= did not end'
        : what;
  return {
    kind: 'timeout',
    headline: `${evidence.name} failed: ${reason} within ${limit}, so systemd ended it.`,
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
      startAgain(evidence),
    ],
  };
}

/** `TimeoutStartSec=1`, or the default that the manager has. */
function limitOf(evidence: Evidence, keys: readonly string[], name: string): string {
  const key = keys.find((each) => evidence.value(each) !== undefined);
  if (key !== undefined) return `${key}=${evidence.value(key)}`;
  const span = evidence.property(name);
  return span === '' ? `the time of ${keys[0]}=` : `${span} (${keys[0]}=, the default)`;
}
