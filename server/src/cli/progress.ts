import type { CliHost } from './host.ts';

/** Nobody minds waiting this long, in milliseconds; and no eye follows faster. */
const PATIENCE = 500;
const INTERVAL = 100;

/** Tells one step done, or so many of all that others do as well; `end` wipes what was shown. */
export interface Progress {
  (begun?: number): void;
  end(): void;
}

/** Shows how far a long run has come, where somebody watches. */
export function progress(host: CliHost, total: number): Progress {
  const { showProgress, now } = host;
  if (!showProgress) return Object.assign(() => {}, { end() {} });
  let done = 0;
  let next = now() + PATIENCE;
  let isShown = false;
  const step = (begun = done + 1): void => {
    done = Math.min(begun, total);
    const time = now();
    if (time < next) return;
    next = time + INTERVAL;
    isShown = true;
    showProgress(`checking ${done} of ${total} …`);
  };
  return Object.assign(step, {
    end() {
      if (isShown) showProgress('');
    },
  });
}
