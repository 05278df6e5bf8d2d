import { type PageSource, sectionOrder } from './source.ts';

/**
 * The compressed copy of the manual that the package carries. `server/scripts/manual.mjs` writes it; both sides of the
 * format are described here.
 *
 * The file is one raw deflate stream (what zlib and the web's DecompressionStream both read). Unpacked it is
 *
 *     length of the index in bytes, 4 bytes, little endian
 *     the index, JSON in ASCII
 *     the pages, each a run of codes
 *
 * A page is roff without comments and layout, cut into words. A code is one byte below `short` for the most frequent
 * words; else two bytes, `short + (n >> 8)` and `n & 255`, for word `short + n`; or `literal`, a length and that many
 * ASCII characters. Words shared by all pages make this a quarter smaller than deflate alone.
 */
export interface BundleIndex {
  /** Of the pages: `262.1`. */
  readonly version: string;
  /** Where they come from, for people: `Debian systemd 262.1-1`. */
  readonly origin: string;
  readonly short: number;
  readonly words: readonly string[];
  /** Name, section, description, and where the codes begin and end within the pages; aliases share them. */
  readonly pages: readonly (readonly [string, string, string, number, number])[];
}

export const literal = 255;

export interface Bundle extends PageSource {
  readonly version: string;
  readonly origin: string;
}

/** Opens the unpacked bytes; pages are decoded one by one when read. Undefined when the bytes are no bundle. */
export function openBundle(bytes: Uint8Array): Bundle | undefined {
  if (bytes.length < 4) return undefined;
  const length = bytes[0]! | (bytes[1]! << 8) | (bytes[2]! << 16) | (bytes[3]! << 24);
  const index = readIndex(ascii(bytes.subarray(4, 4 + length)));
  if (index === undefined) return undefined;
  const codes = bytes.subarray(4 + length);
  const places = new Map(
    index.pages.map(([name, section, , from, to]) => [`${name}(${section})`, [from, to] as const]),
  );
  return {
    version: index.version,
    origin: index.origin,
    pages: index.pages.map(([name, section, description]) => ({ name, section, description })),
    read(name, section) {
      const wanted = (section === undefined ? sectionOrder : [section]).map((candidate) => `${name}(${candidate})`);
      const place = wanted.map((title) => places.get(title)).find((found) => found !== undefined);
      return place === undefined ? undefined : decode(codes.subarray(...place), index);
    },
  };
}

function readIndex(json: string): BundleIndex | undefined {
  try {
    const index = JSON.parse(json) as Partial<BundleIndex>;
    return Array.isArray(index.words) && Array.isArray(index.pages) ? (index as BundleIndex) : undefined;
  } catch {
    return undefined;
  }
}

function decode(codes: Uint8Array, { words, short }: BundleIndex): string {
  const parts: string[] = [];
  for (let at = 0; at < codes.length; ) {
    const code = codes[at++]!;
    if (code < short) parts.push(words[code]!);
    else if (code === literal) {
      const end = at + 1 + codes[at]!;
      parts.push(ascii(codes.subarray(at + 1, end)));
      at = end;
    } else parts.push(words[short + ((code - short) << 8) + codes[at++]!]!);
  }
  return parts.join('');
}

function ascii(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 4096) parts.push(String.fromCharCode(...bytes.subarray(at, at + 4096)));
  return parts.join('');
}
