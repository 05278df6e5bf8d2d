import { syscallArchitectures } from '../../schema/generated/names.ts';
import { readWords, type WordOptions, wordSpan } from '../../syntax/words.ts';
import { nearest } from '../../text/distance.ts';
import { faultAt } from '../consequence.ts';
import { parseInteger } from '../numbers/integer.ts';
import { nameOf } from '../problem.ts';
import type { Candidate, ValueProblem, ValueType } from '../value-type.ts';
import { quotingProblem } from '../word-list.ts';

interface KnownWord {
  readonly word: string;
  /** First version that knows it. */
  readonly from?: number;
}

const known = (text: string): readonly KnownWord[] => text.split(' ').map((word) => ({ word }));

const archs: readonly KnownWord[] = syscallArchitectures
  .trim()
  .split('\n')
  .map((line) => {
    const [word = '', , from] = line.split('\t');
    return { word, from: from ? Number(from) : undefined };
  });

const asOthersSay: Readonly<Record<string, string>> = {
  amd64: 'x86-64',
  x86_64: 'x86-64',
  i386: 'x86',
  i686: 'x86',
  aarch64: 'arm64',
};

const secureBitNames = known('keep-caps keep-caps-locked no-setuid-fixup no-setuid-fixup-locked noroot noroot-locked');

const coredumpFilters = known(
  'private-anonymous shared-anonymous private-file-backed shared-file-backed elf-headers private-huge shared-huge private-dax shared-dax default all',
);

interface WordSetOptions {
  readonly parser: string;
  readonly noun: string;
  readonly words: readonly KnownWord[];
  readonly reading?: WordOptions;
  /** Words taken besides. */
  takes?(word: string): boolean;
  meant?(word: string): string | undefined;
  /** What a bad word costs: itself, the whole line, or nothing (`silent`: systemd does not say a word). */
  readonly fault: 'entry' | 'ignored' | 'silent';
}

const MOST_FAULTS = 100;

/** A directive that takes some of a set of words. */
function wordSet(options: WordSetOptions): ValueType {
  const { parser, noun, fault } = options;
  const names = (version: number): string[] =>
    options.words.filter(({ from = 0 }) => from <= version).map(({ word }) => word);
  return {
    parsers: [parser],
    check(text, context) {
      const read = readWords(text, options.reading);
      const words = names(context.version);
      const problems: ValueProblem[] = [];
      for (const word of read.words) {
        if (words.includes(word.text) || options.takes?.(word.text)) continue;
        if (problems.length === MOST_FAULTS || (fault === 'ignored' && problems.length > 0)) break;
        const guess = options.meant?.(word.text) ?? nearest(word.text.slice(0, 60), words);
        const what = `${nameOf(context)} knows no ${noun} "${word.text.slice(0, 60)}"`;
        const remedy = guess ? `Did you mean ${guess}?` : undefined;
        const consequence = fault === 'silent' ? 'noted' : fault;
        const problem = faultAt(wordSpan(word), {
          rule: 'value-invalid',
          consequence,
          what,
          remedy,
          replacement: guess,
        });
        const message =
          fault === 'silent'
            ? `${what}; systemd ignores it without a word.${remedy ? ` ${remedy}` : ''}`
            : problem.message;
        problems.push({ ...problem, message });
      }
      if (read.fault && fault !== 'silent') problems.push(quotingProblem(read.fault, context, fault === 'entry'));
      return problems;
    },
    complete(text, offset, context) {
      const start = Math.max(text.lastIndexOf(' ', offset - 1), text.lastIndexOf('\t', offset - 1)) + 1;
      const blank = text.slice(offset).search(/\s/);
      const end = blank < 0 ? text.length : offset + blank;
      return { start, end, items: names(context.version).map((label): Candidate => ({ label, kind: 'keyword' })) };
    },
    describe(text, offset, context) {
      const word = readWords(text, options.reading).words.find(({ start, end }) => start <= offset && offset <= end);
      return word && names(context.version).includes(word.text)
        ? { ...wordSpan(word), manualValue: word.text }
        : undefined;
    },
  };
}

/** A mask is hexadecimal with or without 0x; `0b1` is therefore a number too. */
const hexMask = (word: string): boolean =>
  typeof parseInteger(word, { from: 0n, to: 2n ** 64n - 1n, base: 16, unsigned: true }) === 'bigint';

export const wordSets: readonly ValueType[] = [
  // systemd.exec(5), SystemCallArchitectures=.
  wordSet({
    parser: 'config_parse_syscall_archs',
    noun: 'architecture',
    words: archs,
    reading: { unquote: true },
    meant: (word) => asOthersSay[word.toLowerCase()],
    fault: 'entry',
  }),
  // systemd.exec(5), SecureBits=: unknown words are dropped in silence.
  wordSet({
    parser: 'config_parse_exec_secure_bits',
    noun: 'secure bit',
    words: secureBitNames,
    reading: { unquote: true, relax: true },
    fault: 'silent',
  }),
  // systemd.exec(5), CoredumpFilter=: names and one hexadecimal mask.
  wordSet({
    parser: 'config_parse_exec_coredump_filter',
    noun: 'memory type',
    words: coredumpFilters,
    takes: hexMask,
    fault: 'ignored',
  }),
];
