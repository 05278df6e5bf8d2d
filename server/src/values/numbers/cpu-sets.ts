import { since } from '../changes.ts';
import { quoted } from '../consequence.ts';
import { locatedText } from '../located.ts';
import { nameOf, problem, whole } from '../problem.ts';
import { resolve } from '../resolve.ts';
import { dependsOnInstance } from '../specifiers.ts';
import type { Candidate, ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { type CpuSetFault, parseCpuSet } from './cpu-set.ts';

export interface CpuSetOptions {
  readonly parsers: readonly string[];
  readonly form?: string;
  /** What the numbers count: `CPUs`. */
  readonly noun: string;
  /** Whether specifiers are expanded first; always unless told. */
  specifiers?(context: ValueContext): boolean;
  readonly words?: readonly { readonly word: string; readonly what: string }[];
}

export function cpuSet({
  parsers,
  form = 'processors',
  noun,
  specifiers = () => true,
  words = [],
}: CpuSetOptions): ValueType {
  const items: Candidate[] = [
    ...words.map(({ word, what }): Candidate => ({ label: word, kind: 'keyword', detail: what })),
    { label: '0-3', kind: 'number', detail: `the first four ${noun}` },
  ];
  return {
    parsers,
    repeats: 'extends',
    specifiers: 'all',
    form,
    check(text, context) {
      const resolved = specifiers(context)
        ? resolve(locatedText(text), context, { consequence: 'ignored' })
        : { value: locatedText(text) };
      if (resolved.problem) return [resolved.problem];
      const source = resolved.value;
      if (dependsOnInstance(text, context)) return [];
      if (words.some(({ word }) => word === source.text)) return [];
      const { faults } = parseCpuSet(source.text, context.version);
      return faults.map((fault) => {
        const said = cpuSetProblem(source.text, fault, context, noun);
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

function cpuSetProblem(text: string, fault: CpuSetFault, context: ValueContext, noun: string): ValueProblem {
  const word = text.slice(fault.start, fault.end);
  const name = nameOf(context);
  if (fault.fault === 'quoting') {
    return problem(fault, 'quoting', `A quote in ${name} is not closed; systemd ignores the line.`);
  }
  if (fault.fault === 'range') {
    return problem(
      fault,
      'value-out-of-range',
      `${name} counts ${noun} from 0 to 8191, not ${word}; systemd ignores the line.`,
    );
  }
  if (fault.fault === 'number') {
    return problem(
      fault,
      'value-invalid',
      `${name} takes numbers and ranges of ${noun}, like 0-3,8, not ${quoted(word)}; systemd ignores the line.`,
    );
  }
  const message = `The range ${word} runs backwards; systemd ignores ${since(context.version, 'a bad range costs all CPUs') ? 'the line' : 'it'}. Write the lower number first.`;
  const [from, to] = word.split('-');
  return problem(fault, 'value-out-of-range', message, {
    effect: since(context.version, 'a bad range costs all CPUs') ? 'ignored' : 'part',
    replacement: /^\d+-\d+$/.test(word) ? `${to}-${from}` : undefined,
  });
}

export const cpuSets: readonly ValueType[] = [
  cpuSet({ parsers: ['config_parse_unit_cpu_set', 'config_parse_allowed_cpuset'], noun: 'CPUs or nodes' }),
  cpuSet({
    parsers: ['config_parse_exec_cpu_affinity'],
    noun: 'CPUs',
    words: [{ word: 'numa', what: 'the CPUs of the nodes in NUMAMask=' }],
  }),
  cpuSet({
    parsers: ['config_parse_numa_mask'],
    form: 'NUMA nodes',
    specifiers: ({ version }) => since(version, 'specifiers in NUMAMask='),
    noun: 'nodes',
    words: [{ word: 'all', what: 'every node of the machine' }],
  }),
];
