/** The smallest replacement that makes one text another: `start` to `oldEnd` of the old became `start` to `newEnd` of the new. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Long equal stretches are compared by the engine, not character by character; where one differs, shorter ones are tried. */
const STRETCHES = [65_536, 4096, 256, 1];

export function changeBetween(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  const start = commonStart(before, after, most);
  const end = commonEnd(before, after, most - start);
  return { start, oldEnd: before.length - end, newEnd: after.length - end };
}

function commonStart(a: string, b: string, most: number): number {
  let at = 0;
  for (const stretch of STRETCHES)
    while (at + stretch <= most && a.slice(at, at + stretch) === b.slice(at, at + stretch)) at += stretch;
  return at;
}

function commonEnd(a: string, b: string, most: number): number {
  let length = 0;
  for (const stretch of STRETCHES) {
    const tail = (text: string): string => text.slice(text.length - length - stretch, text.length - length);
    while (length + stretch <= most && tail(a) === tail(b)) length += stretch;
  }
  return length;
}
