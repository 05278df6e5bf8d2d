import type { Span } from '../../text/span.ts';
import { quoted } from '../consequence.ts';
import { emptyProblem, nameOf, problem, whole } from '../problem.ts';
import type { Candidate, Description, ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { formatSize, parseSize, type SizeFault } from './size.ts';

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
