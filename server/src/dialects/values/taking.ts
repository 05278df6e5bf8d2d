import { type Consequence, faultAt, nameOf, quoted, whole } from '../../values/problem.ts';
import type { Candidate, ValueContext, ValueType } from '../../values/value-type.ts';
import { checkWords, completeWord, type ListForm } from '../../values/word-list.ts';

interface Taking {
  readonly parsers: readonly string[];
  /** What a value is, for a sentence: `an address like 10.0.0.1`. */
  readonly what: string;
  /** Whether the program takes the value, which is not empty. */
  takes(text: string, context: ValueContext): boolean;
  /** Whether the empty value is taken, and means the default again. */
  readonly empty?: boolean | ((context: ValueContext) => boolean);
  /** Values worth offering. */
  readonly items?: readonly Candidate[];
  readonly form?: string;
  /** What another value costs; the line, unless it is told. */
  readonly consequence?: Consequence;
}

/** A directive that takes one value of some form. */
export const taking = ({ parsers, what, takes, empty, items, form, consequence = 'ignored' }: Taking): ValueType => ({
  parsers,
  repeats: 'replaces',
  ...(form !== undefined && { form }),
  check(text, context) {
    const isEmptyTaken = typeof empty === 'function' ? empty(context) : empty;
    if (text === '' ? isEmptyTaken : takes(text, context)) return [];
    return [fault(text, whole(text), { what, context, consequence })];
  },
  ...(items && { complete: (text: string) => ({ ...whole(text), items }) }),
});

/** A directive that takes words of some form, each of which is left out if it has not the form. */
export const takingWords = ({
  parsers,
  what,
  takes,
  items,
  form,
  words = {},
  consequence = 'entry',
}: Omit<Taking, 'empty'> & { readonly words?: ListForm }): ValueType => ({
  parsers,
  repeats: 'extends',
  ...(form !== undefined && { form }),
  check: (text, context) =>
    checkWords(text, words, context, (word) =>
      takes(word.text, context) ? [] : [fault(word.text, word, { what, context, consequence })],
    ),
  ...(items && { complete: (text: string, offset: number) => completeWord(text, offset, words, items) }),
});

interface Said {
  readonly what: string;
  readonly context: ValueContext;
  readonly consequence: Consequence;
}

function fault(text: string, at: { start: number; end: number }, { what, context, consequence }: Said) {
  const not = text === '' ? 'and may not be empty' : `not ${quoted(text)}`;
  const said = `${nameOf(context)} takes ${what}, ${not}`;
  return faultAt(at, { rule: text === '' ? 'value-empty' : 'value-invalid', consequence, what: said });
}

export const keywords = (words: Readonly<Record<string, string>>): Candidate[] =>
  Object.entries(words).map(([label, detail]) => ({ label, kind: 'keyword', ...(detail && { detail }) }));
