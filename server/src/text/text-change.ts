/** The smallest replacement that makes one text another: `start` to `oldEnd` of the old became `start` to `newEnd` of the new. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Long equal stretches are compared by the engine, not character by character. */
const STRETCH = 4096;

export function changeBetween(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  const start = commonStart(before, after, most);
  const end = commonEnd(before, after, most - start);
  return { start, oldEnd: before.length - end, newEnd: after.length - end };
}

function commonStart(a: string, b: string, most: number): number {
  let at = 0;
  while (at + STRETCH <= most && a.slice(at, at + STRETCH) === b.slice(at, at + STRETCH)) at += STRETCH;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function commonEnd(a: string, b: string, most: number): number {
  let length = 0;
  const tail = (text: string): string => text.slice(text.length - length - STRETCH, text.length - length);
  while (length + STRETCH <= most && tail(a) === tail(b)) length += STRETCH;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++;
  return length;
}
