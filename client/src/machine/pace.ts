/**
 * Makes a call of a storm of calls: the first is made at once, those that come while it is under way or within the gap are made
 * as one, afterwards.
 * @param gap milliseconds between two beginnings, at least
 */
export function paced(call: () => Promise<void>, gap: () => number): { (): void; dispose(): void } {
  let timer: NodeJS.Timeout | undefined;
  let isBusy = false;
  let isWanted = false;
  const begin = () => {
    isBusy = true;
    isWanted = false;
    const pause = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, gap());
    });
    void Promise.allSettled([call(), pause]).then(() => {
      isBusy = false;
      if (isWanted) begin();
    });
  };
  const request = () => {
    if (isBusy) isWanted = true;
    else begin();
  };
  return Object.assign(request, { dispose: () => clearTimeout(timer) });
}
