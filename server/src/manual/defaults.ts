import { blocksText } from './plain.ts';
import { sentences } from './sentences.ts';
import type { Block } from './tree.ts';

/** A sentence longer than this explains more than the default. */
const LONGEST = 200;

/** What the manual says of a value by the side of it: "If set to no (the default)". */
const inPassing =
  /\bset to (?:["“]([^"”]+)["”]|([\w.-]+)),? \((?:which is )?the default((?: (?:if|when|for) [^()]{1,120})?)\)/;

/** The sentence that states a default; else the value called the default in passing. */
export function defaultsOf(blocks: readonly Block[]): string | undefined {
  const text = blocksText(blocks);
  const all = sentences(text);
  const own = all.find((sentence) => /^Defaults? (?:to|is)\b/.test(sentence));
  if (own !== undefined) return own;
  const told = all.find((sentence) => /\b[Tt]he default is\b|(?<![(\w])defaults to\b/.test(sentence));
  if (told !== undefined && told.length <= LONGEST) return told;
  const passing = inPassing.exec(text);
  const value = passing?.[1] ?? passing?.[2];
  return value === undefined ? undefined : `Default: ${value}${passing?.[3] ?? ''}.`;
}
