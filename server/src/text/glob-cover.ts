/** A word with `*`, `?` and `[…]`, as fnmatch(3) without flags reads it: one test for each character, or `*`. */
type Glob = readonly ('*' | CharacterTest)[];

interface CharacterTest {
  /** Code points, both ends included. */
  readonly ranges: readonly (readonly [number, number])[];
  readonly isNegated: boolean;
}

/** Words of which one has to fit, and those of which none may; of no word at all every text is one. */
export interface GlobList {
  readonly positive: readonly string[];
  readonly negative: readonly string[];
}

const ANY: CharacterTest = { ranges: [], isNegated: true };

/** Undefined for what may be read in another way elsewhere: classes such as `[[:alpha:]]`, and letters of more than a byte. */
export function parseGlob(word: string): Glob | undefined {
  if (!/^[\x01-\x7f]*$/.test(word)) return undefined;
  const points = [...word].map((character) => character.codePointAt(0)!);
  const glob: ('*' | CharacterTest)[] = [];
  for (let at = 0; at < points.length; at++) {
    const character = String.fromCodePoint(points[at]!);
    if (character === '*') {
      if (glob.at(-1) !== '*') glob.push('*');
    } else if (character === '?') glob.push(ANY);
    else if (character === '[') {
      const set = readSet(points, at + 1);
      if (!set) return undefined;
      glob.push(set.test);
      at = set.end;
    } else {
      if (character === '\\') at++;
      const point = points[at];
      if (point === undefined) return undefined;
      glob.push({ ranges: [[point, point]], isNegated: false });
    }
  }
  return glob;
}

const code = (character: string): number => character.codePointAt(0)!;

/** A set from behind its bracket on; `end` is where the closing one stands. */
function readSet(points: readonly number[], from: number): { test: CharacterTest; end: number } | undefined {
  const isNegated = points[from] === code('!') || points[from] === code('^');
  const first = isNegated ? from + 1 : from;
  const ranges: [number, number][] = [];
  for (let at = first; at < points.length; at++) {
    const point = points[at]!;
    if (point === code(']') && at > first) return { test: { ranges, isNegated }, end: at };
    // Classes, and what a backslash or a slash means in a set, depends on more than the word.
    if (point === code('[') || point === code('\\') || point === code('/')) return undefined;
    const isRange = points[at + 1] === code('-') && points[at + 2] !== undefined && points[at + 2] !== code(']');
    if (!isRange) ranges.push([point, point]);
    else {
      const last = points[at + 2]!;
      if (last === code('[') || last === code('\\') || last < point) return undefined;
      ranges.push([point, last]);
      at += 2;
    }
  }
  return undefined;
}

const takes = ({ ranges, isNegated }: CharacterTest, point: number): boolean =>
  ranges.some(([first, last]) => first <= point && point <= last) !== isNegated;

/** The places in a glob at which one may be, as bits; the last is behind its end. */
type Places = bigint;

/** With every `*` passed over that may be. */
function settled(glob: Glob, places: Places): Places {
  let all = places;
  for (let at = 0; at < glob.length; at++)
    if (glob[at] === '*' && all & (1n << BigInt(at))) all |= 1n << BigInt(at + 1);
  return all;
}

function step(glob: Glob, places: Places, point: number): Places {
  let next = 0n;
  for (let at = 0; at < glob.length; at++) {
    const bit = 1n << BigInt(at);
    if (!(places & bit)) continue;
    const test = glob[at]!;
    if (test === '*') next |= bit;
    else if (takes(test, point)) next |= bit << 1n;
  }
  return settled(glob, next);
}

const isAtEnd = (glob: Glob, places: Places): boolean => (places & (1n << BigInt(glob.length))) !== 0n;

/** Whether a word fits a text; undefined where that is not certain. */
export function matchesGlob(word: string, text: string): boolean | undefined {
  const glob = parseGlob(word);
  if (!glob) return undefined;
  let places = settled(glob, 1n);
  for (const character of text) places = step(glob, places, code(character));
  return isAtEnd(glob, places);
}

/**
 * Whether a list of words takes a text: none of those after `!` may fit, and one of the others has to, if there are any;
 * `net_condition_test_strv()` of src/shared/net-condition.c. Undefined where that is not certain.
 */
export function takesText({ positive, negative }: GlobList, text: string): boolean | undefined {
  const refused = negative.map((word) => matchesGlob(word, text));
  const taken = positive.map((word) => matchesGlob(word, text));
  if (refused.includes(true)) return false;
  const isTaken = positive.length === 0 || taken.includes(true);
  if (isTaken) return refused.includes(undefined) ? undefined : true;
  return taken.includes(undefined) ? undefined : false;
}

/** States to look at before nothing is claimed: lists of people have dozens. */
const MOST_STATES = 1_000;

/** More than this nobody writes; each costs a step for each state. */
const MOST_GLOBS = 32;

/**
 * Whether every text that one list takes is taken by another as well. True is certain: all texts are walked through at
 * once, by the places in the globs at which they may be. False where a text is found that only the first takes, or where
 * the search would take too long.
 */
export function isCovered(inner: GlobList, outer: GlobList): boolean {
  const read = [inner.positive, inner.negative, outer.positive, outer.negative].map((words) => words.map(parseGlob));
  const all = read.flat();
  if (all.length > MOST_GLOBS || all.includes(undefined)) return false;
  const globs = all as Glob[];
  const [ownPositive, ownNegative, otherPositive] = read.map(({ length }) => length) as [number, number, number];
  const starts = [0, ownPositive, ownPositive + ownNegative, ownPositive + ownNegative + otherPositive];
  const isTaken = (state: readonly Places[], from: 0 | 2): boolean => {
    const fits = (start: number, end: number): boolean =>
      globs.slice(start, end).some((glob, i) => isAtEnd(glob, state[start + i]!));
    const [first, negatives, end] = [starts[from]!, starts[from + 1]!, starts[from + 2] ?? globs.length];
    return !fits(negatives, end) && (first === negatives || fits(first, negatives));
  };
  const points = tellingPoints(globs);
  const start = globs.map((glob) => settled(glob, 1n));
  const seen = new Set([start.join()]);
  const open = [start];
  for (let state = open.pop(); state; state = open.pop()) {
    if (isTaken(state, 0) && !isTaken(state, 2)) return false;
    for (const point of points) {
      const next = globs.map((glob, i) => step(glob, state![i]!, point));
      const key = next.join();
      if (seen.has(key)) continue;
      if (seen.size >= MOST_STATES) return false;
      seen.add(key);
      open.push(next);
    }
  }
  return true;
}

/** One character of each sort that the globs tell apart. */
function tellingPoints(globs: readonly Glob[]): number[] {
  const borders = new Set([0]);
  for (const part of globs.flat()) {
    if (part === '*') continue;
    for (const [first, last] of part.ranges) borders.add(first).add(last + 1);
  }
  return [...borders];
}
