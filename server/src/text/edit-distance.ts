import { memoize } from './memoize.ts';

/**
 * The candidate a misspelt word most likely means, or undefined when none is near.
 * The shortest candidate that begins with the word, else the nearest by Damerau-Levenshtein distance, at most a third of
 * the word away; case does not count.
 */
export function nearest(word: string, candidates: Iterable<string> & object): string | undefined {
  const lower = word.toLowerCase();
  const all = lowered(candidates);
  return (word.length >= 4 ? shortestWithPrefix(lower, all) : undefined) ?? nearestBySpelling(lower, all);
}

interface Candidate {
  readonly text: string;
  readonly lower: string;
}

/** A list that is asked again and again is made ready once. */
const lowered = memoize((candidates: Iterable<string> & object): readonly Candidate[] =>
  [...candidates].map((text) => ({ text, lower: text.toLowerCase() })),
);

/** `CAP_NET_BIND_SERVICE` for `CAP_NET_BIND`. */
function shortestWithPrefix(word: string, candidates: readonly Candidate[]): string | undefined {
  let best: string | undefined;
  for (const { text, lower } of candidates)
    if (lower.startsWith(word) && (best === undefined || text.length < best.length)) best = text;
  return best;
}

function nearestBySpelling(word: string, candidates: readonly Candidate[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const { text, lower } of candidates) {
    if (Math.abs(lower.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word, lower, bestDistance);
    if (distance < bestDistance) {
      best = text;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * Damerau-Levenshtein distance (optimal string alignment): insert, delete, replace, swap neighbours. From `enough` on it
 * is not told how much it is: of a file full of unknown words each is held against every known one.
 */
function editDistance(a: string, b: string, enough = Number.POSITIVE_INFINITY): number {
  let beforeLast: number[] = [];
  let leastBefore = 0;
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    // A swap reaches back over one row.
    if (least >= enough && leastBefore >= enough) return enough;
    leastBefore = least;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
