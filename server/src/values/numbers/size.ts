import type { Span } from '../../text/span.ts';

export interface SizeFault extends Span {
  readonly fault: 'empty' | 'number' | 'negative' | 'suffix' | 'order' | 'range';
}

const SUFFIXES = 'EPTGMKB';
const ULLONG_MAX = 2n ** 64n - 1n;
const NUMBER = /[ \t\n\v\f\r]*([+-]?)(\d+)(?:\.(\d*))?[ \t\n\r]*/y;

/** Reads `1G 512M` in bytes as `parse_size()` of src/basic/parse-util.c does; systemd sums parts of descending size. */
export function parseSize(text: string, base: 1000 | 1024 = 1024): bigint | SizeFault {
  let sum = 0n;
  let smallest = -1;
  let at = 0;
  do {
    NUMBER.lastIndex = at;
    const match = NUMBER.exec(text);
    if (!match) return fault(text, text === '' ? 'empty' : 'number', at);
    const [, sign, digits = '', fraction = ''] = match;
    if (sign === '-') return fault(text, 'negative', at);
    const end = NUMBER.lastIndex;
    const letter = text[end] ?? '';
    const rank = letter === '' ? SUFFIXES.length : SUFFIXES.indexOf(letter);
    // What stands behind a bare number is read as if its (absent) suffix had been met, and then refused.
    if (rank < 0) return fault(text, 'suffix', end);
    if (rank <= smallest) return fault(text, 'order', at);
    const part = amount(digits, fraction, factorOf(rank, base));
    if (part === undefined || sum + part > ULLONG_MAX) return fault(text, 'range', at);
    sum += part;
    smallest = rank;
    at = end + (letter === '' ? 0 : 1);
  } while (at < text.length);
  return sum;
}

const factorOf = (rank: number, base: number): bigint =>
  BigInt(base) ** BigInt(Math.max(0, SUFFIXES.length - 1 - rank));

function amount(digits: string, fraction: string, factor: bigint): bigint | undefined {
  const plain = digits.replace(/^0+/, '');
  const small = fraction.replace(/^0+/, '');
  if (plain.length > 20 || small.length > 20) return undefined;
  const number = BigInt(plain || '0');
  if (number > ULLONG_MAX || BigInt(small || '0') > ULLONG_MAX) return undefined;
  if (number + (small === '' ? 0n : 1n) > ULLONG_MAX / factor) return undefined;
  return number * factor + BigInt(Math.floor(Number(`0.${fraction || '0'}`) * Number(factor)));
}

function fault(text: string, kind: SizeFault['fault'], at: number): SizeFault {
  return { fault: kind, start: at, end: text.length };
}

/** `512 MiB`, `1.5 GiB`: for people. */
export function formatSize(bytes: bigint): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];
  let rank = 0;
  for (let rest = bytes; rest >= 1024n && rank < units.length - 1; rest /= 1024n) rank++;
  const number = Number(bytes) / 1024 ** rank;
  return `${Number.isInteger(number) ? number : number.toFixed(number < 10 ? 2 : 1)} ${units[rank]}`;
}
