import { parse, rowsOf, signals } from '../../../server/src/index.ts';
import { t } from '../localize.ts';
import { exitStatus } from './exit-status.ts';
import type { ExecRun, UnitState } from './unit-state.ts';

/** Why the last start failed, and where in the file the cause may be. */
export interface Failure {
  /** `exit code 203/EXEC (the program could not be executed …)`. */
  readonly text: string;
  /** The same in a few words: `exit code 203/EXEC`. */
  readonly short: string;
  /** The first of these that the file sets is the cause, as far as systemd tells. */
  readonly directives: readonly string[];
  /** Which assignment of the first directive, counted from 0. */
  readonly index?: number | undefined;
}

/** Undefined for a unit that did not fail. */
export function failureOf(state: UnitState): Failure | undefined {
  if (state.load === 'error' || state.load === 'bad-setting') {
    return { text: state.loadError || t('systemd refuses the unit'), short: t('see the journal'), directives: [] };
  }
  const failed = state.active === 'failed' || (state.sub.startsWith('auto-restart') && state.result !== 'success');
  if (!failed) return undefined;
  const explain = results[state.result];
  if (explain) return explain(state);
  const text = t('result {0}', state.result || t('unknown'));
  return { text, short: text, directives: [] };
}

/** Values of `Result=`, as systemd.exec(5) lists them under `$SERVICE_RESULT`, and those of the other kinds. */
const results: Readonly<Record<string, (state: UnitState) => Failure>> = {
  'exit-code': exited,
  signal: killed,
  'core-dump': killed,
  timeout: ({ sub, execs }) => ({
    text: t(
      'it took too long and was stopped; a Type=notify service has to send READY=1, a Type=forking service has to fork',
    ),
    short: t('took too long'),
    directives: [...startDirectives(sub), 'Type', ...execs.map(({ directive }) => directive)],
  }),
  watchdog: () => ({
    text: t('it did not send WATCHDOG=1 in time and was killed'),
    short: t('watchdog timeout'),
    directives: ['WatchdogSec'],
  }),
  protocol: () => ({
    text: t('it did not do what its Type= requires: no PID file, no READY=1, or no name on the bus'),
    short: t('not as its Type= requires'),
    directives: ['PIDFile', 'BusName', 'Type', 'ExecStart'],
  }),
  'start-limit-hit': () => ({
    text: t('it was started too often in too short a time, so systemd gave up'),
    short: t('started too often'),
    directives: ['StartLimitBurst', 'StartLimitIntervalSec', 'StartLimitInterval', 'Restart', 'ExecStart'],
  }),
  'oom-kill': () => ({
    text: t('the kernel killed it because memory ran out'),
    short: t('out of memory'),
    directives: ['MemoryMax', 'MemoryHigh'],
  }),
  resources: () => ({
    text: t('systemd could not set up what it needs, see the log'),
    short: t('could not be set up'),
    directives: ['EnvironmentFile', 'ListenStream', 'ListenDatagram', 'PIDFile', 'RuntimeDirectory', 'ExecStart'],
  }),
  'exec-condition': () => ({
    text: t('skipped by ExecCondition='),
    short: t('skipped by ExecCondition='),
    directives: ['ExecCondition'],
  }),
  'service-start-limit-hit': () => ({
    text: t('the service it starts failed too often'),
    short: t('its service failed too often'),
    directives: ['Service', 'Unit'],
  }),
  'trigger-limit-hit': () => ({
    text: t('it was triggered too often in too short a time, so systemd gave up'),
    short: t('triggered too often'),
    directives: ['TriggerLimitBurst', 'TriggerLimitIntervalSec'],
  }),
  'unit-start-limit-hit': () => ({
    text: t('the unit it starts failed too often'),
    short: t('its unit failed too often'),
    directives: ['Unit'],
  }),
};

const startDirectives = (sub: string): string[] =>
  sub.startsWith('stop') ? ['TimeoutStopSec', 'TimeoutSec'] : ['TimeoutStartSec', 'TimeoutSec'];

function exited(state: UnitState): Failure {
  const culprit = culpritOf(state);
  const status = culprit?.status ?? state.mainStatus;
  // The main process succeeded or never ran; systemd does not tell here which other command failed.
  if (!culprit && status === 0)
    return {
      text: t('a command before or after the main one failed'),
      short: t('another command'),
      directives: others,
    };
  const { label, reason } = exitStatus(status);
  const own = culprit ? culprit.directive : 'ExecStart';
  const short = ownExit(own, label);
  if (!reason) return { text: short, short, directives: [own], index: culprit?.index };
  const text = t('exit code {0} ({1})', label, reason.text);
  if (label.endsWith('/EXEC')) return { text, short, directives: [own], index: culprit?.index };
  return { text, short, directives: [...reason.directives, own] };
}

const others = ['ExecStartPre', 'ExecCondition', 'ExecStartPost', 'ExecStopPost', 'ExecStart'];

const ownExit = (directive: string, label: string): string =>
  directive === 'ExecStart' ? t('exit code {0}', label) : t('{0}= ended with exit code {1}', directive, label);

function killed(state: UnitState): Failure {
  const culprit = culpritOf(state);
  if (!culprit && state.mainStatus === 0) {
    return {
      text: t('a command before or after the main one was ended by a signal'),
      short: t('another command'),
      directives: others,
    };
  }
  const signal = signalName(culprit?.status ?? state.mainStatus);
  const dumped = state.result === 'core-dump';
  return {
    text: dumped
      ? t('ended by signal {0} and left a core dump (coredumpctl)', signal)
      : t('ended by signal {0}', signal),
    short: dumped ? t('{0}, core dumped', signal) : t('signal {0}', signal),
    directives: [culprit?.directive ?? 'ExecStart'],
    index: culprit?.index,
  };
}

/** The command line that failed. After a daemon-reload, systemd only knows the main process. */
function culpritOf({ execs }: UnitState): ExecRun | undefined {
  return execs.find(({ code, status }) => code === 'dumped' || code === 'killed' || (code === 'exited' && status > 0));
}

const signalNames = new Map(rowsOf(signals).map(([name, number]) => [Number(number), name!]));

const signalName = (number: number): string => signalNames.get(number) ?? String(number);

/** Where in a file the cause of a failure stands: the assignment, else the first header; offsets into the text. */
export function causeSpan(failure: Failure, text: string): { readonly start: number; readonly end: number } {
  const file = parse(text);
  const assignments = file.sections.flatMap((section) => section.assignments);
  for (const directive of failure.directives) {
    const set = assignments.filter(({ key, value }) => key === directive && value.text.trim() !== '');
    const node = set[failure.index ?? 0] ?? set.at(-1);
    if (node) return node.textSpan;
  }
  return file.sections[0]?.header.textSpan ?? { start: 0, end: 0 };
}
