import type { Piece } from './value.ts';

/**
 * Stands for a byte beyond ASCII which an escape gives, as long as it is not known what character it is a part of:
 * half of a surrogate pair, which no text in UTF-8 can contain.
 */
export const byteMark = (byte: number): string => String.fromCharCode(0xdc00 + byte);

/** Bytes of the length its first one announces. */
const SEQUENCE = /[\udcc2-\udcdf][\udc80-\udcbf]|[\udce0-\udcef][\udc80-\udcbf]{2}|[\udcf0-\udcf4][\udc80-\udcbf]{3}/gu;
const LEAST = [0, 0, 0x80, 0x800, 0x10000];

/** A decoded text whose bytes became the characters they are; what is not UTF-8 stays as it is. */
export function joinBytes(text: string, pieces: readonly Piece[]): { text: string; pieces: Piece[] } {
  const cuts: { readonly at: number; readonly less: number }[] = [];
  const joined = text.replace(SEQUENCE, (bytes: string, at: number) => {
    const character = characterOf(bytes);
    if (character === undefined) return bytes;
    cuts.push({ at, less: bytes.length - character.length });
    return character;
  });
  const moved = new Map<number, Piece>();
  for (const { at, source } of pieces) {
    const left = cuts.reduce((less, cut) => less + Math.min(cut.less, Math.max(0, at - cut.at)), 0);
    if (!moved.has(at - left)) moved.set(at - left, { at: at - left, source });
  }
  return { text: joined, pieces: [...moved.values()] };
}

function characterOf(bytes: string): string | undefined {
  const [first = 0, ...others] = [...bytes].map((mark) => mark.charCodeAt(0) - 0xdc00);
  const code = others.reduce((value, byte) => value * 64 + (byte & 0x3f), first & (0xff >> (bytes.length + 1)));
  const isScalar = code >= (LEAST[bytes.length] ?? 0) && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isScalar ? String.fromCodePoint(code) : undefined;
}

/** What `utf8_is_valid()` (src/basic/utf8.c) refuses: bytes that make no character, and the code points set aside. */
export const notUtf8 = (text: string): number => text.search(/[\p{Cs}\p{Noncharacter_Code_Point}]/u);
