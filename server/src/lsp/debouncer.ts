import { notifySafe } from './run-safe.ts';

/** Work put off until a text has not changed for a while; asked for again, it waits again. */
export interface Debouncer {
  schedule(key: string, work: () => void | Promise<void>): void;
  cancel(key: string): void;
}

export function createDebouncer(milliseconds: number, log: (message: string) => void): Debouncer {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const forget = (key: string): void => {
    clearTimeout(timers.get(key));
    timers.delete(key);
  };
  return {
    cancel: forget,
    schedule(key, work) {
      forget(key);
      const run = notifySafe(key, log, () => {
        timers.delete(key);
        return work();
      });
      timers.set(key, setTimeout(run, milliseconds));
    },
  };
}
