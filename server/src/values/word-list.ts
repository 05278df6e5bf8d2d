import { readWords, type Word, type WordFault, type WordOptions, wordSpan } from '../syntax/words.ts';
import { type Span, touches } from '../text/span.ts';
import { faultAt, nameOf } from './problem.ts';
import type { Candidate, Completion, Description, ValueContext, ValueProblem } from './value-type.ts';

/** How a directive splits its list; `invert` when a `~` in front of the whole list turns it round. */
export interface ListForm extends WordOptions {
  readonly invert?: boolean;
}

export interface WordList {
  readonly inverted: boolean;
  readonly words: readonly Word[];
  readonly fault?: WordFault;
}

/** The words of a list; offsets count in the whole text, `~` included. */
export function readList(text: string, form: ListForm): WordList {
  const inverted = form.invert === true && text.startsWith('~');
  const { words, fault } = readWords(inverted ? ` ${text.slice(1)}` : text, form);
  return { inverted, words, fault };
}

/** More faults than this in one value nobody reads. */
export const MOST_FAULTS = 100;

/** Different words behind those: a list that names more has a valid one among them. */
const MOST_DIFFERENT = 1000;

/** A word, or what was made of one. */
interface Judged {
  readonly text: string;
}

type JudgeWord<T> = (word: T) => readonly ValueProblem[] | ValueProblem | undefined;

/** The faults of words: of the first those that are told, of the rest one that costs more than its word. */
export const faultsOf = <T extends Judged>(words: readonly T[], judge: JudgeWord<T>): ValueProblem[] =>
  judgeWords(words, judge).faults;

interface JudgedWords {
  readonly faults: ValueProblem[];
  /** Whether systemd takes any of the words. */
  readonly takesAny: boolean;
}

/** Behind the last fault that is told every word is judged as well, each that comes again once: what they cost counts. */
function judgeWords<T extends Judged>(words: readonly T[], judgeOne: JudgeWord<T>): JudgedWords {
  const judge = (word: T): readonly ValueProblem[] => [judgeOne(word) ?? []].flat();
  const faults: ValueProblem[] = [];
  let takesAny = false;
  let told = 0;
  for (; told < words.length && faults.length < MOST_FAULTS; told++) {
    const own = judge(words[told]!);
    faults.push(...own);
    takesAny ||= !own.some(isLoss);
  }
  const others = new Map<string, T>();
  for (let at = told; at < words.length && others.size < MOST_DIFFERENT; at++) others.set(words[at]!.text, words[at]!);
  takesAny ||= others.size === MOST_DIFFERENT;
  for (const word of others.values()) {
    const own = judge(word);
    const fatal = own.find(({ severity }) => severity === 'error');
    if (fatal) return { faults: [...faults, fatal], takesAny };
    takesAny ||= !own.some(isLoss);
  }
  return { faults, takesAny };
}

const isLoss = ({ severity, effect }: ValueProblem): boolean => severity === 'warning' && effect !== 'kept';

/** Those that touch a place, where one is told. */
export const wordsNear = (words: readonly Word[], near: Span | undefined): readonly Word[] =>
  near ? words.filter((word) => touches(word, near)) : words;

/** Why systemd stops reading a list at a quote or a backslash; the words before have been taken. */
export function quotingProblem(fault: WordFault, context: ValueContext, anyBefore = false): ValueProblem {
  const what = {
    'unbalanced-quote': 'This quote is never closed',
    'bad-escape': 'Unknown escape sequence',
    'trailing-backslash': 'Nothing follows this backslash to be escaped',
  }[fault.fault];
  return faultAt(fault, {
    rule: 'quoting',
    consequence: anyBefore ? 'rest' : 'ignored',
    what: `${what} in ${nameOf(context)}`,
    remedy: fault.fault === 'unbalanced-quote' ? 'Close the quote or remove it.' : 'Write \\\\ for a backslash.',
  });
}

/**
 * Judges each word by itself: a bad one costs itself alone, unless nothing else is left of the line. Faults of words
 * are to be given the consequence `entry`.
 */
export function checkWords(
  text: string,
  form: ListForm,
  context: ValueContext,
  judge: (word: Word, list: WordList) => readonly ValueProblem[],
): ValueProblem[] {
  const list = readList(text, form);
  const { faults: problems, takesAny } = judgeWords(list.words, (word) => judge(word, list));
  const broken = list.fault && quotingProblem(list.fault, context, list.words.length > 0);
  if (broken) problems.push(broken);
  if (takesAny || (broken && !isLoss(broken))) return problems;
  return problems.map((problem) => (problem.effect === 'part' ? { ...problem, effect: 'ignored' } : problem));
}

/** Completions of the word the cursor is in, and of the prefix before the first one. */
export function completeWord(text: string, offset: number, form: ListForm, items: readonly Candidate[]): Completion {
  const at = wordAround(text, offset, form);
  const prefix: Candidate = { label: '~', kind: 'prefix', detail: 'all but the ones listed' };
  const atStart = form.invert === true && text === '';
  return { ...at, items: atStart ? [...items, prefix] : items };
}

/** The word at an offset without its quotes, or the empty place between two words. */
export function wordAround(text: string, offset: number, form: ListForm = {}): Span {
  const separators = form.separators ?? ' \t\n\r';
  let start = 0;
  let quote = '';
  for (let at = 0; at < offset; at++) {
    const char = text[at]!;
    if (char === '\\') at++;
    else if (quote !== '') {
      if (char === quote) quote = '';
    } else if (separators.includes(char)) start = at + 1;
    else if ((char === '"' || char === "'") && at === start) {
      quote = char;
      start = at + 1;
    }
  }
  const ends = quote === '' ? separators : quote;
  let end = offset;
  while (end < text.length && !ends.includes(text[end]!)) end++;
  if (form.invert && start === 0 && text.startsWith('~')) start = Math.min(1, offset);
  return { start, end };
}

/** Describes the word at an offset, if `describe` knows it. */
export function describeWord(
  text: string,
  offset: number,
  form: ListForm,
  describe: (word: string, list: WordList) => string | undefined,
): Description | undefined {
  const list = readList(text, form);
  const word = list.words.find((candidate) => candidate.start <= offset && offset <= candidate.end);
  const markdown = word && describe(word.text, list);
  return word && markdown ? { ...wordSpan(word), markdown } : undefined;
}
