import { since } from '../changes.ts';
import { INT, type IntegerFault, parseInteger } from './integer.ts';

/** A part of a whole, in hundredths of a percent. */
export type Share = number;

const NOT_NEGATIVE = { from: 0n, to: INT.to };

interface ShareForm {
  readonly symbol: string;
  readonly scale: number;
  /** Decimals that are taken. */
  readonly digits: number;
}

const FORMS: readonly ShareForm[] = [
  { symbol: '‱', scale: 1, digits: 0 },
  { symbol: '‰', scale: 10, digits: 1 },
  { symbol: '%', scale: 100, digits: 2 },
];

/** `parse_permille()`, which came before. */
const COARSE: readonly ShareForm[] = [
  { symbol: '‰', scale: 10, digits: 0 },
  { symbol: '%', scale: 100, digits: 1 },
];

/** Reads `50%`, `12.5%`, `505‰` or `5050‱` as `parse_permyriad_unbounded()` of src/basic/percent-util.c does. */
export function parseShareUnbounded(text: string, version = Number.POSITIVE_INFINITY): Share | IntegerFault {
  const forms = since(version, 'shares to a hundredth of a percent') ? FORMS : COARSE;
  for (const { symbol, scale, digits } of forms) {
    if (!text.endsWith(symbol)) continue;
    const number = text.slice(0, -1);
    const dot = digits > 0 ? number.indexOf('.') : -1;
    const fraction = dot < 0 ? '' : number.slice(dot + 1);
    if (dot >= 0 && (fraction.length === 0 || fraction.length > digits || !/^\d+$/.test(fraction))) return 'syntax';
    const value = parseInteger(dot < 0 ? number : number.slice(0, dot), NOT_NEGATIVE);
    if (typeof value !== 'bigint') return value;
    const share = Number(value) * scale + Number(fraction.padEnd(digits, '0') || '0');
    return share > Number(INT.to) ? 'range' : share;
  }
  return 'syntax';
}

/** The same from 0% to 100%. */
export function parseShare(text: string, version = Number.POSITIVE_INFINITY): Share | IntegerFault {
  const share = parseShareUnbounded(text, version);
  return typeof share === 'number' && share > 10_000 ? 'range' : share;
}

/** `12.5%`. */
export const formatShare = (share: Share): string => `${share / 100}%`;
