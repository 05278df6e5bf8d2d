import type { Word } from '../../syntax/words.ts';
import { nearest } from '../../text/edit-distance.ts';
import { parseBoolean } from '../boolean.ts';
import { type Consequence, faultAt, quoted } from '../consequence.ts';
import { nameOf, problem, whole } from '../problem.ts';
import type { Candidate, ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { checkWords, completeWord, describeWord, type ListForm, MOST_FAULTS, readList } from '../word-list.ts';
import { controllersOf, findController } from './controllers.ts';

const FORM: ListForm = { unquote: true };

const candidatesOf = (version: number): Candidate[] =>
  controllersOf(version)
    .filter(({ pseudo }) => !pseudo)
    .map(({ name, about }) => ({ label: name, detail: about, kind: 'value' }));

/** Only services and scopes have a control group of their own to give away (UNIT_VTABLE()->can_delegate). */
export function delegationProblem(text: string, context: ValueContext): ValueProblem[] {
  if (context.kind === 'service' || context.kind === 'scope') return [];
  const what = `${nameOf(context)} works in services and scopes only, not in a ${context.kind}`;
  return [faultAt(whole(text), { rule: 'value-ineffective', consequence: 'ignored', what })];
}

function unknown(word: Word, consequence: Consequence, context: ValueContext): ValueProblem {
  const names = controllersOf(context.version).map(({ name }) => name);
  const guess = nearest(word.text, names);
  const remedy = word.text.includes(',')
    ? 'Put spaces, not commas, between controllers.'
    : guess
      ? `Did you mean ${guess}?`
      : `Write some of ${names.filter((name) => !name.startsWith('bpf-')).join(', ')}.`;
  const what = `Unknown control group controller ${quoted(word.text)} for ${nameOf(context)}`;
  return faultAt(word, { rule: 'value-invalid', consequence, what, remedy, replacement: guess });
}

/** `Delegate=`, `config_parse_delegate()`: a boolean, or controllers. */
export const delegate: ValueType = {
  parsers: ['config_parse_delegate'],
  repeats: 'extends',
  form: 'yes | no, or controllers',
  check(text, context) {
    const misplaced = delegationProblem(text, context);
    if (misplaced.length > 0 || text === '' || parseBoolean(text) !== undefined) return misplaced;
    return checkWords(text, FORM, context, (word) =>
      findController(word.text, context.version) ? [] : [unknown(word, 'entry', context)],
    );
  },
  complete: (text, offset, { version }) =>
    completeWord(text, offset, FORM, [
      { label: 'yes', kind: 'keyword', detail: 'all controllers' },
      { label: 'no', kind: 'keyword', detail: 'nothing is delegated' },
      ...candidatesOf(version),
    ]),
  describe(text, offset, { version }) {
    const value = parseBoolean(text);
    if (value !== undefined) {
      const markdown = value
        ? 'The service manages its own part of the control group tree, with all controllers.'
        : 'systemd alone manages the control group.';
      return { ...whole(text), markdown };
    }
    return describeController(text, offset, version);
  },
};

const describeController = (text: string, offset: number, version: number) =>
  describeWord(text, offset, FORM, (word) => {
    const controller = findController(word, version);
    return controller && `Controller **${word}**: ${controller.about}.`;
  });

/**
 * `DisableControllers=`, `cg_mask_from_string()` of src/basic/cgroup-util.c: unknown names are dropped without a word
 * unless no other is left.
 */
export const disableControllers: ValueType = {
  parsers: ['config_parse_disable_controllers'],
  repeats: 'extends',
  check(text, context) {
    const { words, fault } = readList(text, {});
    const bad = words.filter((word) => !findController(word.text, context.version));
    if (words.length > 0 && bad.length === words.length)
      return bad.slice(0, MOST_FAULTS).map((word) => unknown(word, 'ignored', context));
    const message = (word: Word): string =>
      `Unknown control group controller ${quoted(word.text)} for ${nameOf(context)}; systemd silently leaves it out.`;
    const problems = bad
      .slice(0, MOST_FAULTS)
      .map((word) => problem(word, 'value-invalid', message(word), { severity: 'info' }));
    return fault
      ? [...problems, problem(fault, 'quoting', 'The value ends in a lone backslash.', { severity: 'info' })]
      : problems;
  },
  complete: (text, offset, { version }) => completeWord(text, offset, {}, candidatesOf(version)),
  describe: (text, offset, { version }) => describeController(text, offset, version),
};
