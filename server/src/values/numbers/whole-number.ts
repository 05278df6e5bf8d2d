import { quoted } from '../consequence.ts';
import { emptyProblem, nameOf, problem, whole } from '../problem.ts';
import type { Candidate, ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { type IntegerLimits, parseInteger } from './integer.ts';
import { meaningOfNumber } from './meanings.ts';

/** A word that stands for a number, as `infinity`. */
export interface NumberWord {
  readonly word: string;
  readonly what: string;
}

export interface WholeNumberOptions {
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
