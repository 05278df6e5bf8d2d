import type { Span } from '../../text/span.ts';
import { type TimeUnit, timeUnits, unitAt } from './timespan-units.ts';

/** `number unit` within a time span. */
export interface TimespanPart extends Span {
  /** What the part counts for, in the unit the caller asked for. */
  readonly amount: bigint;
  /** Undefined when the number has no unit and counts the default one. */
  readonly unit: TimeUnit | undefined;
}

export interface TimespanFault extends Span {
  readonly fault: 'empty' | 'negative' | 'number' | 'unit' | 'range';
}

export interface Timespan {
  /** Microseconds (nanoseconds with that resolution), or infinite. */
  readonly amount: bigint | 'infinity';
  readonly parts: readonly TimespanPart[];
}

export interface TimespanOptions {
  /** What the result counts: microseconds unless told. */
  readonly resolution?: 'us' | 'ns';
  /** Symbol of the unit of a number that has none: seconds unless told. */
  readonly defaultUnit?: 's' | 'us' | 'ns';
  /** The release that reads it; the newest unless told. */
  readonly version?: number;
}

const INFINITY = 2n ** 64n - 1n;
const LONG_MAX = 2n ** 63n - 1n;
const BLANK = /[ \t\n\r]*/y;
const NUMBER = /[ \t\n\r\v\f]*\+?(\d+)/y;
const DIGITS = /\d*/y;

/** Reads a time span as `parse_time()` of src/basic/time-util.c does; systemd.time(7), "Parsing time spans". */
export function parseTimespan(text: string, options: TimespanOptions = {}): Timespan | TimespanFault {
  const scale = options.resolution === 'ns' ? 1n : 1000n;
  const fallback = timeUnits.find((unit) => unit.symbol === (options.defaultUnit ?? 's'))!;
  const first = skip(BLANK, text, 0);
  if (text.startsWith('infinity', first)) {
    const end = first + 'infinity'.length;
    if (skip(BLANK, text, end) === text.length) return { amount: 'infinity', parts: [] };
    return { fault: 'number', start: first, end: text.length };
  }
  const parts: TimespanPart[] = [];
  let amount = 0n;
  for (let at = first; ; ) {
    at = skip(BLANK, text, at);
    if (at === text.length) break;
    const part = readPart(text, at, { scale, fallback, version: options.version });
    if ('fault' in part) return part;
    amount += part.amount;
    if (amount >= INFINITY) return { fault: 'range', start: first, end: part.end };
    parts.push(part);
    at = part.end;
  }
  return parts.length > 0 ? { amount, parts } : { fault: 'empty', start: 0, end: text.length };
}

interface Reading {
  readonly scale: bigint;
  readonly fallback: TimeUnit;
  readonly version: number | undefined;
}

function readPart(text: string, at: number, { scale, fallback, version }: Reading): TimespanPart | TimespanFault {
  if (text[at] === '-') return { fault: 'negative', start: at, end: wordEnd(text, at) };
  NUMBER.lastIndex = at;
  const whole = NUMBER.exec(text);
  const afterNumber = whole ? NUMBER.lastIndex : at;
  const hasFraction = text[afterNumber] === '.';
  if (!whole && !hasFraction) return { fault: 'number', start: at, end: wordEnd(text, at) };
  const end = hasFraction ? skip(DIGITS, text, afterNumber + 1) : afterNumber;
  if (hasFraction && end === afterNumber + 1) return { fault: 'number', start: at, end: wordEnd(text, at) };
  const unitStart = skip(BLANK, text, end);
  const spelling = unitAt(text, unitStart, { smallest: scale, version });
  if (!spelling && unitStart === end && end < text.length)
    return { fault: 'unit', start: end, end: wordEnd(text, end) };
  const unit = (spelling?.unit ?? fallback).nanoseconds / scale;
  const partEnd = spelling ? unitStart + spelling.text.length : unitStart;
  const digits = (whole?.[1] ?? '').replace(/^0+/, '');
  // More digits than a long long has; BigInt() of a megabyte of digits would take its time.
  if (digits.length > 19) return { fault: 'range', start: at, end };
  const count = BigInt(digits || '0');
  if (count > LONG_MAX || count >= INFINITY / unit) return { fault: 'range', start: at, end };
  const fraction = hasFraction ? fractionOf(text.slice(afterNumber + 1, end), unit) : 0n;
  return { start: at, end: spelling ? partEnd : end, amount: count * unit + fraction, unit: spelling?.unit };
}

/** Digit by digit with whole units, so that 0.3 of something rounds down as it does in systemd. */
function fractionOf(digits: string, unit: bigint): bigint {
  let sum = 0n;
  let weight = unit / 10n;
  for (let i = 0; i < digits.length && weight > 0n; i++, weight /= 10n) sum += BigInt(digits[i]!) * weight;
  return sum;
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  pattern.test(text);
  return pattern.lastIndex;
}

const wordEnd = (text: string, at: number): number => {
  let end = at;
  while (end < text.length && !' \t\n\r'.includes(text[end]!)) end++;
  return Math.max(end, Math.min(at + 1, text.length));
};

/** Microseconds as `format_timespan()` prints them: `1h 30s`, `1.500s`, `infinity`. */
export function formatTimespan(amount: bigint | 'infinity', accuracy = 1n): string {
  if (amount === 'infinity' || amount >= INFINITY) return 'infinity';
  if (amount <= 0n) return '0';
  const words: string[] = [];
  let rest = amount;
  for (const { symbol, nanoseconds } of timeUnits) {
    const size = nanoseconds / 1000n;
    if (size === 0n || rest <= 0n || (rest < accuracy && words.length > 0)) break;
    if (rest < size) continue;
    const dotted = dotNotation(rest, size, accuracy);
    words.push((dotted ?? `${rest / size}`) + symbol);
    rest = dotted === undefined ? rest % size : 0n;
  }
  return words.join(' ');
}

/** Below a minute what is left is a fraction: `1.500s` rather than `1s 500ms`. */
function dotNotation(rest: bigint, size: bigint, accuracy: bigint): string | undefined {
  if (rest >= 60_000_000n || rest % size === 0n) return undefined;
  const places = `${size}`.length - `${accuracy}`.length;
  return places > 0 ? `${rest / size}.${`${(rest % size) / accuracy}`.padStart(places, '0')}` : undefined;
}
