import type { Span } from '../../text/span.ts';

/** The formats of `date … +%Y-%m-%d`: behind the first plus sign of the command, up to a blank, quote or bracket. */
export function* formatsIn(text: string): Generator<Span> {
  let stop = -1;
  let from = 0;
  for (const { index } of text.matchAll(/\bdate\b/g)) {
    if (index < from) continue;
    if (stop < index) stop = endOf(text, index, /[;|&+]/g);
    if (text[stop] !== '+') continue;
    const start = /["']/.test(text[stop + 1] ?? '') ? stop + 2 : stop + 1;
    from = endOf(text, start, /[\s"'`)]/g);
    yield { start, end: from };
  }
}

/** Where one of some marks stands, from a place on. */
function endOf(text: string, from: number, marks: RegExp): number {
  marks.lastIndex = from;
  return marks.exec(text)?.index ?? text.length;
}
