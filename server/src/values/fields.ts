import { readWord, type Word, type WordFault, type WordOptions } from '../syntax/words.ts';

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
