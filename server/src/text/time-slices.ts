/** Work in parts: between two of them whoever runs it may do something else, or leave the rest. */
export type TimeSliced<R> = Generator<void, R>;

/** Items looked at in one slice: few enough that nobody waits for it. */
const PART = 64;

/** The same as a loop over the items, in time slices. */
export function* inTimeSlices<T>(items: Iterable<T>, work: (item: T) => void): TimeSliced<void> {
  let count = 0;
  for (const item of items) {
    work(item);
    count += 1;
    if (count % PART === 0) yield;
  }
}

/** The same work at once, for those who have nobody waiting. */
export function atOnce<R>(work: TimeSliced<R>): R {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
