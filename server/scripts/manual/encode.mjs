import { deflateRawSync } from 'node:zlib';

// Writes the format that server/src/manual/bundle.ts describes and reads.

const literal = 255;
const short = 160;
const room = (literal - short) * 256;
// Letters with the blank before them; runs of anything else; what is not ASCII stands alone, so that literals are ASCII.
const word = / ?[A-Za-z0-9]+|[^\x00-\x7f]|[^A-Za-z0-9 \u0080-\uffff]+| +/g;

/** `pages`: `{ name, section, description, text, aliases: [{ name, section }] }` */
export function encodeBundle({ version, origin, pages }) {
  const words = chooseWords(pages);
  const codes = new Map(words.map((text, i) => [text, i]));
  const runs = [];
  const index = [];
  let at = 0;
  for (const page of pages) {
    const run = encodePage(page.text, codes);
    for (const { name, section } of [page, ...page.aliases])
      index.push([name, section, page.description, at, at + run.length]);
    runs.push(run);
    at += run.length;
  }
  const json = Buffer.from(asciiJson({ version, origin, short, words, pages: index }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return deflateRawSync(Buffer.concat([length, json, ...runs]), { level: 9 });
}

/** The most frequent words first, in one byte; the others by alphabet, which packs best. */
function chooseWords(pages) {
  const counts = new Map();
  for (const { text } of pages) for (const [part] of text.matchAll(word)) counts.set(part, (counts.get(part) ?? 0) + 1);
  const worth = [...counts]
    .filter(([part, count]) => part.charCodeAt(0) > 0x7f || (count > 2 && part.length > 1) || count > 20)
    .sort(
      ([a, m], [b, n]) => Number(b.charCodeAt(0) > 0x7f) - Number(a.charCodeAt(0) > 0x7f) || n - m || (a < b ? -1 : 1),
    )
    .slice(0, room)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([part]) => part);
  return [...worth.slice(0, short).sort(), ...worth.slice(short).sort()];
}

function encodePage(text, codes) {
  const bytes = [];
  for (const [part] of text.matchAll(word)) {
    const code = codes.get(part);
    if (code === undefined) pushLiteral(bytes, part);
    else if (code < short) bytes.push(code);
    else bytes.push(short + ((code - short) >> 8), (code - short) & 255);
  }
  return Buffer.from(bytes);
}

function pushLiteral(bytes, part) {
  for (let at = 0; at < part.length; at += 255) {
    const piece = Buffer.from(part.slice(at, at + 255), 'latin1');
    bytes.push(literal, piece.length, ...piece);
  }
}

function asciiJson(value) {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
