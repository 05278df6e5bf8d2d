import { namedCharacter } from './characters.ts';

export type Font = 'text' | 'strong' | 'emphasis';

/** What one escape sequence stands for, and where the text goes on behind it. */
export interface Escape {
  readonly end: number;
  readonly text?: string;
  readonly font?: Font;
}

/** Escapes that take a delimited argument, `\h'-04'`; none of them prints words. */
const delimited = new Set(['h', 'v', 'w', 'l', 'L', 'D', 'b', 'o', 'x', 'S', 'X', 'A', 'R', 'H']);

/** Escapes that take a name: `c`, `(cc` or `[name]`. */
const named = new Set(['n', 'k', 'g', 'm', 'M', 'Y', 'V', 'O']);

/** One-letter escapes that stand for text; those that are not here and not below print nothing (groff(7), "Escape sequences"). */
const simple: Readonly<Record<string, string>> = {
  '-': '-',
  ' ': ' ',
  '~': ' ',
  '0': ' ',
  e: '\\',
  '\\': '\\',
  "'": "'",
  '`': '`',
  '.': '.',
  t: '\t',
};

const silent = new Set(['&', '|', '^', '%', '/', ',', ':', ')', 'c', 'u', 'd', 'r', 'a', 'p', 'z', '{', '}', '!', '?']);

/** Reads the escape whose backslash is at `at`. Never fails: an unknown escape is its own letter, as groff prints it. */
export function readEscape(source: string, at: number): Escape {
  const letter = source[at + 1];
  if (letter === undefined) return { end: at + 1 };
  if (letter === 'f' || letter === 'F') return readFont(source, at + 2);
  if (letter === '(' || letter === '[') {
    const { name, end } = readName(source, at + 1);
    return { end, text: namedCharacter(name) };
  }
  if (letter === '*') {
    // Strings: DocBook defines only `Aq`, the apostrophe.
    const { name, end } = readName(source, at + 2);
    return { end, text: name === 'Aq' ? "'" : namedCharacter(name) };
  }
  if (letter === 's') return { end: sizeEnd(source, at + 2) };
  if (named.has(letter)) return { end: readName(source, at + 2).end };
  if (delimited.has(letter)) return { end: delimitedEnd(source, at + 2) };
  if (letter === '"') return { end: source.length };
  if (silent.has(letter)) return { end: at + 2 };
  return { end: at + 2, text: Object.hasOwn(simple, letter) ? simple[letter] : letter };
}

function readFont(source: string, at: number): Escape {
  const { name, end } = readName(source, at);
  if (name === 'B' || name === 'CB' || name === '3' || name === 'BI') return { end, font: 'strong' };
  if (name === 'I' || name === 'CI' || name === '2') return { end, font: 'emphasis' };
  return { end, font: 'text' };
}

function readName(source: string, at: number): { name: string; end: number } {
  if (source[at] === '(') return { name: source.slice(at + 1, at + 3), end: Math.min(at + 3, source.length) };
  if (source[at] !== '[') return { name: source[at] ?? '', end: Math.min(at + 1, source.length) };
  const close = source.indexOf(']', at);
  return close < 0 ? { name: '', end: at + 1 } : { name: source.slice(at + 1, close), end: close + 1 };
}

/** `\s-2`, `\s+2`, `\s0`, `\s(12` */
function sizeEnd(source: string, at: number): number {
  const size = /(?:[+-]?(?:\(\d\d|\[[^\]]*\]|\d))?/y;
  size.lastIndex = at;
  size.test(source);
  return Math.max(size.lastIndex, at);
}

function delimitedEnd(source: string, at: number): number {
  const quote = source[at];
  if (quote === undefined) return at;
  const close = source.indexOf(quote, at + 1);
  return close < 0 ? at + 1 : close + 1;
}
