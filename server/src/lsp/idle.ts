import { notifySafe } from './run-safe.ts';

/** Work put off until a text has not changed for a while; asked for again, it waits again. */
export interface Idle {
  later(key: string, work: () => void | Promise<void>): void;
  forget(key: string): void;
}

export function createIdle(milliseconds: number, log: (message: string) => void): Idle {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const forget = (key: string): void => {
    clearTimeout(timers.get(key));
    timers.delete(key);
  };
  return {
    forget,
    later(key, work) {
      forget(key);
      const run = notifySafe(key, log, () => {
        timers.delete(key);
        return work();
      });
      timers.set(key, setTimeout(run, milliseconds));
    },
  };
}
