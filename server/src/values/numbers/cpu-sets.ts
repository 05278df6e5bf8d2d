import { readWord, wordSpan } from '../../syntax/words.ts';
import type { Span } from '../../text/span.ts';
import { type Change, since } from '../changes.ts';
import { locatedText } from '../located.ts';
import { faultAt, nameOf, quoted, whole } from '../problem.ts';
import { resolve } from '../resolve.ts';
import { dependsOnInstance } from '../specifiers.ts';
import type { Candidate, ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { parseInteger, UINT } from './integer.ts';

interface CpuSetOptions {
  readonly parsers: readonly string[];
  readonly form?: string;
  /** What the numbers count: `CPUs`. */
  readonly noun: string;
  /** Since when specifiers are expanded first; never where it is `never`. */
  readonly specifiers?: Change | 'never';
  /** Until when a fault refuses the unit. */
  readonly lenient?: Change;
  readonly words?: readonly { readonly word: string; readonly what: string }[];
}

export function cpuSet({
  parsers,
  form = 'processors',
  noun,
  specifiers,
  words = [],
  lenient,
}: CpuSetOptions): ValueType {
  const expands = (version: number): boolean =>
    specifiers === undefined || (specifiers !== 'never' && since(version, specifiers));
  const items: Candidate[] = [
    ...words.map(({ word, what }): Candidate => ({ label: word, kind: 'keyword', detail: what })),
    { label: '0-3', kind: 'number', detail: `the first four ${noun}` },
  ];
  return {
    parsers,
    repeats: 'extends',
    ...(specifiers !== 'never' && { specifiers: 'all', specifiersSince: specifiers }),
    form,
    check(text, context) {
      const resolved = expands(context.version)
        ? resolve(locatedText(text), context, { consequence: 'ignored' })
        : { value: locatedText(text) };
      if (resolved.problem) return [resolved.problem];
      const source = resolved.value;
      if (expands(context.version) && dependsOnInstance(text, context)) return [];
      if (words.some(({ word }) => word === source.text)) return [];
      const { faults } = parseCpuSet(source.text, context.version);
      const consequence = lenient && !since(context.version, lenient) ? 'refused' : 'ignored';
      return faults.map((fault) => {
        const said = cpuSetProblem(source.text, fault, context, { noun, consequence });
        return source.text === text
          ? said
          : { ...said, ...source.span(fault.start, fault.end), replacement: undefined };
      });
    },
    complete: (text) => ({ ...whole(text), items }),
    describe(text, _offset, context) {
      const named = words.find(({ word }) => word === text);
      if (named) return { ...whole(text), markdown: named.what, manualValue: named.word };
      const { ranges, faults } = parseCpuSet(text, context.version);
      const numbers = new Set<number>();
      for (const { from, to } of ranges) for (let n = from; n <= to; n++) numbers.add(n);
      if (faults.length > 0 || numbers.size === 0) return undefined;
      return { ...whole(text), markdown: numbers.size === 1 ? `1 of the ${noun}.` : `${numbers.size} ${noun}.` };
    },
  };
}

function cpuSetProblem(
  text: string,
  fault: CpuSetFault,
  context: ValueContext,
  { noun, consequence }: { readonly noun: string; readonly consequence: 'refused' | 'ignored' },
): ValueProblem {
  const word = text.slice(fault.start, fault.end);
  const name = nameOf(context);
  if (fault.fault === 'quoting')
    return faultAt(fault, { rule: 'quoting', consequence, what: `A quote in ${name} is not closed` });
  if (fault.fault === 'range') {
    const what = `${name} counts ${noun} from 0 to 8191, not ${word}`;
    return faultAt(fault, { rule: 'value-out-of-range', consequence, what });
  }
  if (fault.fault === 'number') {
    const what = `${name} takes numbers and ranges of ${noun}, like 0-3,8, not ${quoted(word)}`;
    return faultAt(fault, { rule: 'value-invalid', consequence, what });
  }
  const [from, to] = word.split('-');
  return faultAt(fault, {
    rule: 'value-out-of-range',
    consequence: since(context.version, 'a bad range costs all CPUs') ? 'ignored' : 'entry',
    what: `The range ${word} runs backwards`,
    remedy: 'Write the lower number first.',
    replacement: /^\d+-\d+$/.test(word) ? `${to}-${from}` : undefined,
  });
}

export const cpuSets: readonly ValueType[] = [
  cpuSet({ parsers: ['config_parse_unit_cpu_set', 'config_parse_allowed_cpuset'], noun: 'CPUs or nodes' }),
  cpuSet({
    parsers: ['config_parse_allowed_cpus', 'config_parse_allowed_mems'],
    noun: 'CPUs or nodes',
    specifiers: 'never',
  }),
  cpuSet({
    parsers: ['config_parse_exec_cpu_affinity'],
    noun: 'CPUs',
    specifiers: 'CPU sets have specifiers',
    lenient: 'CPUAffinity= is never fatal',
    words: [{ word: 'numa', what: 'the CPUs of the nodes in NUMAMask=' }],
  }),
  cpuSet({
    parsers: ['config_parse_numa_mask'],
    form: 'NUMA nodes',
    specifiers: 'specifiers in NUMAMask=',
    noun: 'nodes',
    words: [{ word: 'all', what: 'every node of the machine' }],
  }),
];

interface CpuRange extends Span {
  readonly from: number;
  readonly to: number;
}

interface CpuSetFault extends Span {
  readonly fault: 'quoting' | 'number' | 'backwards' | 'range';
}

interface CpuSet {
  readonly ranges: readonly CpuRange[];
  readonly faults: readonly CpuSetFault[];
}

/** The highest number systemd makes a mask for; src/shared/cpu-set-util.c. */
const HIGHEST = 8191;

/** This one wraps around to nothing at all in older releases. */
const UINT_MAX = 2 ** 32 - 1;

/** Reads a list such as `0-3,8 10` as `parse_cpu_set()` does: up to the first fault, in older releases over backward ranges. */
function parseCpuSet(text: string, version: number): CpuSet {
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
