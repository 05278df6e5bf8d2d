import type { UnitKind } from '../../schema/kinds.ts';
import { expandLocated, locatedText } from '../located.ts';
import { emptyProblem, faultAt, nameOf, whole } from '../problem.ts';
import type { Repetition, ValueType } from '../value-type.ts';
import { completeUnit, readUnitName, unitReference } from './unit-name-fault.ts';

interface SingleUnitForm {
  readonly parser: string;
  readonly repeats?: Repetition;
  readonly kinds?: readonly UnitKind[];
  readonly noTemplate?: boolean;
  /** It cannot be the unit itself. */
  readonly other?: boolean;
  /** What an empty value lacks. */
  readonly expected: string;
}

/** The whole value is the name of one unit. */
function singleUnit({ parser, repeats = 'replaces', expected, other, ...rules }: SingleUnitForm): ValueType {
  return {
    parsers: [parser],
    repeats,
    holds: 'units',
    specifiers: 'names',
    check(text, context) {
      if (text === '') return [emptyProblem(context, expected)];
      const { name, problem } = readUnitName(locatedText(text), context, { ...rules, consequence: 'ignored' });
      if (problem) return [problem];
      if (!other || !context.unit || name.text !== expandLocated(locatedText('%n'), context).text) return [];
      const what = `${nameOf(context)} names this unit itself, and a unit cannot trigger itself`;
      return [faultAt(whole(text), { rule: 'unit-name-invalid', consequence: 'ignored', what })];
    },
    references: (text, context) => [unitReference(locatedText(text), context) ?? []].flat(),
    complete: (text, offset) => completeUnit(text, offset, rules.kinds),
  };
}

/** Unit= of timers and paths. */
export const triggeredUnit = singleUnit({
  parser: 'config_parse_trigger_unit',
  repeats: 'first',
  other: true,
  expected: 'the name of a unit',
});

const anySlice = singleUnit({
  parser: 'config_parse_unit_slice',
  kinds: ['slice'],
  noTemplate: true,
  expected: 'the name of a slice',
});

/** Slice= says nothing of a slice, which lies where its name says. */
export const slice: ValueType = {
  ...anySlice,
  check(text, context) {
    if (context.kind !== 'slice') return anySlice.check(text, context);
    const what = 'A slice lies where its name says, a-b.slice in a.slice, so Slice= cannot move it';
    return [
      faultAt(whole(text), { rule: 'value-ineffective', consequence: 'ignored', what, remedy: 'Remove the line.' }),
    ];
  },
};

/** Service= of sockets. */
export const socketService = singleUnit({
  parser: 'config_parse_socket_service',
  kinds: ['service'],
  noTemplate: true,
  expected: 'the name of a service',
});
