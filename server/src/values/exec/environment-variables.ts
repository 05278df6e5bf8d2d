import { notUtf8 } from '../../syntax/bytes.ts';
import { readWords, type Word, type WordOptions } from '../../syntax/words.ts';
import { locatedWord } from '../located.ts';
import { type Consequence, faultAt, quoted } from '../problem.ts';
import { resolve } from '../resolve.ts';
import type { ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { faultsOf, quotingProblem, wordAround } from '../word-list.ts';
import { environmentSignature } from './exec-signatures.ts';

const ESCAPED: WordOptions = { unquote: true, cunescape: true };
const QUOTED: WordOptions = { unquote: true };

/** `env_name_is_valid()`, src/basic/env-util.c. */
const isVariableName = (text: string): boolean => /^[A-Za-z_][A-Za-z0-9_]*$/.test(text);

const isAssignment = (text: string): boolean => {
  const equals = text.indexOf('=');
  return equals > 0 && isVariableName(text.slice(0, equals));
};

/** `env_value_is_valid()` wants UTF-8; its characters apart, any are fine. */
const notText = (text: string): { what: string; remedy: string } | undefined =>
  notUtf8(text) < 0
    ? undefined
    : {
        what: `The value of ${quoted(text.slice(0, text.indexOf('=')))} is not text in UTF-8`,
        remedy: 'Write the character itself, or all bytes it has in UTF-8, such as \\xc3\\xa9 for é.',
      };

interface VariableList {
  readonly parser: string;
  /** What the values are, for hovers. */
  readonly form?: string;
  readonly words: WordOptions;
  /** What is wrong with a word, specifiers replaced. */
  judge(text: string): { what: string; remedy?: string } | undefined;
  /** A quote or escape that is none costs the whole line, not only what follows. */
  readonly allOrNothing?: boolean;
  /** What to write in place of a faulty line. */
  meant?(text: string, words: readonly Word[]): Pick<ValueProblem, 'replaces' | 'replacement' | 'isGuess'> | undefined;
}

function variableList({ parser, form, words: options, judge, allOrNothing, meant }: VariableList): ValueType {
  return {
    parsers: [parser],
    repeats: 'extends',
    form,
    specifiers: 'all',
    check(text, context) {
      const { words, fault } = readWords(text, { ...options, version: context.version });
      const consequence = words.length > 1 ? 'entry' : 'ignored';
      const problems =
        fault && allOrNothing ? [] : faultsOf(words, (word) => checkWord(word, context, consequence, judge));
      const fix = fault ? undefined : meant?.(text, words);
      if (fix && problems.length > 0) problems[0] = { ...problems[0]!, ...fix };
      return fault ? [...problems, quotingProblem(fault, context, words.length > 0 && !allOrNothing)] : problems;
    },
    complete: (text, offset) => ({
      ...wordAround(text, offset),
      items: [],
      sources: [{ type: 'environment-variable' }, { type: 'specifier' }],
    }),
  };
}

function checkWord(
  word: Word,
  context: ValueContext,
  consequence: Consequence,
  judge: VariableList['judge'],
): ValueProblem | undefined {
  const resolved = resolve(locatedWord(word), context, { consequence });
  if (resolved.problem) return resolved.problem;
  const fault = judge(resolved.value.text);
  return fault && faultAt(word, { rule: 'value-invalid', consequence, ...fault });
}

/** Environment=: assignments, each quoted as a whole when it has blanks. */
const assignments = variableList({
  parser: 'config_parse_environ',
  words: ESCAPED,
  judge(text) {
    if (isAssignment(text)) return notText(text);
    if (text === 'export') return { what: '"export" belongs to shells', remedy: 'Write the assignment alone.' };
    if (!text.includes('=')) {
      return {
        what: `${quoted(text)} is not a NAME=value assignment`,
        remedy: 'Write NAME=value; a value with blanks is quoted with its name: "NAME=a b".',
      };
    }
    return {
      what: `${quoted(text.slice(0, text.indexOf('=')))} is not a valid variable name`,
      remedy: 'Names consist of letters, digits and "_", and do not begin with a digit.',
    };
  },
  meant: meantAssignments,
});

/** `export A=1` without the word of shells; `A=hello world` in the quotes that keep it together. */
function meantAssignments(text: string, words: readonly Word[]) {
  const [first, second] = words;
  if (first?.text === 'export' && second && isAssignment(second.text))
    return { replaces: { start: first.start, end: second.start }, replacement: '' };
  const isOne =
    first && second && isAssignment(first.text) && !words.slice(1).some(({ text: word }) => word.includes('='));
  if (!isOne || /["'\\]/.test(text)) return undefined;
  return { replaces: { start: 0, end: text.length }, replacement: `"${text}"`, isGuess: true };
}

export const environment: ValueType = { ...assignments, signature: () => environmentSignature };

/** UnsetEnvironment=: names, or assignments to be unset only with that value. */
export const unsetEnvironment = variableList({
  parser: 'config_parse_unset_environ',
  form: 'names of variables',
  words: ESCAPED,
  allOrNothing: true,
  judge: (text) =>
    isVariableName(text) || isAssignment(text)
      ? notText(text)
      : {
          what: `${quoted(text)} is neither a name nor an assignment`,
          remedy: 'Names consist of letters, digits and "_", and do not begin with a digit.',
        },
});

/** PassEnvironment=: names of the service manager's own variables. */
export const passEnvironment = variableList({
  parser: 'config_parse_pass_environ',
  form: 'names of variables',
  words: QUOTED,
  allOrNothing: true,
  judge(text) {
    if (isVariableName(text)) return undefined;
    const remedy = text.includes('=') ? 'Environment= takes assignments.' : undefined;
    return { what: `${quoted(text)} is not a valid variable name`, ...(remedy && { remedy }) };
  },
});
