import { syscallArchitectures } from '../../schema/generated/names.ts';
import { rowsOf } from '../../schema/rows.ts';
import { readWords, type WordOptions, wordSpan } from '../../syntax/words.ts';
import { nearest } from '../../text/edit-distance.ts';
import { partStart } from '../../text/word-part.ts';
import { machineWord } from '../conditions/machine-words.ts';
import { parseInteger } from '../numbers/integer.ts';
import { faultAt, nameOf, quoted } from '../problem.ts';
import type { Candidate, ValueProblem, ValueType } from '../value-type.ts';
import { quotingProblem } from '../word-list.ts';

interface KnownWord {
  readonly word: string;
  /** What it means, in a few words. */
  readonly what?: string;
  /** First version that knows it. */
  readonly from?: number;
}

const known = (words: Readonly<Record<string, string>>): readonly KnownWord[] =>
  Object.entries(words).map(([word, what]) => ({ word, what }));

const architectureOf = (word: string): string =>
  machineWord('ConditionArchitecture', word) ?? `processors of the kind ${word}`;

const archs: readonly KnownWord[] = rowsOf(syscallArchitectures).map(([word = '', , from]) => ({
  word,
  what: architectureOf(word),
  from: from ? Number(from) : undefined,
}));

const asOthersSay: Readonly<Record<string, string>> = {
  amd64: 'x86-64',
  x86_64: 'x86-64',
  i386: 'x86',
  i686: 'x86',
  aarch64: 'arm64',
};

/** capabilities(7), "The securebits flags". */
const secureBits = known({
  'keep-caps': 'capabilities stay when a process turns from root into another user, until it executes a program',
  'keep-caps-locked': 'keep-caps can no longer be changed',
  'no-setuid-fixup': 'a change of user leaves the capabilities as they are',
  'no-setuid-fixup-locked': 'no-setuid-fixup can no longer be changed',
  noroot: 'to be root, or to run a program that is set-user-ID root, gives no capabilities',
  'noroot-locked': 'noroot can no longer be changed',
});

/** core(5), "Controlling which mappings are written to the core dump". */
const coredumpFilters = known({
  'private-anonymous': 'private memory that is not part of a file: heap, stack',
  'shared-anonymous': 'shared memory that is not part of a file',
  'private-file-backed': 'private copies of files in memory',
  'shared-file-backed': 'files in memory that are shared',
  'elf-headers': 'the first page of programs and libraries, which tells their builds apart',
  'private-huge': 'private huge pages',
  'shared-huge': 'shared huge pages',
  'private-dax': 'private pages of a device that is memory itself (DAX)',
  'shared-dax': 'shared pages of a device that is memory itself (DAX)',
  default: 'what the kernel dumps by itself',
  all: 'memory of every type',
});

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
  const wordsOf = (version: number): KnownWord[] => options.words.filter(({ from = 0 }) => from <= version);
  const names = (version: number): string[] => wordsOf(version).map(({ word }) => word);
  return {
    parsers: [parser],
    repeats: 'extends',
    check(text, context) {
      const read = readWords(text, options.reading);
      const words = names(context.version);
      const problems: ValueProblem[] = [];
      for (const word of read.words) {
        if (words.includes(word.text) || options.takes?.(word.text)) continue;
        if (problems.length === MOST_FAULTS || (fault === 'ignored' && problems.length > 0)) break;
        const guess = options.meant?.(word.text) ?? nearest(word.text.slice(0, 60), words);
        const what = `Unknown ${noun} ${quoted(word.text)} for ${nameOf(context)}`;
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
          fault === 'silent' ? `${what}; systemd silently ignores it.${remedy ? ` ${remedy}` : ''}` : problem.message;
        problems.push({ ...problem, message });
      }
      if (read.fault && fault !== 'silent') problems.push(quotingProblem(read.fault, context, fault === 'entry'));
      return problems;
    },
    complete(text, offset, context) {
      const start = partStart(text, offset, ' \t');
      const blank = text.slice(offset).search(/\s/);
      const end = blank < 0 ? text.length : offset + blank;
      return {
        start,
        end,
        items: wordsOf(context.version).map(
          ({ word, what }): Candidate => ({ label: word, kind: 'keyword', detail: what }),
        ),
      };
    },
    describe(text, offset, context) {
      const word = readWords(text, options.reading).words.find(({ start, end }) => start <= offset && offset <= end);
      const found = word && wordsOf(context.version).find((candidate) => candidate.word === word.text);
      return found && { ...wordSpan(word), markdown: `**${found.word}**: ${found.what}.`, manualValue: found.word };
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
    words: secureBits,
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
