import { hostileTexts } from '../bench/parts/hostile.mjs';

/** `GROWTH=full` for every shape at 1,000, 10,000 and 100,000 characters: an hour. */
const FULL = process.env.GROWTH === 'full';

/** Lengths of hostile text; from each to the next it is tenfold. */
export const LENGTHS = FULL ? [1000, 10_000, 100_000] : [400, 4000];

/** Shapes that have caught something; the others are asked at night. */
const TELLING = [
  'a', 'a ', '9', '1s', '/a', '/a/..', 'a:', '"', '"a" ', '\\x41', '\\q', ',', '=', '~a ', '${A}', '%i', '%Q', '@', 'a.', 'date +%Y ', ' # ', '`',
]; // biome-ignore format: a table

const names = new Set(TELLING.map((part) => JSON.stringify(part)));

export const shapes = hostileTexts.filter(({ name }) => FULL || names.has(name) || name.startsWith('["a"," "'));

/**
 * A text of about this length in which no part is cut in two, neither in the middle nor at the end: of half a name, or of a name
 * where another text has a blank, something else is asked, and takes other steps.
 */
export function ofWholeParts({ name, make }: (typeof shapes)[number], length: number): string {
  const part: unknown = JSON.parse(name);
  return typeof part === 'string' ? make(length - (length % (2 * part.length))) : make(length);
}

/** What is made once and not by the character: lists of words, the text around the value. */
const AT_MOST_ONCE = 3000;

/** Tenfold the text may take tenfold the steps, and what sorting and searching add. */
export function isSuperlinear(steps: readonly number[]): boolean {
  return steps.some((count, i) => i > 0 && count > 13 * steps[i - 1]! + AT_MOST_ONCE);
}
