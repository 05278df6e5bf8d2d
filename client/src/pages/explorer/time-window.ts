/** What of an axis is seen: from a time to another, in microseconds. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** Nothing is to be seen of less. */
const LEAST = 1000;

/** Seen from nearer (a factor above 1) or farther; what stands at `centre`, a part of the width, stays there. */
export function zoomed({ from, to }: TimeWindow, whole: TimeWindow, factor: number, centre = 0.5): TimeWindow {
  const width = Math.min(whole.to - whole.from, Math.max(LEAST, (to - from) / factor));
  const fixed = from + (to - from) * centre;
  return within({ from: fixed - width * centre, to: fixed + width * (1 - centre) }, whole);
}

/** Moved by a part of its width. */
export const panned = ({ from, to }: TimeWindow, whole: TimeWindow, by: number): TimeWindow =>
  within({ from: from + (to - from) * by, to: to + (to - from) * by }, whole);

/** As wide as before, where the whole is. */
function within({ from, to }: TimeWindow, whole: TimeWindow): TimeWindow {
  const width = Math.min(to - from, whole.to - whole.from);
  const start = Math.min(Math.max(from, whole.from), whole.to - width);
  return { from: start, to: start + width };
}
