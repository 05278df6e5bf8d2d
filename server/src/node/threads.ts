import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { CheckTask } from '../cli/check-threads.ts';
import type { CliHost } from '../cli/host.ts';

/** What `main.ts` is started with when it is a thread that helps. */
interface ThreadData {
  readonly systemdUnitsCheck: unknown;
}

/**
 * Starts the command once more as a thread: `cli.cjs`, which stands beside the bundle wherever it is shipped. Where it does not,
 * the thread has ended before it begins.
 */
export function threadStarter(program = join(__dirname, 'cli.cjs')): NonNullable<CliHost['startThread']> {
  return (task, heard) => {
    const data: ThreadData = { systemdUnitsCheck: task };
    const worker = new Worker(program, { workerData: data, argv: [] });
    worker.on('message', heard);
    // Nobody is told: what it would have done is done without it.
    worker.on('error', () => {});
    return {
      tell: (message) => worker.postMessage(message),
      ended: new Promise((resolve) => worker.once('exit', () => resolve())),
      end: () => void worker.terminate(),
    };
  };
}

/** The task of this thread, if it is one that helps. */
export const taskOfThread = (): CheckTask | undefined =>
  isMainThread ? undefined : ((workerData as Partial<ThreadData> | null)?.systemdUnitsCheck as CheckTask | undefined);

export const tellMain = (message: unknown): void => parentPort?.postMessage(message);

/** What the main thread tells next. */
export const toldByMain = (): Promise<unknown> => new Promise((resolve) => parentPort?.once('message', resolve));
