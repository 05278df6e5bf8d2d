import type { UnitKind } from '../../schema/kinds.ts';
import { readWords, type Word, type WordOptions } from '../../syntax/words.ts';
import { locatedWord } from '../located.ts';
import { faultAt } from '../problem.ts';
import type { Completion, Reference, ValueContext, ValueProblem, ValueTraits, ValueType } from '../value-type.ts';
import { faultsOf, quotingProblem, wordsNear } from '../word-list.ts';
import { completeUnit, readUnitName, unitReference } from './unit-name-fault.ts';

/** Nothing among dependencies means nothing: no word, no effect (`config_parse_unit_deps()`, src/core/load-fragment.c). */
const DEPENDENCIES: ValueTraits = { repeats: 'adds', emptyClears: 'nothing' };

interface UnitListForm {
  readonly parsers: readonly string[];
  readonly traits: ValueTraits;
  readonly words: WordOptions;
  readonly kinds?: readonly UnitKind[];
  /** The setting itself is judged as well. */
  remark?(text: string, context: ValueContext): ValueProblem[];
}

/** Names of units separated by blanks; there are no quotes. A bad one costs itself alone. */
function unitList({ parsers, traits, words: form, kinds, remark }: UnitListForm): ValueType {
  const rulesFor = (words: readonly Word[]) => ({
    consequence: words.length > 1 ? ('entry' as const) : ('ignored' as const),
    ...(kinds && { kinds }),
  });
  return {
    parsers,
    ...traits,
    holds: 'units',
    specifiers: 'names',
    check(text, context) {
      const { words, fault } = readWords(text, form);
      const rules = rulesFor(words);
      const problems = faultsOf(words, (word) => {
        const { problem } = readUnitName(locatedWord(word), context, rules);
        return problem ? [problem] : [];
      });
      if (fault) problems.push(quotingProblem(fault, context, words.length > 0));
      return remark ? [...remark(text, context), ...problems] : problems;
    },
    references: (text, context, near): Reference[] =>
      wordsNear(readWords(text, form).words, near).flatMap((word) => unitReference(locatedWord(word), context) ?? []),
    complete: (text, offset): Completion => completeUnit(text, offset, kinds),
  };
}

/** After=, Requires=, Conflicts= and all other dependencies; empty does nothing. */
export const unitDependencies = unitList({
  parsers: ['config_parse_unit_deps'],
  traits: DEPENDENCIES,
  words: { retainEscape: true },
});

/** RequiresOverridable= and RequisiteOverridable=: systemd reads them as Requires= and Requisite= and warns. */
export const obsoleteDependencies = unitList({
  parsers: ['config_parse_obsolete_unit_deps'],
  traits: { ...DEPENDENCIES, status: 'obsolete' },
  words: { retainEscape: true },
  remark(text, { directive }) {
    const modern = directive.key.replace('Overridable', '');
    const what = `${directive.key}= is obsolete and read as ${modern}=`;
    return [
      faultAt(
        { start: 0, end: text.length },
        { rule: 'value-obsolete', consequence: 'kept', what, remedy: `Write ${modern}=.` },
      ),
    ];
  },
});

/** Sockets= of a service. */
export const serviceSockets = unitList({
  parsers: ['config_parse_service_sockets'],
  traits: { repeats: 'extends' },
  words: { retainEscape: true },
  kinds: ['socket'],
});
