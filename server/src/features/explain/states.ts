import { enumerationMarkdown } from './explain-words.ts';
import { type Explainer, said } from './question.ts';

/** What a word that systemctl prints tells of, and what it says. */
type Word = readonly [what: string, meaning: string];

/** How a run ended: `Result=` of `systemctl show`, and what stands in brackets behind "failed". */
const results: Readonly<Record<string, string>> = {
  success: 'it ended as it should.',
  'exit-code': 'a command of it ended with an exit status that counts as failure. `systemctl status UNIT` shows which.',
  signal: 'a signal killed it that does not count as a clean end. `systemctl status UNIT` shows which.',
  'core-dump': 'it crashed and left a core dump: `coredumpctl info UNIT` shows where.',
  timeout:
    'it took longer than `TimeoutStartSec=`, `TimeoutStopSec=` or `RuntimeMaxSec=` allows. A service of Type=notify has to send READY=1 in time.',
  watchdog: 'it did not send WATCHDOG=1 within `WatchdogSec=`, so systemd ended it.',
  protocol:
    'it did not do what its Type= promises: no PID file, no READY=1, or no name on the bus. Compare `Type=` with what the program does.',
  'start-limit-hit':
    'it was started too often in too short a time (`StartLimitBurst=` times within `StartLimitIntervalSec=`), so systemd gave up. Mend the cause of the first failure, then run `systemctl reset-failed UNIT`.',
  'oom-kill':
    'the kernel or systemd-oomd ended it because memory ran out. Give it more (`MemoryMax=`), or let it use less.',
  resources:
    'systemd itself lacked something to start it, such as memory, a user or a control group. The journal says what.',
  'exec-condition': 'a command of `ExecCondition=` said that it should not run now. That is not a failure.',
  'trigger-limit-hit':
    'it was triggered too often in too short a time (`TriggerLimitBurst=` within `TriggerLimitIntervalSec=`), so it listens no longer.',
  'unit-start-limit-hit': 'the unit it starts was started too often, so it watches no longer.',
  'service-start-limit-hit': 'the service it starts was started too often, so it listens no longer.',
  'mount-start-limit-hit': 'its mount was started too often, so it waits no longer.',
  unmounted: 'its mount point was unmounted.',
};

/** How a job ended; systemctl prints it when a start or stop comes to nothing. */
const jobResults: Readonly<Record<string, string>> = {
  done: 'the job did what it should.',
  canceled: 'another job took its place, as a stop does with a waiting start.',
  dependency: 'a unit that this one requires did not start. `systemctl list-dependencies UNIT` shows which are failed.',
  skipped: 'there was nothing to do.',
  invalid: 'the unit cannot do this; not every unit can be reloaded.',
  assert: 'an `Assert…=` of the unit does not hold.',
  unsupported: 'this kind of unit is not supported here, as in a container.',
  collected: 'the unit was unloaded before its job ran.',
  once: 'the unit may be started once only, and was.',
  frozen: 'the unit is frozen: `systemctl thaw UNIT` lets it go on.',
  concurrency: 'the slice of the unit runs as many units as it may.',
};

const loadStates: Readonly<Record<string, string>> = {
  loaded: 'systemd has read its file.',
  stub: 'only its name is known so far.',
  'not-found': 'no folder of units has a file of this name.',
  'bad-setting':
    'a line of its file is so wrong that systemd refuses the unit. `systemd-analyze verify FILE` says which.',
  error: 'its file could not be read.',
  merged: 'it is another name of a unit, and is told under that.',
};

const activeStates: Readonly<Record<string, string>> = {
  active: 'it runs, listens, waits or is mounted: whatever its kind does.',
  reloading: 'it is active and reads its configuration again.',
  refreshing: 'it is active and gets new credentials or extension images.',
  inactive: 'it does not run, and did not fail.',
  failed:
    'it does not run because its last run failed. `systemctl status UNIT` says how, `systemctl reset-failed UNIT` clears it.',
  activating: 'it is being started.',
  deactivating: 'it is being stopped.',
  maintenance: 'it is inactive, and a clean-up is going on.',
};

/** `systemctl is-enabled`. */
const fileStates: Readonly<Record<string, string>> = {
  enabled: 'links of its [Install] section are there, so others start it, most often at boot.',
  'enabled-runtime': 'enabled until the next boot: its links are in /run.',
  linked: 'its file lies elsewhere, and a link makes it known (`systemctl link`).',
  'linked-runtime': 'linked until the next boot.',
  alias: 'its file is a link to another unit: a second name.',
  masked:
    'a link to /dev/null takes its place, so it cannot be started at all. `systemctl unmask UNIT` brings it back.',
  'masked-runtime': 'masked until the next boot.',
  static: 'it has no [Install] section, so it cannot be enabled. Another unit starts it, or you do.',
  disabled: 'it has an [Install] section, but `systemctl enable` was not run: nothing starts it at boot.',
  indirect: 'its [Install] section has only `Also=` for others, or an alias: enabling it enables those.',
  generated: 'a generator wrote it at boot, as that for /etc/fstab does. Change the source, not the unit.',
  transient: 'it was made while systemd runs, as by `systemd-run`, and has no file of its own on disk.',
  bad: 'its file is invalid.',
};

const SIGTERM = 'it was sent SIGTERM and has not ended yet.';
const SIGKILL = 'it did not end in time, so it was sent SIGKILL.';
const WHEN_DONE = 'Services of Type=oneshot with `RemainAfterExit=yes` stay so.';

