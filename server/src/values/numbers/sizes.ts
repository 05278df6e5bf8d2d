import type { Span } from '../../text/span.ts';
import { emptyProblem, nameOf, problem, quoted, whole } from '../problem.ts';
import type { Candidate, Description, ValueContext, ValueProblem, ValueType } from '../value-type.ts';

/** Sizes worth offering where one fits all. */
const sizeSuggestions: readonly Candidate[] = ['64K', '1M', '16M', '256M', '1G'].map((label) => ({
  label,
  kind: 'number',
}));

/** Why a size is none, in one sentence and a remedy, with a fix where what was meant is plain. */
export function sizeProblem(
  text: string,
  fault: SizeFault,
  context: ValueContext,
  at: Span = whole(text),
): ValueProblem {
  const fix = meantSize(text);
  const message = `${nameOf(context)} ${sizeReason(text, fault)}; systemd ignores this line. ${
    fix === undefined ? 'Write a number with K, M, G, T, P or E (powers of 1024), like 512M.' : `Write ${fix}.`
  }`;
  const rule = fault.fault === 'range' ? 'value-out-of-range' : 'value-invalid';
  return problem(at, rule, message, { replacement: fix });
}

function sizeReason(text: string, { fault }: SizeFault): string {
  if (fault === 'range') return `is given a size beyond 16 EiB, ${quoted(text)}`;
  if (fault === 'negative') return `does not accept a negative size such as ${quoted(text)}`;
  if (fault === 'order') return `adds up sizes only from the larger suffix to the smaller, unlike ${quoted(text)}`;
  if (fault === 'suffix') return `takes a size such as 512M, not ${quoted(text)}`;
  return `takes a size in bytes, not ${quoted(text)}`;
}

/** `1g`, `1GB`, `1GiB`: the one-letter suffix was meant. */
export function meantSize(text: string): string | undefined {
  const match = /^(\d{1,18}(?:\.\d{1,9})?)\s*([kmgtpe])(?:i?b|bytes)?$/i.exec(text.replace(/^(\d+),(\d+)/, '$1.$2'));
  return match ? `${match[1]}${match[2]!.toUpperCase()}` : undefined;
}

export function describeSize(text: string): Description | undefined {
  const bytes = parseSize(text);
  if (typeof bytes !== 'bigint') return undefined;
  const human = formatSize(bytes);
  const exact = `${bytes.toLocaleString('en')} bytes`;
  return { ...whole(text), markdown: human === `${bytes} bytes` ? exact : `${human} = ${exact}` };
}

/** `config_parse_iec_size`, `config_parse_iec_size_long`: a size in bytes, K being 1024. */
export function iecSize(parsers: readonly string[], most: bigint): ValueType {
  return {
    parsers,
    repeats: 'replaces',
    quantity: 'size',
    form: 'size',
    check(text, context) {
      if (text === '') return [emptyProblem(context, 'a size like 64K')];
      const bytes = parseSize(text);
      if (typeof bytes !== 'bigint') return [sizeProblem(text, bytes, context)];
      return bytes > most ? [sizeProblem(text, { fault: 'range', ...whole(text) }, context)] : [];
    },
    complete: (text) => ({ ...whole(text), items: sizeSuggestions }),
    describe: describeSize,
  };
}

export const iecSizes: readonly ValueType[] = [
  iecSize(['config_parse_iec_size'], 2n ** 64n - 1n),
  iecSize(['config_parse_iec_size_long'], 2n ** 63n - 1n),
];

interface SizeFault extends Span {
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
