import { signals as table } from '../../schema/generated/names.ts';
import { rowsOf } from '../../schema/rows.ts';
import { INT, parseInteger } from '../numbers/integer.ts';

/** What each is for, in a few words; signal(7). */
const uses: Readonly<Record<string, string>> = {
  SIGHUP: 'terminal closed, or: read your configuration again',
  SIGINT: 'interrupt, Ctrl+C',
  SIGQUIT: 'quit with a core dump',
  SIGILL: 'illegal instruction',
  SIGTRAP: 'breakpoint',
  SIGABRT: 'abort with a core dump',
  SIGBUS: 'bad memory access',
  SIGFPE: 'arithmetic error',
  SIGKILL: 'ends at once, cannot be caught',
  SIGUSR1: 'free for the program',
  SIGSEGV: 'invalid memory access',
  SIGUSR2: 'free for the program',
  SIGPIPE: 'nobody reads',
  SIGALRM: 'timer',
  SIGTERM: 'please end',
  SIGSTKFLT: 'unused',
  SIGCHLD: 'a child process changed',
  SIGCONT: 'go on',
  SIGSTOP: 'stops, cannot be caught',
  SIGTSTP: 'stop, Ctrl+Z',
  SIGTTIN: 'reading in the background',
  SIGTTOU: 'writing in the background',
  SIGURG: 'urgent data',
  SIGXCPU: 'CPU time used up',
  SIGXFSZ: 'file too large',
  SIGVTALRM: 'virtual timer',
  SIGPROF: 'profiling timer',
  SIGWINCH: 'window size changed',
  SIGIO: 'input or output possible',
  SIGPWR: 'power failure',
  SIGSYS: 'bad system call',
};

export interface Signal {
  readonly number: number;
  /** `SIGTERM`. */
  readonly name: string;
  readonly what: string;
}

/** The signals with names, by number from 1 on. */
export const signals: readonly Signal[] = rowsOf(table).map(([name = '', number]) => ({
  name,
  number: Number(number),
  what: uses[name] ?? '',
}));

const byName = new Map(signals.map(({ name, number }) => [name.slice(3), number]));
const FIRST_REALTIME = 34;
const LAST = 64;

/** The number of a signal as `signal_from_string()` of src/basic/signal-util.c reads it, or undefined. */
export function parseSignal(text: string): number | undefined {
  const number = parseInteger(text, INT);
  if (typeof number === 'bigint') return number >= 1n && number <= LAST ? Number(number) : undefined;
  const name = text.startsWith('SIG') ? text.slice(3) : text;
  return byName.get(name) ?? realtime(name, 'RTMIN', '+', FIRST_REALTIME, 1) ?? realtime(name, 'RTMAX', '-', LAST, -1);
}

/** `RTMIN+n` and `RTMAX-n`: 31 signals without names. */
function realtime(name: string, base: string, sign: string, start: number, step: 1 | -1): number | undefined {
  if (!name.startsWith(base)) return undefined;
  const rest = name.slice(base.length);
  if (rest === '') return start;
  if (!rest.startsWith(sign)) return undefined;
  const offset = parseInteger(rest.slice(1), { from: 0n, to: BigInt(LAST - FIRST_REALTIME), unsigned: true });
  return typeof offset === 'bigint' ? start + step * Number(offset) : undefined;
}

/** `SIGTERM`, `SIGRTMIN+3`. */
export function signalName(number: number): string {
  const known = signals[number - 1];
  if (known) return known.name;
  return number >= FIRST_REALTIME ? `SIGRTMIN+${number - FIRST_REALTIME}` : `${number}`;
}
