import { Zstd } from '@hpcc-js/wasm-zstd';
import { type BundleIndex, literal } from '../../src/manual/bundle.ts';

export interface BundledPage {
  readonly name: string;
  readonly section: string;
  readonly description: string;
  readonly text: string;
  readonly aliases: readonly { readonly name: string; readonly section: string }[];
}

export interface BundleContent {
  readonly version: string;
  readonly origin: string;
  readonly pages: readonly BundledPage[];
}

const short = 160;
const room = (literal - short) * 256;

/** Letters with the blank before them; runs of others; what is not ASCII stands alone, so that literals are ASCII. */
const word = / ?[A-Za-z0-9]+|[\u0080-\uffff]|[^A-Za-z0-9 \u0080-\uffff]+| +/g;

/** Writes the format that `bundle.ts` describes and reads. */
export async function encodeBundle({ version, origin, pages }: BundleContent): Promise<Uint8Array> {
  const words = chooseWords(pages);
  const codes = new Map(words.map((text, i) => [text, i]));
  const runs = pages.map(({ text }) => encodePage(text, codes));
  let at = 0;
  const places = pages.flatMap((page, i) => {
    const from = at;
    at += runs[i]!.length;
    return [page, ...page.aliases].map(({ name, section }) => [name, section, page.description, from, at] as const);
  });
  const index: BundleIndex = { version, origin, short, words, pages: places };
  const json = Buffer.from(asciiJson(index));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const zstd = await Zstd.load();
  return zstd.compress(Buffer.concat([length, json, ...runs]), 22);
}

/** The most frequent words first, in one byte; the others by alphabet, which packs best. */
function chooseWords(pages: readonly BundledPage[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of pages) for (const [part] of text.matchAll(word)) counts.set(part, (counts.get(part) ?? 0) + 1);
  const frequent = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  // Literals are ASCII, so every other character must be a word.
  const needed = frequent.filter(([part]) => !isAscii(part));
  const worth = frequent.filter(([part, count]) => isAscii(part) && count > (part.length > 1 ? 2 : 20));
  const chosen = [...needed, ...worth].slice(0, room).sort(([, m], [, n]) => n - m);
  const words = chosen.map(([part]) => part);
  return [...words.slice(0, short).sort(), ...words.slice(short).sort()];
}

function isAscii(part: string): boolean {
  return part.charCodeAt(0) < 0x80;
}

function encodePage(text: string, codes: ReadonlyMap<string, number>): Buffer {
  const bytes: number[] = [];
  for (const [part] of text.matchAll(word)) {
    const code = codes.get(part);
    if (code === undefined) pushLiteral(bytes, part);
    else if (code < short) bytes.push(code);
    else bytes.push(short + ((code - short) >> 8), (code - short) & 255);
  }
  return Buffer.from(bytes);
}

function pushLiteral(bytes: number[], part: string): void {
  for (let at = 0; at < part.length; at += 255) {
    const piece = Buffer.from(part.slice(at, at + 255), 'latin1');
    bytes.push(literal, piece.length, ...piece);
  }
}

function asciiJson(value: BundleIndex): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
