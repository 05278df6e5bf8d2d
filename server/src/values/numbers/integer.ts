import { emptyProblem, nameOf, problem, quoted, whole } from '../problem.ts';
import type { Candidate, ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { meaningOfNumber } from './meanings.ts';

interface IntegerLimits {
  readonly from: bigint;
  readonly to: bigint;
  /** Digits are of this base; else the number's prefix tells (`0x`, `0o`, `0b`, `0`). */
  readonly base?: 8 | 10 | 16;
  /** A number without sign: `-1` is out of range rather than compared. */
  readonly unsigned?: boolean;
}

export type IntegerFault = 'syntax' | 'range';

/** More digits than any 64 bits have in any base. */
const LONGEST = 66;
const NUMBER = /^[ \t\n\v\f\r]*([+-]?)(0[xX](?=[0-9a-fA-F]))?([0-9a-zA-Z]*)$/;
const digitsOf: Readonly<Record<number, RegExp>> = { 2: /^[01]+$/, 8: /^[0-7]+$/, 10: /^\d+$/, 16: /^[0-9a-fA-F]+$/ };
const prefixOf: Readonly<Record<number, string>> = { 2: '0b', 8: '0o', 10: '', 16: '0x' };

/** Reads a whole number as `safe_atoi()` and its kin of src/basic/parse-util.c do. */
export function parseInteger(text: string, limits: IntegerLimits): bigint | IntegerFault {
  const { rest, base: mangled } = limits.base === undefined ? withoutPrefix(text) : { rest: text, base: limits.base };
  const match = NUMBER.exec(rest);
  if (!match) return 'syntax';
  const [, sign, hex, raw = ''] = match;
  if (hex && mangled !== undefined && mangled !== 16) return 'syntax';
  const base = mangled ?? (hex ? 16 : raw.length > 1 && raw.startsWith('0') ? 8 : 10);
  if (!digitsOf[base]!.test(raw)) return 'syntax';
  const digits = raw.replace(/^0+(?=.)/, '');
  if (digits.length > LONGEST) return 'range';
  const size = BigInt(prefixOf[base]! + digits);
  if (limits.unsigned && sign === '-' && size !== 0n) return 'range';
  const value = sign === '-' ? -size : size;
  return value < limits.from || value > limits.to ? 'range' : value;
}

/** `0b` and `0o` are systemd's own; what follows them is left to strtol(), sign and all. */
function withoutPrefix(text: string): { rest: string; base: 2 | 8 | undefined } {
  const start = text.search(/[^ \t\n\r]/);
  const prefix = start < 0 ? '' : text.slice(start, start + 2).toLowerCase();
  if (prefix === '0b') return { rest: text.slice(start + 2), base: 2 };
  if (prefix === '0o') return { rest: text.slice(start + 2), base: 8 };
  return { rest: text, base: undefined };
}

export const INT: IntegerLimits = { from: -(2n ** 31n), to: 2n ** 31n - 1n };
export const UINT: IntegerLimits = { from: 0n, to: 2n ** 32n - 1n, unsigned: true };
export const LONG: IntegerLimits = { from: -(2n ** 63n), to: 2n ** 63n - 1n };
export const ULONG: IntegerLimits = { from: 0n, to: 2n ** 64n - 1n, unsigned: true };

/** A word that stands for a number, as `infinity`. */
interface NumberWord {
  readonly word: string;
  readonly what: string;
}

interface WholeNumberOptions {
  readonly parsers: readonly string[];
  readonly form?: string;
  readonly limits: IntegerLimits | ((context: ValueContext) => IntegerLimits);
  /** Words taken instead of a number. */
  readonly words?: readonly NumberWord[];
  /** Whether the empty value is taken, and means the default again. */
  readonly empty?: boolean;
  /** What the number is: `a nice level`. */
  readonly noun?: string;
  /** Numbers worth offering. */
  readonly suggest?: readonly NumberWord[];
  /** Markdown for a number, where it is not the directive that says what its numbers mean. */
  describe?(value: bigint, context: ValueContext): string | undefined;
}

/** A directive that takes one whole number. */
export function wholeNumber(options: WholeNumberOptions): ValueType {
  const { words = [], suggest = [] } = options;
  const limitsOf = (context: ValueContext): IntegerLimits =>
    typeof options.limits === 'function' ? options.limits(context) : options.limits;
  const items: Candidate[] = [
    ...words.map(({ word, what }): Candidate => ({ label: word, kind: 'keyword', detail: what })),
    ...suggest.map(({ word, what }): Candidate => ({ label: word, kind: 'number', detail: what })),
  ];
  return {
    parsers: options.parsers,
    repeats: 'replaces',
    form: options.form,
    check(text, context) {
      if (text === '') return options.empty ? [] : [emptyProblem(context, expected(options, limitsOf(context)))];
      if (words.some(({ word }) => word === text)) return [];
      const limits = limitsOf(context);
      const value = parseInteger(text, limits);
      if (typeof value === 'bigint') return [];
      return [numberProblem(text, value, context, expected(options, limits))];
    },
    complete: items.length > 0 ? (text) => ({ ...whole(text), items }) : undefined,
    describe(text, _offset, context) {
      const named = words.find(({ word }) => word === text);
      if (named) return { ...whole(text), markdown: sentence(named.what), manualValue: named.word };
      const value = parseInteger(text, limitsOf(context));
      const markdown = typeof value === 'bigint' ? (options.describe ?? meaningOfNumber)(value, context) : undefined;
      return markdown === undefined ? undefined : { ...whole(text), markdown };
    },
  };
}

const sentence = (what: string): string => `${what[0]!.toUpperCase()}${what.slice(1)}.`;

/** The problem of a text that is not a number, or none of those allowed. */
function numberProblem(text: string, fault: 'syntax' | 'range', context: ValueContext, wanted: string): ValueProblem {
  const rule = fault === 'range' ? 'value-out-of-range' : 'value-invalid';
  const said = fault === 'range' ? `${text} is out of range` : `${quoted(text)} is not one`;
  return problem(whole(text), rule, `${nameOf(context)} takes ${wanted}; ${said}, and systemd ignores this line.`);
}

const HUGE = 2n ** 31n - 1n;

function expected({ noun, words = [] }: WholeNumberOptions, { from, to }: IntegerLimits): string {
  const range = to >= HUGE ? (from < 0n ? '' : ` from ${from} up`) : ` from ${from} to ${to}`;
  return [`${noun ?? 'a whole number'}${range}`, ...words.map(({ word }) => word)].join(' or ');
}
