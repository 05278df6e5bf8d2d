import { exitStatusOf } from '../../../values/basic/exit-statuses.ts';
import { signals } from '../../../values/basic/signals.ts';
import { signalCauses } from '../../explain/signal-causes.ts';
import { type Culprit, culprits, type Reason } from '../diagnosis.ts';
import { type Evidence, matchIn, startAgain, systemctlFor } from '../evidence.ts';
import { type CommandRun, failedCommand } from '../facts.ts';
import { assignmentsOf } from '../places.ts';
import { hintIn, lastWords } from './own-words.ts';
import { setupReason } from './setup.ts';

/** How a command of the unit ended: `Result=exit-code`, `signal` and `core-dump`. */
export function endingReason(evidence: Evidence): Reason {
  const run = failedCommand(evidence.unit) ?? runSaid(evidence);
  if (!run) return unknownCommand(evidence);
  if (run.code === 'exited') return setupReason(evidence, run) ?? exitReason(evidence, run);
  return signalReason(evidence, run);
}

/** Mounts and swaps tell of their command in the journal alone. */
function runSaid({ said }: Evidence): CommandRun | undefined {
  const match = matchIn(said, /process exited, code=(exited|killed|dumped), status=(\d+)/);
  if (!match) return undefined;
  return { key: '', index: 0, path: '', code: match[1] as CommandRun['code'], status: Number(match[2]) };
}

const unknownCommand = (evidence: Evidence): Reason => ({
  kind: 'exit-status',
  headline: `${evidence.name} failed: a command before or after the main one failed; the manager does not tell any more which one.`,
  culprits: culprits('ExecStartPre', 'ExecCondition', 'ExecStartPost', 'ExecStopPost', 'ExecStart'),
  steps: [startAgain(evidence)],
});

function exitReason(evidence: Evidence, run: CommandRun): Reason {
  const { status } = run;
  const last = lastWords(evidence.words);
  const hint = hintIn(evidence.words);
  const shell = shellMeaning(status);
  return {
    kind: 'exit-status',
    headline: `${evidence.name} failed: ${subjectOf(run)} ended with exit status ${statusName(status)}${last === undefined ? '' : `, and said "${shortened(last)}"`}.`,
    explanation: [
      ...(shell === undefined ? [] : [shell]),
      ...(hint ? [hint.says] : []),
      ...(hint || shell ? [] : ['That status is the choice of the program: its manual tells what it means.']),
    ],
    culprits: [commandCulprit(evidence, run), ...(hint?.culprits ?? [])],
    steps: [
      ...(hint ? [hint.step] : []),
      ...(last === undefined
        ? [`The program said nothing in the journal; try its command by hand, as ${userOf(evidence)}.`]
        : []),
      `All that it said: journalctl ${evidence.facts.manager === 'user' ? '--user ' : ''}--unit=${evidence.name} --boot`,
      startAgain(evidence),
    ],
  };
}

const userOf = (evidence: Evidence): string => {
  const user = evidence.value('User');
  return user === undefined ? (evidence.facts.manager === 'user' ? 'yourself' : 'root') : `the user ${user}`;
};

/** In characters, of what a program said in a sentence of ours. */
const LONGEST_QUOTE = 160;

const shortened = (text: string): string =>
  text.length <= LONGEST_QUOTE ? text.replace(/\.$/, '') : `${text.slice(0, LONGEST_QUOTE)}…`;

function statusName(status: number): string {
  const known = exitStatusOf(status);
  // Names of systemd's own are for what systemd could not do; here the program chose the number.
  if (!known || status <= 1 || status >= 200) return String(status);
  return `${status}/${known.name} (${known.what})`;
}

function shellMeaning(status: number): string | undefined {
  if (status === 126) return 'A shell ends so when it found the command and could not run it.';
  if (status === 127) return 'A shell ends so when it did not find the command.';
  const signal = signals.find(({ number }) => number === status - 128);
  return signal && status < 160
    ? `A shell ends so when ${signal.name} ended its command (128 + ${signal.number}).`
    : undefined;
}

function subjectOf({ key, path }: CommandRun): string {
  if (key === '') return 'its command';
  if (key === 'ExecStart') return path === '' ? 'its program' : `its program ${path}`;
  const when = {
    ExecStartPre: ', which runs before the main program,',
    ExecStartPost: ', which runs after the start,',
  }[key];
  return `the command of ${key}= (${path})${when ?? ''}`;
}

/** The kinds without services have one command of systemd's own. */
const commandCulprit = ({ loaded }: Evidence, { key, index }: CommandRun): Culprit =>
  key === '' ? { key: assignmentsOf(loaded, 'What').length > 0 ? 'What' : 'ListenStream' } : { key, index };

function signalReason(evidence: Evidence, run: CommandRun): Reason {
  const signal = signals.find(({ number }) => number === run.status);
  const name = signal?.name ?? `number ${run.status}`;
  const dumped = run.code === 'dumped';
  return {
    kind: 'signal',
    headline: `${evidence.name} failed: ${subjectOf(run)} was ended by the signal ${name}${signal ? ` (${signal.what})` : ''}${dumped ? ' and left a core dump' : ''}.`,
    explanation: signal && signalCauses[name] !== undefined ? [signalCauses[name].replaceAll('`', '')] : [],
    culprits: [...culprits(...(signalDirectives[name] ?? [])), commandCulprit(evidence, run)],
    steps: [
      ...(dumped ? [`Where it crashed: coredumpctl info ${evidence.name}`] : []),
      ...(name === 'SIGSYS'
        ? ['Allow the call by SystemCallFilter=, or let it fail gently: SystemCallErrorNumber=EPERM']
        : []),
      `All that was said: journalctl ${evidence.facts.manager === 'user' ? '--user ' : ''}--unit=${evidence.name} --boot`,
      `Then: ${systemctlFor(evidence)} restart ${evidence.name}`,
    ],
  };
}

const signalDirectives: Readonly<Record<string, readonly string[]>> = {
  SIGSYS: ['SystemCallFilter', 'SystemCallArchitectures', 'RestrictAddressFamilies'],
  SIGKILL: ['MemoryMax', 'TimeoutStopSec'],
  SIGXCPU: ['LimitCPU', 'LimitRTTIME'],
  SIGXFSZ: ['LimitFSIZE'],
  SIGABRT: ['WatchdogSec'],
  SIGSEGV: ['MemoryDenyWriteExecute'],
};
