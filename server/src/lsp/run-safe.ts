import type { CancellationToken } from 'vscode-languageserver';
import type { TimeSliced } from '../text/time-slices.ts';
import { LSPErrorCodes, ResponseError } from './vscode-languageserver.ts';

/** After messages that already arrived; a web worker has no `setImmediate`. */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => void (typeof setImmediate === 'function' ? setImmediate(resolve) : setTimeout(resolve, 0)));

/** A log that says the same thing once: a fault in a feature comes back with every keystroke. */
export function logOnce(log: (message: string) => void): (message: string) => void {
  const said = new Set<string>();
  return (message) => {
    if (said.has(message)) return;
    if (said.size >= MOST_MESSAGES) said.clear();
    said.add(message);
    log(message);
  };
}

const MOST_MESSAGES = 1000;

/**
 * Wraps a feature for the wire, once: a fault in it is logged and answered with `none`, so that the server lives;
 * a request cancelled before its turn is answered as such. What takes long is done in turns: between them other messages are
 * read, and a cancellation ends it.
 */
export function runSafe<P, R>(
  name: string,
  none: R,
  log: (message: string) => void,
  feature: (params: P, pause: Pause) => R | Promise<R> | TimeSliced<R | Promise<R>>,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
  const cancelled = () => new ResponseError<never>(LSPErrorCodes.RequestCancelled, `${name} cancelled`);
  return async (params, token) => {
    const pause = async (): Promise<void> => {
      await nextTurn();
      if (token.isCancellationRequested) throw cancelled();
    };
    // Let a cancellation that already arrived be seen before the work starts.
    await nextTurn();
    if (token.isCancellationRequested) return cancelled();
    try {
      const work = feature(params, pause);
      if (!isInTurns(work)) return await work;
      for (;;) {
        const { done, value } = work.next();
        if (done) return await value;
        await nextTurn();
        if (token.isCancellationRequested) return cancelled();
      }
    } catch (error) {
      // A refusal is an answer, meant for the user.
      if (error instanceof ResponseError) return error as ResponseError<never>;
      log(`${name} failed: ${told(error)}`);
      return none;
    }
  };
}

/** Other messages are read; throws where the request was cancelled meanwhile. For what takes long and cannot be a generator. */
export type Pause = () => Promise<void>;

const isInTurns = <R>(work: R | Promise<R> | TimeSliced<R | Promise<R>>): work is TimeSliced<R | Promise<R>> =>
  typeof work === 'object' && work !== null && 'next' in work && Symbol.iterator in work;

/** The same for what is not answered: nobody would catch its fault, and the process would end. */
export const notifySafe =
  <P>(name: string, log: (message: string) => void, work: (params: P) => void | Promise<void>) =>
  async (params: P): Promise<void> => {
    try {
      await work(params);
    } catch (error) {
      log(`${name} failed: ${told(error)}`);
    }
  };

const told = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
