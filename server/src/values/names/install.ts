import { parseUnitName, type UnitName } from '../../schema/unit-name.ts';
import { readWords, type Word, type WordOptions } from '../../syntax/words.ts';
import { locatedText, locatedWord } from '../located.ts';
import { faultAt, nameOf, quoted, whole } from '../problem.ts';
import { resolve } from '../resolve.ts';
import type { ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { faultsOf, quotingProblem, wordsNear } from '../word-list.ts';
import { completeUnit, readUnitName, unitReference } from './unit-name-fault.ts';

const WORDS: WordOptions = { unquote: true };

/** Kinds whose names follow from what they stand for, so that no alias can be made. */
const WITHOUT_ALIAS = ['mount', 'automount', 'swap', 'slice'];

/**
 * The directives of [Install]. systemd does not look at their values when it loads the unit; `systemctl enable` does
 * (src/shared/install.c), and what it would not take is information here.
 */
export const install: ValueType = {
  parsers: ['NULL'],
  repeats: ({ key }) => (key === 'DefaultInstance' ? 'replaces' : 'adds'),
  holds: 'units',
  specifiers: 'names',
  check(text, context) {
    if (context.directive.key === 'DefaultInstance') return checkInstance(text, context);
    const { words, fault } = readWords(text, WORDS);
    const judge = context.directive.key === 'Alias' ? checkAlias : checkUnit;
    const problems = faultsOf(words, (word) => judge(word, context));
    return fault
      ? [...problems, { ...quotingProblem(fault, context), severity: 'info', message: brokenQuote }]
      : problems;
  },
  references(text, context, near) {
    if (/^(DefaultInstance|Alias)$/.test(context.directive.key)) return [];
    return wordsNear(readWords(text, WORDS).words, near).flatMap(
      (word) => unitReference(locatedWord(word), context) ?? [],
    );
  },
  complete: (text, offset, { directive }) =>
    directive.key === 'DefaultInstance' ? undefined : completeUnit(text, offset),
};

const brokenQuote =
  'This quote is never closed; systemd loads the unit all the same, but systemctl enable does not take it. Close it or remove it.';

const checkUnit = (word: Word, context: ValueContext): ValueProblem | undefined =>
  readUnitName(locatedWord(word), context, { consequence: 'enable' }).problem;

function checkAlias(word: Word, context: ValueContext): ValueProblem | undefined {
  const { unit, kind } = context;
  const at = locatedWord(word);
  // An old way to say WantedBy=: a link in the other unit's directory.
  if (/^[^/]+\.(wants|requires|upholds)\/[^/]+$/.test(word.text)) return undefined;
  const read = readUnitName(at, context, { consequence: 'enable' });
  if (read.problem) return read.problem;
  const what = whyNoAlias(read.name, unit, kind);
  return what === undefined
    ? undefined
    : faultAt(at.span(), { rule: 'unit-name-invalid', consequence: 'enable', what });
}

function whyNoAlias(alias: UnitName, unit: UnitName | undefined, kind: string): string | undefined {
  if (alias.kind !== kind) return `A ${kind} unit cannot be called ${quoted(alias.text)}: the suffix has to stay`;
  if (WITHOUT_ALIAS.includes(kind)) return `A ${kind} unit cannot have another name`;
  if (!unit) return undefined;
  if (unit.instance === undefined && alias.instance !== undefined)
    return `${quoted(alias.text)} is the name of a template or an instance, and this unit is not a template`;
  if (unit.instance !== undefined && alias.instance === undefined)
    return `This unit is a template, and ${quoted(alias.text)} has no @ for the instance`;
  return undefined;
}

function checkInstance(text: string, context: ValueContext): ValueProblem[] {
  if (text === '') return [];
  const note = (what: string): ValueProblem[] => [
    faultAt(whole(text), { rule: 'value-ineffective', consequence: 'enable', what }),
  ];
  if (context.unit && context.unit.instance === undefined) return note(`${nameOf(context)} is for templates only`);
  const resolved = resolve(locatedText(text), context, { consequence: 'enable', set: 'names' });
  if (resolved.problem) return [resolved.problem];
  const valid = parseUnitName(`a@${resolved.value.text}.service`) !== undefined;
  return valid ? [] : note(`${quoted(resolved.value.text)} cannot be the name of an instance`);
}
