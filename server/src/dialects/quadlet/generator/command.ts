import type { Found } from './lookup.ts';
import type { Origin } from './unit-text.ts';
import { escapeWord } from './words.ts';

/** A command line that is being put together: its words, each with the line it is from. */
export interface Command {
  readonly words: readonly Found[];
  /** Options whose order Podman leaves to chance: where they begin, and the words of each. */
  /** How many of the words are podman's own: what is behind them is the image and what runs in it. */
  readonly optionsEnd?: number;
  readonly shuffled: readonly { readonly start: number; readonly options: readonly (readonly string[])[] }[];
}

export type Word = string | Found;

const toFound = (word: Word): Found => (typeof word === 'string' ? { text: word, origin: undefined } : word);

export const command = (...words: readonly Word[]): Command => ({ words: words.map(toFound), shuffled: [] });

export const add = (to: Command, ...words: readonly Word[]): Command => addAll(to, words);

/** The same of any number: a call takes no more arguments than there is stack. */
export const addAll = (to: Command, words: readonly Word[]): Command => ({
  ...to,
  words: [...to.words, ...words.map(toFound)],
});

/** Options that Podman writes in an order of chance (it walks over a Go map): here in the order given. */
export function addShuffled(to: Command, options: readonly (readonly Found[])[]): Command {
  const filled = options.filter((words) => words.length > 0);
  if (filled.length === 0) return to;
  const texts = filled.map((words) => words.map(({ text }) => text));
  return {
    ...to,
    words: [...to.words, ...filled.flat()],
    shuffled: [...to.shuffled, { start: to.words.length, options: texts }],
  };
}

/** Whatever is added from now on is not an option of podman. */
export const endOptions = (to: Command): Command => ({ ...to, optionsEnd: to.words.length });

/** `--flag value` for each value. */
export const option = (flag: string, values: readonly Found[]): Found[] =>
  values.flatMap((value) => [{ text: flag, origin: value.origin }, value]);

/** The same value with other text. */
export const retold = (found: Found, text: string): Found => ({ ...found, text });

export const commandText = ({ words }: Command, podman: number): string =>
  words.map(({ text }) => escapeWord(text, podman)).join(' ');

/** The lines a command's words are from, each once. */
export function originsOf(words: readonly Found[]): Origin[] {
  const seen = new Map<string, Origin>();
  for (const { origin } of words) if (origin) seen.set(`${origin.line} ${origin.path}`, origin);
  return [...seen.values()];
}
