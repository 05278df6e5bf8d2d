import { enumeration } from '../../values/basic/enumeration.ts';
import type { ValueType } from '../../values/value-type.ts';

/** The parsers of networkd by what their names end with. */
export const named = (parsers: string): string[] => parsers.split(' ').map((parser) => `config_parse_${parser}`);

export type Words = Readonly<Record<string, string>>;

interface Options {
  readonly empty?: boolean;
  /** What yes and no mean, where they are taken. */
  readonly boolean?: { readonly yes: string; readonly no: string };
  /** The first release that knows a word. */
  readonly since?: Readonly<Record<string, number>>;
}

/** One of a few words, each with what it means. */
export const oneOf = (parsers: string, words: Words, { since = {}, ...options }: Options = {}): ValueType =>
  enumeration({
    parsers: named(parsers),
    words: Object.entries(words).map(([word, what]) => ({ word, what, ...(since[word] && { from: since[word] }) })),
    ...options,
  });

export const YES_NO = { yes: 'the setting is on', no: 'the setting is off' };
