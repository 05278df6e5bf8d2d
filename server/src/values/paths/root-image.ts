import { readWords } from '../../syntax/words.ts';
import { partStart } from '../../text/word-part.ts';
import { base64Length } from '../base64.ts';
import { type Located, locatedText, locatedWord, wordWithin } from '../located.ts';
import { faultAt, nameOf, whole } from '../problem.ts';
import { resolve } from '../resolve.ts';
import type { ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { quotingProblem } from '../word-list.ts';
import { invalidPartition, PARTITIONS } from './partitions.ts';
import { activeField, completePath, pathReferences } from './path-help.ts';

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

const invalid = (text: string, what: string): ValueProblem[] => [
  faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what }),
];

/** A value that begins with a slash is a path to a file with the data; its specifiers and form are not looked at. */
const isPath = (text: string): boolean => text.startsWith('/');

/** RootHash=: hexadecimal digits of the root hash of a dm-verity image, or the path of a file with them. */
export const rootHash: ValueType = {
  parsers: ['config_parse_exec_root_hash'],
  repeats: 'replaces',
  check(text, context) {
    if (text === '' || isPath(text)) return [];
    const digits = text.replace(/[ \t\n\r]/g, '');
    if (!/^[0-9a-fA-F]*$/.test(digits) || digits.length % 2 !== 0) {
      return invalid(text, `${nameOf(context)} takes pairs of hexadecimal digits or an absolute path`);
    }
    return digits.length < 32
      ? invalid(text, `${nameOf(context)} needs at least 16 bytes, written as 32 hexadecimal digits`)
      : [];
  },
  references: (text, context) => pathReferences([locatedText(text)], context),
  complete: (text, offset) => completePath(text, offset),
};

/** RootHashSignature=: `base64:` and the signature, or the path of a file with it. */
export const rootHashSignature: ValueType = {
  parsers: ['config_parse_exec_root_hash_sig'],
  repeats: 'replaces',
  check(text, context) {
    if (text === '' || isPath(text)) return [];
    const data = /^base64:(.*)$/s.exec(text)?.[1];
    if (data === undefined) return invalid(text, `${nameOf(context)} takes base64: and data, or an absolute path`);
    return base64Length(data, context.version) === undefined
      ? invalid(text, 'The data after base64: is not complete Base64 text')
      : [];
  },
  references: (text, context) => pathReferences([locatedText(text)], context),
  complete: (text, offset) => completePath(text, offset),
};
