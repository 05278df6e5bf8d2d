/** One decoded C escape: what it stands for and how many characters after the backslash it took. */
export interface Escape {
  readonly text: string;
  readonly length: number;
}

const SINGLE: Readonly<Record<string, string>> = {
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

/**
 * The C escape whose first character after the backslash stands at `at`, as `cunescape_one()` of systemd's
 * src/basic/escape.c reads it (also systemd.service(5), "Command lines"); undefined when it is none. NUL is none.
 */
export function escapeAt(text: string, at: number): Escape | undefined {
  const letter = text[at];
  if (letter === undefined) return undefined;
  const single = SINGLE[letter];
  if (single !== undefined) return { text: single, length: 1 };
  if (letter === 'x') return byCode(text, at + 1, 2, 16, 0xff);
  if (letter === 'u') return byCode(text, at + 1, 4, 16, 0xffff);
  if (letter === 'U') return byCode(text, at + 1, 8, 16, 0x10ffff);
  const octal = byCode(text, at, 3, 8, 0xff);
  return octal && { text: octal.text, length: 3 };
}

function byCode(text: string, at: number, digits: number, base: 8 | 16, max: number): Escape | undefined {
  const raw = text.slice(at, at + digits);
  if (!(base === 16 ? /^[0-9a-fA-F]+$/ : /^[0-7]+$/).test(raw) || raw.length < digits) return undefined;
  const code = Number.parseInt(raw, base);
  if (code === 0 || code > max) return undefined;
  return { text: String.fromCodePoint(code), length: digits + 1 };
}
