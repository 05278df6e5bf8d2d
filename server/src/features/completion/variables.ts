import { readWords } from '../../syntax/words.ts';
import { traitsOf } from '../../values/traits.ts';
import type { Candidate } from '../../values/value-type.ts';
import type { Document } from '../document.ts';
import type { Ranked, SourcePlace } from './completion-item.ts';

/** Variables systemd sets or passes: systemd.exec(5), "Environment variables set or propagated". */
const own: Readonly<Record<string, string>> = {
  PATH: 'folders of programs',
  LANG: 'locale',
  USER: 'user name',
  LOGNAME: 'user name',
  HOME: 'home folder of the user',
  SHELL: 'shell of the user',
  INVOCATION_ID: 'identifies this run of the unit',
  XDG_RUNTIME_DIR: 'runtime folder of the user',
  RUNTIME_DIRECTORY: 'folders of RuntimeDirectory=',
  STATE_DIRECTORY: 'folders of StateDirectory=',
  CACHE_DIRECTORY: 'folders of CacheDirectory=',
  LOGS_DIRECTORY: 'folders of LogsDirectory=',
  CONFIGURATION_DIRECTORY: 'folders of ConfigurationDirectory=',
  CREDENTIALS_DIRECTORY: 'folder with the credentials of the unit',
  MAINPID: 'process ID of the main process, in ExecReload= and ExecStop=',
  MANAGERPID: 'process ID of the user manager',
  LISTEN_FDS: 'number of sockets passed',
  LISTEN_PID: 'process the sockets are for',
  LISTEN_FDNAMES: 'names of the sockets passed',
  NOTIFY_SOCKET: 'socket for sd_notify()',
  WATCHDOG_PID: 'process the watchdog waits for',
  WATCHDOG_USEC: 'interval of the watchdog',
  SYSTEMD_EXEC_PID: 'process ID of the process itself',
  TERM: 'kind of terminal',
  JOURNAL_STREAM: 'device and inode of the journal connection',
  SERVICE_RESULT: 'how the service ended, in ExecStopPost=',
  EXIT_CODE: 'exited, killed or dumped, in ExecStopPost=',
  EXIT_STATUS: 'exit status or signal, in ExecStopPost=',
  PIDFILE: 'path of PIDFile=',
  REMOTE_ADDR: 'address of the peer, with Accept=yes',
  REMOTE_PORT: 'port of the peer, with Accept=yes',
  TRIGGER_UNIT: 'unit that started this one',
  TRIGGER_PATH: 'path that triggered',
  TRIGGER_TIMER_REALTIME_USEC: 'time the timer elapsed',
  TRIGGER_TIMER_MONOTONIC_USEC: 'time since boot the timer elapsed',
  MEMORY_PRESSURE_WATCH: 'file to watch for memory pressure',
  MEMORY_PRESSURE_WRITE: 'what to write to that file',
};

/** Variables the unit sets itself first, then systemd's. */
export function variableCandidates(place: SourcePlace): Ranked[] {
  const { directive } = place.context;
  const isCommand = traitsOf(directive)?.holds === 'command';
  const isAssignment = directive.key === 'Environment';
  const dollar = isCommand ? (/\$\{?/.exec(place.typed)?.[0] ?? '$') : '';
  const form = (name: string): string =>
    isCommand ? `${dollar}${name}${dollar === '${' ? '}' : ''}` : `${name}${isAssignment ? '=' : ''}`;
  const item = (name: string, detail: string): Candidate => ({ label: form(name), kind: 'variable', detail });
  const set = isAssignment ? [] : [...assignedVariables(place.document).keys()];
  return [
    ...set.map((name): Ranked => [item(name, 'set in this unit'), 0]),
    ...Object.entries(own).map(([name, detail]): Ranked => [item(name, detail), 1]),
  ];
}

/** The variables a unit sets, with their values; the last assignment of a name counts. */
export function assignedVariables(document: Document): ReadonlyMap<string, string> {
  const assignments = document.tree.sections.flatMap((section) => section.assignments);
  const words = assignments
    .filter(({ key }) => key === 'Environment')
    .flatMap(({ value }) => readWords(value.text, { unquote: true, cunescape: true }).words);
  return new Map(
    words.flatMap(({ text }) => {
      const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    }),
  );
}
