import type { Span } from '../../text/span.ts';
import { utf8Length } from '../../text/utf8.ts';
import { parseInteger, UINT } from '../../values/numbers/integer.ts';
import { factsOf, type LineFact } from '../lines/facts.ts';

/** What is replaced in values, by its name behind a dollar sign; udev(7). */
export const substitutions = factsOf('udev-rules', 'substitution');

/** In the order in which udev looks for names: the first that a text begins with counts. */
const all: readonly LineFact[] = [...substitutions.values()];

/** A substitution in a value; offsets count in the value. */
export interface Substitution extends Span {
  readonly fact: LineFact;
  /** What stands in braces behind it. */
  readonly attribute?: string | undefined;
}

/** Where a value stops being one, and why. */
export interface SubstitutionFault extends Span {
  readonly message: string;
  /** What was meant, as far as can be told. */
  readonly instead?: string | undefined;
}

/** `UDEV_PATH_SIZE` of src/udev/udev-def.h, in bytes. */
const PATH_SIZE = 1024;

/**
 * The substitutions in a text up to the first that is wrong, and that; a sign twice stands for itself.
 * `udev_check_format()` of src/udev/udev-format.c.
 */
export function readSubstitutions(text: string): {
  readonly found: readonly Substitution[];
  readonly fault?: SubstitutionFault;
} {
  const found: Substitution[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (sign !== '$' && sign !== '%') continue;
    if (text[at + 1] === sign) {
      at++;
      continue;
    }
    const read = readSubstitution(text, at);
    if ('message' in read) return { found, fault: read };
    found.push(read);
    at = read.end - 1;
  }
  return { found };
}

function readSubstitution(text: string, start: number): Substitution | SubstitutionFault {
  const fact = text[start] === '$' ? named(text, start + 1) : lettered(text[start + 1]);
  if (!fact) return unknown(text, start);
  const nameEnd = start + 1 + (text[start] === '$' ? fact.name.length : 1);
  const braced = attributeAt(text, nameEnd);
  if ('message' in braced) return { start, ...braced };
  const { attribute, end } = braced;
  if (fact.traits.includes('attribute') && attribute === undefined) return needsAttribute(fact, { start, end });
  if (fact.traits.includes('number') && attribute !== undefined && !isPart(attribute))
    return { start, end, message: `"${attribute}" is not the number of a part of the result, as in %c{2} or %c{2+}` };
  return { start, end, fact, ...(attribute !== undefined && { attribute }) };
}

const named = (text: string, at: number): LineFact | undefined => all.find(({ name }) => text.startsWith(name, at));

const lettered = (letter: string | undefined): LineFact | undefined =>
  letter === undefined ? undefined : all.find(({ argument }) => argument === letter);

type Braced =
  | { readonly attribute?: string; readonly end: number }
  | { readonly message: string; readonly end: number };

function attributeAt(text: string, at: number): Braced {
  if (text[at] !== '{') return { end: at };
  const close = text.indexOf('}', at);
  if (close < 0) return { end: text.length, message: 'This brace is not closed' };
  const attribute = text.slice(at + 1, close);
  if (attribute === '') return { end: close + 1, message: 'There is nothing between these braces' };
  if (utf8Length(attribute) >= PATH_SIZE)
    return { end: close + 1, message: `There are more than ${PATH_SIZE - 1} bytes between these braces` };
  return { attribute, end: close + 1 };
}

function unknown(text: string, start: number): SubstitutionFault {
  const sign = text[start]!;
  const word = sign === '$' ? /^\$\w*/.exec(text.slice(start))![0] : text.slice(start, start + 2);
  const end = start + word.length;
  // `$ENV{…}`, and `${NAME}` of shells.
  const lower = sign === '$' ? named(text.toLowerCase(), start + 1) : undefined;
  if (lower) return { start, end, message: `"${word}" is not a substitution`, instead: `$${lower.name}` };
  const what = word === sign ? `A ${sign === '$' ? 'dollar' : 'percent'} sign alone` : `"${word}"`;
  return { start, end, message: `${what} is not a substitution`, instead: `${sign}${word}` };
}

const needsAttribute = ({ name }: LineFact, span: Span): SubstitutionFault => ({
  ...span,
  message: `$${name} needs the name of ${name === 'env' ? 'a property' : 'an attribute'} in braces behind it, as in $${name === 'env' ? 'env{ID_PATH}' : 'attr{size}'}`,
});

/** `2`, and `2+` for all from there on; `safe_atou_optional_plus()`. */
const isPart = (text: string): boolean => typeof parseInteger(text.replace(/\+$/, ''), UINT) === 'bigint';
