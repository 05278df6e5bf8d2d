import { readWord, wordSpan } from '../../syntax/words.ts';
import type { Span } from '../../text/span.ts';
import { since } from '../changes.ts';
import { parseInteger, UINT } from './integer.ts';

export interface CpuRange extends Span {
  readonly from: number;
  readonly to: number;
}

export interface CpuSetFault extends Span {
  readonly fault: 'quoting' | 'number' | 'backwards' | 'range';
}

export interface CpuSet {
  readonly ranges: readonly CpuRange[];
  readonly faults: readonly CpuSetFault[];
}

/** The highest number systemd makes a mask for; src/shared/cpu-set-util.c. */
const HIGHEST = 8191;

/** This one wraps around to nothing at all in older releases. */
const UINT_MAX = 2 ** 32 - 1;

/** Reads a list such as `0-3,8 10` as `parse_cpu_set()` does: up to the first fault, in older releases over backward ranges. */
export function parseCpuSet(text: string, version: number): CpuSet {
  const strict = since(version, 'a bad range costs all CPUs');
  const ranges: CpuRange[] = [];
  const faults: CpuSetFault[] = [];
  for (let at = 0; ; ) {
    const { word, fault, next } = readWord(text, at, { separators: ' \t\n\r,', unquote: true });
    if (fault) faults.push({ fault: 'quoting', start: fault.start, end: fault.end });
    if (!word) return { ranges, faults };
    at = next;
    const span = wordSpan(word);
    const range = parseRange(word.text);
    if (!range) {
      faults.push({ fault: 'number', ...span });
      return { ranges, faults };
    }
    const kind =
      range.from > range.to
        ? 'backwards'
        : range.to > HIGHEST && !(!strict && range.to === UINT_MAX)
          ? 'range'
          : undefined;
    if (kind) faults.push({ fault: kind, ...span });
    else ranges.push({ ...range, ...span });
    if (kind === 'range' || (kind && strict)) return { ranges, faults };
  }
}

/** `parse_range()`: backslashes vanish once more before the dash. */
const LOWER = { separators: '-', dontCoalesce: true } as const;

function parseRange(word: string): { from: number; to: number } | undefined {
  const { word: first, next } = readWord(word, 0, LOWER);
  const from = parseInteger(first?.text ?? '', UINT);
  const to = first && next > first.end ? parseInteger(word.slice(next), UINT) : from;
  return typeof from === 'bigint' && typeof to === 'bigint' ? { from: Number(from), to: Number(to) } : undefined;
}
