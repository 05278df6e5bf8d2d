import { theTarget } from '../../schema/targets.ts';
import { nearest } from '../../text/edit-distance.ts';
import { parseBoolean } from '../boolean.ts';
import { INT, parseInteger, UINT } from '../numbers/integer.ts';
import { emptyProblem, listWords, nameOf, problem, quoted, whole } from '../problem.ts';
import type { Candidate, ValueContext, ValueProblem, ValueType } from '../value-type.ts';

/** One value of an enumeration. */
export interface EnumWord {
  readonly word: string;
  /** What it means, in a few words. */
  readonly what: string;
  /** First version that knows it. */
  readonly from?: number;
  /** Taken, but not what one writes today; not offered. */
  readonly hidden?: boolean;
  /** The number that means the same, where numbers are taken. */
  readonly number?: number;
}

export interface EnumOptions {
  readonly parsers: readonly string[];
  readonly words: readonly EnumWord[];
  /** Whether every spelling of yes and no is taken besides; the words then say what they mean. */
  readonly boolean?: { readonly yes: string; readonly no: string };
  /** Whether the empty value is taken (and means the default again). */
  readonly empty?: boolean;
  /** Whether case counts not. */
  readonly anyCase?: boolean;
  /** Whether a number is taken instead of a word. */
  numbers?(value: number, version: number): boolean;
  /** More to say of a value systemd takes. */
  remark?(text: string, context: ValueContext): ValueProblem[];
}

/** A directive that takes one of some words; case counts, except for yes and no. */
export function enumeration(options: EnumOptions): ValueType {
  return {
    parsers: options.parsers,
    repeats: 'replaces',
    check(text, context) {
      if (text === '') return options.empty ? [] : [emptyProblem(context, expectedWords(options, context.version))];
      if (isTaken(text, options, context.version)) return options.remark?.(text, context) ?? [];
      return [enumProblem(text, options, context)];
    },
    complete: (text, _offset, context) => ({ ...whole(text), items: enumCandidates(options, context.version) }),
    describe(text) {
      const known = options.words.find(({ word }) => word === text);
      if (known) return { ...whole(text), markdown: sentence(known.what), manualValue: text };
      const same = options.numbers && wordOfNumber(text, options);
      if (same) return { ...whole(text), markdown: `As \`${same.word}\`: ${same.what}.`, manualValue: same.word };
      const value = options.boolean && parseBoolean(text);
      if (value === undefined) return undefined;
      return {
        ...whole(text),
        markdown: sentence(value ? options.boolean!.yes : options.boolean!.no),
        manualValue: value ? 'yes' : 'no',
      };
    },
  };
}

function wordOfNumber(text: string, { words }: EnumOptions): EnumWord | undefined {
  const number = parseInteger(text, UINT);
  return typeof number === 'bigint' ? words.find((each) => each.number === Number(number)) : undefined;
}

const sentence = (what: string): string => `${what[0]!.toUpperCase()}${what.slice(1)}.`;

/** The words a version knows, yes and no first where they are among them. */
function wordsOf({ words, boolean }: EnumOptions, version: number): EnumWord[] {
  const yesNo = boolean
    ? [
        { word: 'yes', what: boolean.yes },
        { word: 'no', what: boolean.no },
      ]
    : [];
  return [...yesNo, ...words.filter(({ from = 0 }) => from <= version)];
}

function isTaken(text: string, options: EnumOptions, version: number): boolean {
  if (options.boolean && parseBoolean(text) !== undefined) return true;
  const spelling = options.anyCase ? text.toLowerCase() : text;
  if (wordsOf(options, version).some(({ word }) => word === spelling)) return true;
  const number = options.numbers ? parseInteger(text, UINT) : 'syntax';
  return typeof number === 'bigint' && number <= INT.to && options.numbers!(Number(number), version);
}

function enumCandidates(options: EnumOptions, version: number): Candidate[] {
  return wordsOf(options, version)
    .filter(({ hidden }) => !hidden)
    .map(({ word, what }) => ({ label: word, kind: 'keyword', detail: what }));
}

function expectedWords(options: EnumOptions, version: number): string {
  const shown = wordsOf(options, version).filter(({ hidden }) => !hidden);
  return listWords(shown.map(({ word }) => word));
}

/** What people write who know it from elsewhere. */
const SAME = [
  ['never', 'no', 'none', 'off'],
  ['yes', 'always', 'true', 'on', 'unless-stopped'],
  ['daemon', 'fork', 'forking'],
];

function sameMeaning(text: string, words: readonly string[]): string | undefined {
  const group = SAME.find((each) => each.includes(text.toLowerCase()));
  return group && words.find((word) => group.includes(word));
}

function enumProblem(text: string, options: EnumOptions, context: ValueContext): ValueProblem {
  const newer = options.words.find(({ word }) => word === text);
  if (newer?.from !== undefined) {
    const message = `${nameOf(context)}${text} exists since systemd ${newer.from}; ${theTarget(context.version)} ignores the line.`;
    return problem(whole(text), 'value-too-new', message);
  }
  const shown = wordsOf(options, context.version).filter(({ hidden }) => !hidden);
  const words = shown.map(({ word }) => word);
  const near = nearest(text.slice(0, 100), words);
  const guess = near ?? sameMeaning(text, words);
  const advice = guess ? `Did you mean "${guess}"?` : `Write ${listWords(shown.map(({ word }) => word))}.`;
  const said = text.length > 60 ? 'Unknown value' : `Unknown value ${quoted(text)}`;
  const message = `${said} for ${nameOf(context)}; systemd ignores this line. ${advice}`;
  return problem(whole(text), 'value-invalid', message, { replacement: guess, isGuess: near === undefined });
}
