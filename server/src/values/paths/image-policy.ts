import { nearest } from '../../text/edit-distance.ts';
import type { Span } from '../../text/span.ts';
import { since } from '../changes.ts';
import { type Consequence, faultAt, quoted } from '../consequence.ts';
import { nameOf } from '../problem.ts';
import type { ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { completePolicy, describePolicy, knownFlags, policySignature, SHORTHANDS } from './image-policy-words.ts';
import { isPartition, PARTITIONS } from './partitions.ts';

/** RootImagePolicy= and its like: `partition=flag+flag:…`, see systemd.image-policy(7). */
export const imagePolicy: ValueType = {
  parsers: ['config_parse_image_policy'],
  repeats: 'replaces',
  check(text, context) {
    if (text === '' || SHORTHANDS[text.trim()]) return [];
    const seen = new Set<string>();
    for (const rule of rulesOf(text)) {
      if (rule.flags === undefined) return [broken(rule, context)];
      const { name } = rule;
      const known = name === '' || isPartition(name);
      const unknown = known ? unknownFlag(rule, context.version) : { ...rule.nameSpan, text: name };
      if (unknown && !isLenient(context.version)) return [unknownWord(unknown, 'refused', known, context.version)];
      if (known && seen.has(name)) return [duplicate(rule)];
      if (known) seen.add(name);
    }
    return isLenient(context.version) ? passedOver(text, context.version) : [];
  },
  complete: (text, offset, { version }) => completePolicy(text, offset, version),
  describe: (text, offset, { version }) => describePolicy(text, offset, version),
  signature: () => policySignature,
};

const isLenient = (version: number): boolean => since(version, 'unknown image policies are skipped');

interface PolicyRule extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  /** Undefined without an equals sign. */
  readonly flags: readonly (Span & { readonly text: string })[] | undefined;
}

function rulesOf(text: string): PolicyRule[] {
  return [...split(text, 0, ':')].map((part) => {
    const equals = part.text.indexOf('=');
    const name = trimmed({ ...part, text: equals < 0 ? part.text : part.text.slice(0, equals) });
    const list = equals < 0 ? undefined : split(part.text.slice(equals + 1), part.start + equals + 1, '+').map(trimmed);
    const flags = list?.length === 1 && list[0]!.text === '' ? [] : list;
    return { start: part.start, end: part.end, name: name.text, nameSpan: name, flags };
  });
}

function split(text: string, start: number, mark: string): (Span & { text: string })[] {
  let at = start;
  return text.split(mark).map((part) => {
    const from = at;
    at += part.length + 1;
    return { start: from, end: from + part.length, text: part };
  });
}

function trimmed({ start, text }: Span & { readonly text: string }): Span & { text: string } {
  const lead = text.length - text.trimStart().length;
  const inner = text.trim();
  return { start: start + lead, end: start + lead + inner.length, text: inner };
}

function unknownFlag({ flags }: PolicyRule, version: number): (Span & { text: string }) | undefined {
  const known = knownFlags(version);
  return flags?.find(({ text }) => !known.includes(text));
}

/** What a lenient systemd passes over in silence: worth a word, not a warning. */
function passedOver(text: string, version: number): ValueProblem[] {
  return rulesOf(text).flatMap((rule) => {
    const known = rule.name === '' || isPartition(rule.name);
    const unknown = known ? unknownFlag(rule, version) : { ...rule.nameSpan, text: rule.name };
    return unknown ? [unknownWord(unknown, 'noted', known, version)] : [];
  });
}

function unknownWord(
  word: Span & { text: string },
  consequence: Consequence,
  isFlag: boolean,
  version: number,
): ValueProblem {
  const guess = nearest(word.text, isFlag ? knownFlags(version).filter((flag) => flag !== '-') : PARTITIONS);
  const what = isFlag
    ? `Unknown flag ${quoted(word.text)} in an image policy`
    : `Unknown partition ${quoted(word.text)}`;
  const fix = guess ? { remedy: `Did you mean ${guess}?`, replacement: guess } : {};
  const problem = faultAt(word, { rule: 'value-invalid', consequence, what, ...fix });
  if (consequence !== 'noted') return problem;
  return {
    ...problem,
    message: `${what}; systemd skips it silently.${guess ? ` Did you mean ${guess}?` : ''}`,
  };
}

function broken(rule: PolicyRule, context: ValueContext): ValueProblem {
  const what = `${nameOf(context)} takes partition=flag+flag, several with colons between them, or one of *, - and ~`;
  return faultAt(rule, { rule: 'value-invalid', consequence: 'refused', what });
}

function duplicate(rule: PolicyRule): ValueProblem {
  const what = rule.name === '' ? 'This policy has two defaults' : `This policy has two rules for ${rule.name}`;
  return faultAt(rule, { rule: 'value-invalid', consequence: 'refused', what });
}
