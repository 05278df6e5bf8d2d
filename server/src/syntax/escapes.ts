import { byteMark } from './bytes.ts';

/** One decoded C escape: what it stands for and how many characters after the backslash it took. */
export interface Escape {
  readonly text: string;
  readonly length: number;
}

/** The C escapes of one letter, by the letter. */
export const SINGLE_ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
  "'": "'",
  s: ' ',
};

/** Hexadecimal digits after a letter. */
const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** The last version for which half of a surrogate pair is an escape after `\u`; its three bytes are no UTF-8. */
const SURROGATES_UNTIL = 257;

/**
 * The C escape whose first character after the backslash stands at `at`, as `cunescape_one()` of systemd's
 * src/basic/escape.c reads it (also systemd.service(5), "Command lines"); undefined when it is none. NUL is none.
 * `\x` and octal escapes are bytes, see {@link byteMark}.
 */
export function escapeAt(text: string, at: number, version = Number.POSITIVE_INFINITY): Escape | undefined {
  const letter = text[at];
  if (letter === undefined) return undefined;
  const single = SINGLE_ESCAPES[letter];
  if (single !== undefined) return { text: single, length: 1 };
  const octal = codeAt(text, at, 3, 8);
  if (octal !== undefined) return octal > 0 && octal <= 0xff ? { text: byteText(octal), length: 3 } : undefined;
  const digits = DIGITS[letter];
  const code = digits && codeAt(text, at + 1, digits, 16);
  if (!code) return undefined;
  const decoded = letter === 'x' ? byteText(code) : characterText(code, letter === 'u' && version <= SURROGATES_UNTIL);
  return decoded === undefined ? undefined : { text: decoded, length: digits + 1 };
}

function characterText(code: number, withSurrogates: boolean): string | undefined {
  if (code > 0x10ffff) return undefined;
  if (code < 0xd800 || code > 0xdfff) return String.fromCodePoint(code);
  return withSurrogates ? [0xed, 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)].map(byteMark).join('') : undefined;
}

const byteText = (byte: number): string => (byte < 0x80 ? String.fromCharCode(byte) : byteMark(byte));

function codeAt(text: string, at: number, digits: number, base: 8 | 16): number | undefined {
  const raw = text.slice(at, at + digits);
  if (!(base === 16 ? /^[0-9a-fA-F]+$/ : /^[0-7]+$/).test(raw) || raw.length < digits) return undefined;
  return Number.parseInt(raw, base);
}
