import { problem, whole } from '../problem.ts';
import type { ValueType } from '../value-type.ts';
import { enumeration } from './enumeration.ts';

/** systemd.kill(5); systemd complains of `none` and obeys. */
const killMode = enumeration({
  parsers: ['config_parse_kill_mode'],
  words: [
    { word: 'control-group', what: 'every process of the unit is killed' },
    { word: 'mixed', what: 'the main process is asked, then every process killed' },
    { word: 'process', what: 'only the main process is killed' },
    { word: 'none', what: 'no process is killed', hidden: true },
  ],
  empty: true,
  remark: (text) =>
    text === 'none'
      ? [
          problem(
            whole(text),
            'value-obsolete',
            'KillMode=none leaves processes behind that systemd no longer manages; systemd warns of it and means to drop it. Use mixed or control-group.',
            { effect: 'kept' },
          ),
        ]
      : [],
});

const failureModes = [
  { word: 'terminate', what: 'stops it with KillSignal=, then FinalKillSignal=' },
  { word: 'abort', what: 'stops it with WatchdogSignal=, leaving a core dump' },
  { word: 'kill', what: 'kills it at once' },
];

/** Enumerations of [Service]; systemd.service(5). */
export const serviceEnumerations: readonly ValueType[] = [
  killMode,
  enumeration({
    parsers: ['config_parse_service_type'],
    words: [
      { word: 'simple', what: 'started as soon as its process is forked' },
      { word: 'exec', what: 'started once its program runs', from: 240 },
      { word: 'forking', what: 'started once the first process has exited and left a daemon' },
      { word: 'oneshot', what: 'started once its commands have ended' },
      { word: 'dbus', what: 'started once it has its name on the bus' },
      { word: 'notify', what: 'started once it says READY=1' },
      { word: 'notify-reload', what: 'like notify, and reloaded by a signal', from: 253 },
      { word: 'idle', what: 'like simple, but after other jobs are done' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_service_restart'],
    words: [
      { word: 'no', what: 'never' },
      { word: 'on-success', what: 'after a clean exit' },
      { word: 'on-failure', what: 'after an unclean exit, signal, timeout or watchdog' },
      { word: 'on-abnormal', what: 'after a signal, timeout or watchdog' },
      { word: 'on-watchdog', what: 'after the watchdog' },
      { word: 'on-abort', what: 'after an unclean signal' },
      { word: 'always', what: 'whatever ended it' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_service_restart_mode'],
    words: [
      { word: 'normal', what: 'goes through failed or inactive, which dependents notice' },
      { word: 'direct', what: 'goes straight to activating, unnoticed by dependents' },
      { word: 'debug', what: 'like direct, with DEBUG_INVOCATION=1 in the environment', from: 257 },
    ],
  }),
  enumeration({
    parsers: ['config_parse_service_exit_type'],
    words: [
      { word: 'main', what: 'stopped when its main process exits' },
      { word: 'cgroup', what: 'stopped when its last process exits' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_notify_access'],
    words: [
      { word: 'none', what: 'no process may send notifications' },
      { word: 'main', what: 'only the main process may' },
      { word: 'exec', what: 'any process of Exec…= lines may' },
      { word: 'all', what: 'every process of the unit may' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_oom_policy'],
    words: [
      { word: 'continue', what: 'goes on when one of its processes is killed for want of memory' },
      { word: 'stop', what: 'is stopped in order' },
      { word: 'kill', what: 'loses all of its processes at once' },
    ],
  }),
  enumeration({ parsers: ['config_parse_service_timeout_failure_mode'], words: failureModes }),
];
