import { readWord, type Word, type WordFault, type WordOptions, wordSpan } from '../syntax/words.ts';
import type { Span } from '../text/span.ts';
import { expandSpecifiers, type SpecifierContext, type SpecifierSet, unexpandedSpan } from './specifiers.ts';

/** Decoded text that still knows where in the value each of its characters stands. */
export interface Located {
  readonly text: string;
  /** The range in the value for a range of `text`; all of it when not given. */
  span(from?: number, to?: number): Span;
}

/** A stretch of the value as it stands, from offset `start` on. */
export const locatedText = (text: string, start = 0): Located => ({
  text,
  span: (from = 0, to = text.length) => ({ start: start + from, end: start + to }),
});

/** A word of the value, its quotes and escapes decoded. */
export const locatedWord = (word: Word): Located => ({
  text: word.text,
  span: (from, to) => wordSpan(word, from, to),
});

/** A part of a located text. */
export const partOf = (whole: Located, from: number, to = whole.text.length): Located => ({
  text: whole.text.slice(from, to),
  span: (start = 0, end = to - from) => whole.span(from + start, from + end),
});

/** A word read from a located text, still located in the value. */
export const wordWithin = (whole: Located, word: Word): Located => ({
  text: word.text,
  span(from, to) {
    const inner = wordSpan(word, from, to);
    return whole.span(inner.start, inner.end);
  },
});

/** A located text with its specifiers replaced; `unknown` is the first one systemd does not know here. */
export function expandLocated(
  source: Located,
  context: SpecifierContext,
  set: SpecifierSet = 'all',
): Located & { readonly unknown?: Span & { readonly letter: string } } {
  const expansion = expandSpecifiers(source.text, context, set);
  const first = expansion.unknown[0];
  if (!expansion.offsets) return source;
  return {
    text: expansion.text,
    span(from = 0, to = expansion.text.length) {
      // What became nothing is still to be seen.
      if (expansion.text === '') return source.span();
      const inner = unexpandedSpan(expansion, from, to);
      return source.span(inner.start, inner.end);
    },
    unknown: first && { ...source.span(first.start, first.end), letter: first.letter },
  };
}

export interface Fields {
  readonly fields: readonly Word[];
  readonly fault?: WordFault;
  /** Where the text after the last field asked for begins; undefined when nothing is left, not even an empty field. */
  readonly rest?: number;
}

/**
 * Splits at single separators (a colon unless said otherwise), as `extract_many_words()` does with
 * EXTRACT_DONT_COALESCE_SEPARATORS: a separator at the end is followed by an empty field.
 */
export function readFields(text: string, options: WordOptions = {}, max = Number.POSITIVE_INFINITY): Fields {
  const form: WordOptions = { separators: ':', ...options, dontCoalesce: true };
  const fields: Word[] = [];
  let at = 0;
  while (fields.length < max) {
    const empty: Word = { text: '', start: text.length, end: text.length, quoted: false };
    const { word = empty, fault, next } = at < text.length ? readWord(text, at, form) : { next: at };
    if (fault) return { fields, fault };
    fields.push(word);
    // Without a separator after it, a field that reaches the end is the last.
    if (next >= text.length && next <= word.end) return { fields };
    at = next;
  }
  return { fields, rest: at };
}
