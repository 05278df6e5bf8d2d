import { SINGLE_ESCAPES } from '../../../syntax/escapes.ts';
import { isSpace } from './go.ts';

/**
 * How a value is split: `list` keeps backslashes and fails at a quote that is not closed (as config_parse_strv() does),
 * `arguments` resolves C escapes and closes a quote at the end.
 */
export type Splitting = 'list' | 'arguments';

const SEPARATOR = /[ \t\n\r]/;

/**
 * The words of a value; undefined where Podman drops the whole value: an escape that is not known, in a `list` a quote
 * that is not closed. An empty word ("") ends the value: what follows it is dropped.
 */
export function splitWords(text: string, splitting: Splitting): string[] | undefined {
  const words: string[] = [];
  let at = 0;
  for (;;) {
    const read = firstWord(text, at, splitting);
    if (!read) return undefined;
    if (read.word === '') return words;
    words.push(read.word);
    at = read.end;
  }
}

interface Read {
  readonly word: string;
  readonly end: number;
}

/** Reads a word from `at` on, and the separators behind it. */
function firstWord(text: string, at: number, splitting: Splitting): Read | undefined {
  const end = text.indexOf('\0', at) < 0 ? text.length : text.indexOf('\0', at);
  let i = skipSeparators(text, at);
  let word = '';
  let quote = '';
  while (i < end) {
    const char = text[i]!;
    if (char === '\\' && splitting === 'arguments') {
      if (i + 1 >= end) return { word, end: text.length };
      const read = readEscape(text.slice(i + 1, i + 10));
      if (!read) return undefined;
      word += read.char;
      i += 1 + read.length;
      continue;
    }
    i++;
    if (quote !== '') {
      if (char === quote) quote = '';
      else word += char;
    } else if (char === '"' || char === "'") quote = char;
    else if (SEPARATOR.test(char)) return { word, end: skipSeparators(text, i) };
    else word += char;
  }
  return quote !== '' && splitting === 'list' ? undefined : { word, end: text.length };
}

function skipSeparators(text: string, from: number): number {
  let at = from;
  while (at < text.length && SEPARATOR.test(text[at]!)) at++;
  return at;
}

const NUMERIC = /^(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|([0-7]{3}))/i;

/** The escape behind a backslash; NUL and what is above Unicode or, in octal, above a byte is none. */
function readEscape(text: string): { readonly char: string; readonly length: number } | undefined {
  const single = SINGLE_ESCAPES[text[0]!];
  if (single !== undefined) return { char: single, length: 1 };
  const found = text[0] === 'X' ? null : NUMERIC.exec(text);
  if (!found) return undefined;
  const [all, x, u, wide, octal] = found;
  if ((u !== undefined && all[0] !== 'u') || (wide !== undefined && all[0] !== 'U')) return undefined;
  const code = octal === undefined ? Number.parseInt(x ?? u ?? wide!, 16) : Number.parseInt(octal, 8);
  if (code === 0 || code > 0x10ffff || (octal !== undefined && code > 255)) return undefined;
  return { char: isSurrogate(code) ? '\ufffd' : String.fromCodePoint(code), length: all.length };
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

const ESCAPES: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\f': '\\f',
  '\\': '\\\\',
  '"': '\\"',
  "'": "'",
};

/** A word as it stands in a command line of the generated unit. Up to Podman 5.4 a space stayed a space. */
export function escapeWord(word: string, podman: number): string {
  const chars = Array.from(word);
  if (!chars.some(hasToBeEscaped)) return word;
  const escaped = chars.map((char) => {
    if (!hasToBeEscaped(char)) return char;
    if (char === ' ' && podman < 505) return char;
    return ESCAPES[char] ?? `\\x${char.codePointAt(0)!.toString(16).padStart(2, '0')}`;
  });
  return `"${escaped.join('')}"`;
}

function hasToBeEscaped(char: string): boolean {
  const code = char.codePointAt(0)!;
  if (code > 128) return false;
  return isSpace(char) || code < 0x20 || code >= 0x7f || char === '"' || char === "'" || char === '\\';
}