/** What a unit does at the moment: the word in brackets behind the state. */
const subStates: Readonly<Record<string, string>> = {
  dead: 'it is inactive.',
  running: 'it runs. Of a timer, socket or path: what it starts runs.',
  exited: `its commands ended well, and it still counts as active. ${WHEN_DONE}`,
  waiting: 'a timer waits for its next run, a path for a change, an automount for someone who looks.',
  elapsed: 'a timer has no further run.',
  listening: 'a socket waits for someone to connect.',
  deferred: 'a socket waits to start its service, as something is in the way.',
  mounted: 'the file system is mounted.',
  plugged: 'the device is there.',
  tentative: 'the device is named somewhere, but udev has not reported it yet.',
  abandoned: 'whoever made the scope let go of it; its processes run on.',
  condition: 'a command of `ExecCondition=` runs.',
  'start-pre': 'a command of `ExecStartPre=` runs.',
  start: 'it is starting: a command of `ExecStart=` runs, or has not yet said that it is ready.',
  'start-post': 'a command of `ExecStartPost=` runs.',
  'start-open': 'the socket is being opened.',
  'start-chown': 'owner and group are being set.',
  'running-revalidating': 'it runs, and its definition is looked at again.',
  'refresh-extensions': 'its extension images are brought up to date.',
  'refresh-credentials': 'its credentials are brought up to date.',
  reload: 'a command of `ExecReload=` runs.',
  'reload-signal': 'it was sent the signal to read its configuration again.',
  'reload-notify': 'it reads its configuration again, and has not yet said READY=1.',
  'reload-post': 'a command of `ExecReloadPost=` runs.',
  stop: 'a command of `ExecStop=` runs.',
  'stop-pre': 'a command of `ExecStopPre=` runs.',
  'stop-watchdog': 'the watchdog ran out, and it is being ended with SIGABRT.',
  'stop-sigterm': SIGTERM,
  'stop-sigkill': SIGKILL,
  'stop-pre-sigterm': SIGTERM,
  'stop-pre-sigkill': SIGKILL,
  'stop-post': 'a command of `ExecStopPost=` runs.',
  'final-watchdog': 'a command of `ExecStopPost=` is being ended with SIGABRT.',
  'final-sigterm': SIGTERM,
  'final-sigkill': SIGKILL,
  'dead-before-auto-restart': 'it ended well, and is about to be started again.',
  'failed-before-auto-restart': 'it failed, and is about to be started again.',
  'dead-resources-pinned': 'it is inactive, and what it stored is kept for the next start.',
  'auto-restart':
    'it ended, and `Restart=` starts it again after `RestartSec=`. When this goes on, the program fails again and again: read the journal.',
  'auto-restart-queued': 'its restart is about to begin.',
  cleaning: '`systemctl clean` removes its files.',
  mounting: 'it is being mounted.',
  'mounting-done': 'the file system is mounted, and the mount command has not ended yet.',
  remounting: 'it is being mounted with other options.',
  unmounting: 'it is being unmounted.',
  'remounting-sigterm': SIGTERM,
  'remounting-sigkill': SIGKILL,
  'unmounting-sigterm': SIGTERM,
  'unmounting-sigkill': SIGKILL,
  'activating-done': 'the swap space is in use, and the command has not ended yet.',
  'deactivating-sigterm': SIGTERM,
  'deactivating-sigkill': SIGKILL,
};

/** `code=` of `systemctl status`. */
const codes: Readonly<Record<string, string>> = {
  exited: 'the program ended by itself; `status=` is its exit status.',
  killed: 'a signal ended the program; `signal=` or `status=` says which.',
  dumped: 'a signal ended the program, and it left a core dump.',
};

const tables: readonly (readonly [what: string, words: Readonly<Record<string, string>>])[] = [
  ['unit file state, as `systemctl is-enabled` tells it', fileStates],
  ['active state', activeStates],
  ['load state', loadStates],
  ['result of a run', results],
  ['substate', subStates],
  ['result of a job', jobResults],
  ['how a process ended', codes],
];

/** For who mistypes one. */
export const stateWords: readonly string[] = tables.flatMap(([, words]) => Object.keys(words));

const meaningsOf = (word: string): Word[] =>
  tables.flatMap(([what, words]): Word[] => (Object.hasOwn(words, word) ? [[what, words[word]!]] : []));

/** `masked`, `oom-kill`, `activating (auto-restart)`, `Result: exit-code`, `failed (Result: exit-code)`. */
export const aboutState: Explainer = (question) => {
  const state = stateMarkdown(question.topic);
  const values = state === undefined ? undefined : enumerationMarkdown(question);
  return said('state', values === undefined ? state : `${state}\n\n${values}`);
};

export function stateMarkdown(topic: string): string | undefined {
  const words = topic
    .replace(/^(?:\w+State|Result|Active|Loaded)[:=]\s*/i, '')
    .split(/[\s()]+|Result: |result[:= ]+/)
    .filter((word) => word !== '');
  const told = words.map((word) => ({ word, meanings: meaningsOf(word) }));
  if (told.length === 0 || told.length > 3 || told.some(({ meanings }) => meanings.length === 0)) return undefined;
  return told
    .flatMap(({ word, meanings }) => meanings.map(([what, meaning]) => `**${word}** · ${what}: ${meaning}`))
    .join('\n\n');
}
