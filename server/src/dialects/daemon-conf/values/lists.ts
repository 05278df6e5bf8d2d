import { readWords, type Word, type WordOptions } from '../../../syntax/words.ts';
import { nearest } from '../../../text/edit-distance.ts';
import { parseBoolean } from '../../../values/boolean.ts';
import { INT, parseInteger } from '../../../values/numbers/integer.ts';
import { faultAt, listWords, nameOf, problem, quoted } from '../../../values/problem.ts';
import type { Candidate, ValueContext, ValueProblem, ValueType } from '../../../values/value-type.ts';
import { checkWords, completeWord, describeWord, faultsOf } from '../../../values/word-list.ts';
import { sleepOperations } from './login-words.ts';
import { recordTypes } from './record-types.ts';

const STRINGS: WordOptions = { unquote: true, retainEscape: true };

/** `config_parse_strv()`: words of any kind; an open quote costs the line. */
const strings: ValueType = {
  parsers: ['config_parse_strv'],
  repeats: 'extends',
  check: (text, context) => checkWords(text, STRINGS, context, () => []),
};

/** An open quote ends the reading of the file: `config_parse_sleep_mode()` and its kin hand the failure on. */
function openQuote(text: string, options: WordOptions, context: ValueContext): ValueProblem[] {
  const { fault } = readWords(text, options);
  if (!fault) return [];
  const message = `This quote is never closed in ${nameOf(context)}; systemd reads nothing that follows, in this file and in its drop-ins. Close the quote or remove it.`;
  return [problem(fault, 'quoting', message, { severity: 'error' })];
}

const candidates = (words: readonly { readonly word: string; readonly what: string }[]): Candidate[] =>
  words.map(({ word, what }) => ({ label: word, kind: 'keyword', detail: what }));

/** What the kernel takes in /sys/power/disk and /sys/power/mem_sleep; it says no to others, systemd does not. */
const sleepModes: Readonly<Record<string, readonly { readonly word: string; readonly what: string }[]>> = {
  HibernateMode: [
    { word: 'platform', what: "the machine's firmware puts it to sleep" },
    { word: 'shutdown', what: 'the machine is switched off' },
    { word: 'reboot', what: 'the machine is rebooted' },
    { word: 'suspend', what: 'the machine is suspended to memory as well' },
  ],
  MemorySleepMode: [
    { word: 'deep', what: 'suspend to memory' },
    { word: 's2idle', what: 'all stands still, nothing is switched off' },
    { word: 'shallow', what: 'processors are switched off' },
  ],
};

/** HibernateMode= and MemorySleepMode=: what is written to the kernel, the first that it takes. */
const sleepMode: ValueType = {
  parsers: ['config_parse_sleep_mode'],
  repeats: 'replaces',
  check: (text, context) => openQuote(text, STRINGS, context),
  complete: (text, offset, { directive }) =>
    completeWord(text, offset, STRINGS, candidates(sleepModes[directive.key] ?? [])),
};

/** SleepOperation=: the first that the machine can do. */
const sleepOperation: ValueType = {
  parsers: ['config_parse_handle_action_sleep'],
  repeats: 'extends',
  check(text, context) {
    const words = sleepOperations.map(({ word }) => word);
    const list = readWords(text, { unquote: true });
    const faults = faultsOf(list.words, (word) =>
      words.includes(word.text) ? [] : [unknownWord(word, words, context)],
    );
    return [...faults, ...openQuote(text, { unquote: true }, context)];
  },
  complete: (text, offset) => completeWord(text, offset, { unquote: true }, candidates(sleepOperations)),
  describe: (text, offset) =>
    describeWord(text, offset, {}, (word) => {
      const what = sleepOperations.find((each) => each.word === word)?.what;
      return what && `${what[0]!.toUpperCase()}${what.slice(1)}.`;
    }),
};

function unknownWord(word: Word, words: readonly string[], context: ValueContext): ValueProblem {
  const guess = nearest(word.text.slice(0, 100), words);
  return faultAt(word, {
    rule: 'value-invalid',
    consequence: 'entry',
    what: `Unknown value ${quoted(word.text)} in ${nameOf(context)}`,
    remedy: guess ? `Did you mean "${guess}"?` : words.length < 20 ? `Write ${listWords(words)}.` : '',
    replacement: guess,
  });
}

/** RefuseRecordTypes=: types of DNS records by name, or as TYPE65. */
const recordTypeList: ValueType = {
  parsers: ['config_parse_record_types'],
  repeats: 'extends',
  check: (text, context) =>
    checkWords(text, {}, context, (word) => {
      const name = word.text.toUpperCase();
      if (recordTypes.includes(name) || isNumberedType(name)) return [];
      return [unknownWord(word, recordTypes, context)];
    }),
  complete: (text, offset) =>
    completeWord(
      text,
      offset,
      {},
      recordTypes.map((label) => ({ label, kind: 'keyword' })),
    ),
};

function isNumberedType(name: string): boolean {
  const number = name.startsWith('TYPE') ? parseInteger(name.slice(4), { from: 0n, to: 65_535n, unsigned: true }) : 0;
  return typeof number === 'bigint';
}

const algorithms: readonly Candidate[] = [
  { label: 'zstd', kind: 'keyword', detail: 'fast and small' },
  { label: 'lz4', kind: 'keyword', detail: 'fastest' },
  { label: 'xz', kind: 'keyword', detail: 'smallest' },
];
/** What systemd as Debian builds it can compress with. */
const known = [...algorithms.map(({ label }) => label), 'gzip', 'bzip2'];

/** Compression=: algorithms, the preferred one first, with a level after a colon where the table says so; or no. */
const compression: ValueType = {
  parsers: ['config_parse_compression'],
  repeats: 'extends',
  check(text, context) {
    if (parseBoolean(text) === false) return [];
    return checkWords(text, {}, context, (word) => algorithmFault(word, context));
  },
  complete: (text, offset) =>
    completeWord(text, offset, {}, [...algorithms, { label: 'no', kind: 'keyword', detail: 'without compression' }]),
};

function algorithmFault(word: Word, context: ValueContext): ValueProblem[] {
  const colon = context.directive.argument === 'true' ? word.text.indexOf(':') : -1;
  const name = colon < 0 ? word.text : word.text.slice(0, colon);
  if (!known.includes(name.toLowerCase())) {
    const guess = nearest(name.slice(0, 100).toLowerCase(), known);
    const remedy = guess ? `Did you mean ${guess}?` : 'Write zstd, lz4 or xz.';
    const what = `${quoted(name)} is not a compression algorithm that systemd has`;
    return [faultAt(word, { rule: 'value-invalid', consequence: 'entry', what, remedy })];
  }
  const level = word.text.slice(colon + 1);
  if (colon < 0 || typeof parseInteger(level, INT) === 'bigint') return [];
  const what = `The level of ${name} is a number, not ${quoted(level)}`;
  return [faultAt(word, { rule: 'value-invalid', consequence: 'entry', what, remedy: `Write ${name}:3.` })];
}

export const lists: readonly ValueType[] = [strings, sleepMode, sleepOperation, recordTypeList, compression];
