import type { CheckArguments, SharedArguments } from './check-arguments.ts';
import type { Complaint } from './complaints.ts';
import type { CliHost, Thread } from './host.ts';
import type { CheckedFile } from './problem.ts';

/** What came of a file: undefined for what is not a unit. */
export interface Outcome {
  readonly file: CheckedFile | undefined;
  readonly complaints: readonly Complaint[];
}

/** What another thread has to know to judge some of the files. Every thread reads all of them: a file is judged among the others. */
export interface CheckTask {
  readonly options: SharedArguments;
  readonly paths: readonly string[];
  /** The index of the first file that nobody has begun with, in memory that all threads share. */
  readonly next: Int32Array;
}

/** What came of some files that stand one after the other. */
export interface Answer {
  readonly first: number;
  readonly outcomes: readonly Outcome[];
}

/** Fewer files are judged before another thread is up. */
const MANY = 300;
/** Another thread for so many. */
const EACH = 150;
/** Each of them knows all units. */
const MOST_THREADS = 4;
/** Files of one unit, which stand together, are mostly judged by one thread. */
const PORTION = 16;

export interface Helpers {
  /** How many files somebody has begun with. */
  begun(): number;
  /** Judges what no other thread does, and gives what came of all, in order. */
  share(judge: (path: string) => Outcome): Promise<readonly Outcome[]>;
}

/** Undefined where it would not pay; a mended file changes what there is to say of those after it. */
export function startHelpers(host: CliHost, paths: readonly string[], options: CheckArguments): Helpers | undefined {
  const { startThread, processors = 1 } = host;
  if (!startThread || options.fix || paths.length < MANY) return undefined;
  const count = Math.min(processors, MOST_THREADS, Math.floor(paths.length / EACH)) - 1;
  if (count < 1) return undefined;
  const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const outcomes = new Array<Outcome | undefined>(paths.length).fill(undefined);
  let left = paths.length;
  const settle = ({ first, outcomes: some }: Answer): void => {
    for (const [i, outcome] of some.entries()) outcomes[first + i] = outcome;
    left -= some.length;
  };
  const { target, manager, own, fix, instead, rules, root, unitPaths, stdinName } = options;
  const rest = { target, manager, own, fix, instead, rules, root, unitPaths, stdinName };
  const shared: SharedArguments = { ...rest, paths: options.paths };
  const threads: Thread[] = [];
  const isDone = new Promise<void>((resolve) => {
    const heard = (message: unknown): void => {
      settle(message as Answer);
      if (left === 0) resolve();
    };
    const task: CheckTask = { options: shared, paths, next };
    for (let i = 0; i < count; i++) threads.push(startThread(task, heard));
    void Promise.all(threads.map(({ ended }) => ended)).then(() => resolve());
  });
  return {
    begun: () => Atomics.load(next, 0),
    async share(judge) {
      for (const first of portions(next, paths.length)) settle({ first, outcomes: portion(paths, first).map(judge) });
      if (left > 0) await isDone;
      for (const thread of threads) thread.end();
      // A thread that could not start, or did not come to its end, leaves some.
      return outcomes.map((outcome, i) => outcome ?? judge(paths[i]!));
    },
  };
}

/** The places from which on a thread is to judge, one after the other, until there are no more. */
export function* portions(next: Int32Array, count: number): Iterable<number> {
  for (;;) {
    const first = Atomics.add(next, 0, PORTION);
    if (first >= count) return;
    yield first;
  }
}

export const portion = (paths: readonly string[], first: number): readonly string[] =>
  paths.slice(first, first + PORTION);
