import { nearest } from '../../text/edit-distance.ts';
import { emptyProblem, faultAt, nameOf, quoted, whole } from '../problem.ts';
import type { Candidate, ValueType } from '../value-type.ts';
import { parseSignal, signalName, signals } from './signals.ts';

export const signalNames: readonly string[] = [...signals.map(({ name }) => name), 'SIGRTMIN', 'SIGRTMAX'];

/** The signals, as a completion list. */
export const signalCandidates: readonly Candidate[] = [
  ...signals.map(
    ({ name, number, what }): Candidate => ({ label: name, kind: 'keyword', detail: `${number}, ${what}` }),
  ),
  { label: 'SIGRTMIN+3', kind: 'keyword', detail: 'real-time signals: SIGRTMIN+0 to SIGRTMIN+30' },
];

/** The signal a misspelt word means: case, prefix and letters may be wrong. */
function meantSignal(text: string): string | undefined {
  const upper = text.slice(0, 40).toUpperCase();
  if (parseSignal(upper) !== undefined) return upper;
  return nearest(upper.startsWith('SIG') ? upper : `SIG${upper}`, signalNames);
}

/** systemd.kill(5), KillSignal= and its kin: a name with or without SIG, SIGRTMIN+n, or a number. */
export const signal: ValueType = {
  parsers: ['config_parse_signal'],
  repeats: 'replaces',
  check(text, context) {
    if (text === '') return [emptyProblem(context, 'a signal like SIGTERM')];
    if (parseSignal(text) !== undefined) return [];
    const guess = meantSignal(text);
    const remedy = guess ? `Did you mean ${guess}?` : 'Write a name like SIGTERM.';
    const what = `Unknown signal ${quoted(text)} for ${nameOf(context)}`;
    return [faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what, remedy, replacement: guess })];
  },
  complete: (text) => ({ ...whole(text), items: signalCandidates }),
  describe: (text) => {
    const markdown = describeSignal(text);
    return markdown === undefined ? undefined : { ...whole(text), markdown };
  },
};

/** `SIGTERM, number 15: please end.` */
export function describeSignal(text: string): string | undefined {
  const number = parseSignal(text);
  if (number === undefined) return undefined;
  const known = signals[number - 1];
  const action = defaultAction(signalName(number));
  return `${signalName(number)}, number ${number}${known ? `: ${known.what}` : ''}. ${action}`;
}

const IGNORED = ['SIGCHLD', 'SIGURG', 'SIGWINCH'];
const STOPPING = ['SIGSTOP', 'SIGTSTP', 'SIGTTIN', 'SIGTTOU'];
const DUMPING = [
  'SIGQUIT',
  'SIGILL',
  'SIGTRAP',
  'SIGABRT',
  'SIGBUS',
  'SIGFPE',
  'SIGSEGV',
  'SIGXCPU',
  'SIGXFSZ',
  'SIGSYS',
];

/** What happens to a program that does not handle the signal; signal(7), "Standard signals". */
function defaultAction(name: string): string {
  if (name === 'SIGKILL') return 'The program ends; it cannot handle this signal.';
  if (name === 'SIGSTOP') return 'The program stops until SIGCONT; it cannot handle this signal.';
  if (name === 'SIGCONT') return 'A program that was stopped goes on.';
  if (IGNORED.includes(name)) return 'A program that does not handle it is not affected.';
  if (STOPPING.includes(name)) return 'A program that does not handle it stops until SIGCONT.';
  return `A program that does not handle it ends${DUMPING.includes(name) ? ', with a core dump' : ''}.`;
}
