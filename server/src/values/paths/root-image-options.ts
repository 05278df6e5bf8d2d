import { readWords } from '../../syntax/words.ts';
import { partStart } from '../../text/word-part.ts';
import { faultAt } from '../consequence.ts';
import { type Located, locatedWord, wordWithin } from '../located.ts';
import { nameOf } from '../problem.ts';
import { resolve } from '../resolve.ts';
import type { ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { quotingProblem } from '../word-list.ts';
import { invalidPartition, PARTITIONS } from './partitions.ts';
import { activeField } from './path-help.ts';

/** RootImageOptions=: `[partition:]mount options`; a syntax fault costs the whole line. */
export const rootImageOptions: ValueType = {
  parsers: ['config_parse_root_image_options'],
  repeats: 'extends',
  specifiers: 'all',
  check(text, context) {
    const { words, fault } = readWords(text, { unquote: true, retainEscape: true });
    if (fault) return [quotingProblem(fault, context)];
    const entries = words
      .map((word) => locatedWord(word))
      .map((entry) => ({ entry, ...pairOf(entry, context.version) }));
    const broken = entries.find(({ fields, fault: inner }) => inner || fields.length > 2);
    if (broken?.fault) return [quotingProblem(broken.fault, context)];
    if (broken) {
      const what = `${nameOf(context)} takes a partition and its options, with one colon between them`;
      return [faultAt(broken.entry.span(), { rule: 'value-invalid', consequence: 'ignored', what })];
    }
    return entries.flatMap(({ fields }) => checkPair(fields, context, words.length > 1) ?? []);
  },
  complete(text, offset) {
    const start = partStart(text, offset, ' :');
    return {
      start,
      end: offset,
      items: PARTITIONS.map((label) => ({ label, insert: `${label}:`, kind: 'value' as const })),
    };
  },
  signature: () => ({
    label: '[partition:]options …',
    parameters: [
      { label: 'partition', documentation: 'root (the default), usr, home, srv, esp …' },
      { label: 'options', documentation: 'Its mount options, separated by commas.' },
    ],
    active: activeField,
  }),
};

function pairOf(entry: Located, version: number) {
  const { words, fault } = readWords(entry.text, {
    separators: ':',
    cunescape: true,
    unescapeSeparators: true,
    version,
  });
  const fields = words.map((word) => wordWithin(entry, word));
  return fault ? { fields, fault: { ...fault, ...entry.span(fault.start, fault.end) } } : { fields };
}

function checkPair(fields: readonly Located[], context: ValueContext, amongOthers: boolean): ValueProblem | undefined {
  const [first, second] = fields;
  if (!first) return undefined;
  const consequence = amongOthers ? 'entry' : 'ignored';
  const invalid = second && invalidPartition(first, consequence);
  return invalid ?? resolve(second ?? first, context, { consequence }).problem;
}
