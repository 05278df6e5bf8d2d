import type { CheckArguments, SharedArguments } from './check-arguments.ts';
import type { Complaint } from './complaints.ts';
import type { CliHost, Thread } from './host.ts';
import type { CheckedFile } from './problem.ts';
import type { ReadFiles, UnitTexts } from './unit-texts.ts';

/** What came of a file: undefined for what is not a unit. */
export interface Outcome {
  readonly file: CheckedFile | undefined;
  readonly complaints: readonly Complaint[];
}

/** What another thread has to know to judge some of the files. A file is judged among the others: every thread knows all their names. */
export interface CheckTask {
  readonly options: SharedArguments;
  readonly paths: readonly string[];
  /** The index of the first file that nobody has begun to judge, in memory that all threads share. */
  readonly next: Int32Array;
  /** The same of those that lie around, which are read before. */
  readonly reading: Int32Array;
}

/** What some files say of other units, for the threads that have not read them. */
export interface ReadShare {
  readonly read: ReadFiles;
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
  /** Reads what no other thread does, and takes what they have read. */
  shareReading(texts: UnitTexts): Promise<void>;
  /** Judges what no other thread does, and gives what came of all, in order. */
  share(judge: (path: string) => Outcome): Promise<readonly Outcome[]>;
}

/** Undefined where it would not pay; a mended file changes what there is to say of those after it. */
export function startHelpers(host: CliHost, paths: readonly string[], options: CheckArguments): Helpers | undefined {
  const { startThread, processors = 1 } = host;
  if (!startThread || options.fix || paths.length < MANY) return undefined;
  const count = Math.min(processors, MOST_THREADS, Math.floor(paths.length / EACH)) - 1;
  if (count < 1) return undefined;
  const { target, manager, own, fix, instead, rules, root, unitPaths, stdinName } = options;
  const rest = { target, manager, own, fix, instead, rules, root, unitPaths, stdinName };
  const shared: SharedArguments = { ...rest, paths: options.paths };
  const task: CheckTask = { options: shared, paths, next: sharedCounter(), reading: sharedCounter() };
  const judged = collected(paths.length);
  const helpers = Array.from({ length: count }, () => startHelper(startThread, task, judged.settle));
  const threads = helpers.map(({ thread }) => thread);
  const haveEnded = Promise.all(threads.map(({ ended }) => ended));
  return {
    begun: () => Atomics.load(task.next, 0),
    async shareReading(texts) {
      const read = readShare(texts, task.reading);
      const shares = await Promise.all(helpers.map(({ share }) => share));
      for (const [i, thread] of threads.entries()) thread.tell({ read: [...read, ...allBut(i, shares)] });
      texts.setRead(shares.flat());
    },
    async share(judge) {
      for (const first of portions(task.next, paths.length))
        judged.settle({ first, outcomes: portion(paths, first).map(judge) });
      await Promise.race([judged.areAll, haveEnded]);
      for (const thread of threads) thread.end();
      // A thread that could not start, or did not come to its end, leaves some.
      return judged.outcomes.map((outcome, i) => outcome ?? judge(paths[i]!));
    },
  };
}

const allBut = <T>(one: number, lists: readonly (readonly T[])[]): T[] => lists.filter((_, i) => i !== one).flat();

/** What came of so many files, portion by portion. */
function collected(count: number) {
  const outcomes = new Array<Outcome | undefined>(count).fill(undefined);
  let left = count;
  let end: () => void = () => undefined;
  const areAll = new Promise<void>((resolve) => {
    end = resolve;
  });
  const settle = ({ first, outcomes: some }: Answer): void => {
    for (const [i, outcome] of some.entries()) outcomes[first + i] = outcome;
    left -= some.length;
    if (left === 0) end();
  };
  return { outcomes, areAll, settle };
}

interface Helper {
  readonly thread: Thread;
  /** What it has read; nothing where it ended before. */
  readonly share: Promise<ReadFiles>;
}

function startHelper(
  startThread: NonNullable<CliHost['startThread']>,
  task: CheckTask,
  settle: (answer: Answer) => void,
): Helper {
  let hasRead: (files: ReadFiles) => void = () => undefined;
  const share = new Promise<ReadFiles>((resolve) => {
    hasRead = resolve;
  });
  const thread = startThread(task, (told) => {
    const message = told as ReadShare | Answer;
    if ('read' in message) hasRead(message.read);
    else settle(message);
  });
  void thread.ended.then(() => hasRead([]));
  return { thread, share };
}

const sharedCounter = (): Int32Array => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** Reads what nobody has begun with; all threads have the files in the same order. */
export function readShare(texts: UnitTexts, reading: Int32Array): ReadFiles {
  const unread = texts.unread();
  const files: ReadFiles[number][] = [];
  for (const first of portions(reading, unread.length)) files.push(...texts.read(portion(unread, first)));
  return files;
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
