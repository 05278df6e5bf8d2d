import type { UnitKind } from '../../schema/kinds.ts';
import { locatedText } from '../located.ts';
import { emptyProblem } from '../problem.ts';
import type { ValueType } from '../value-type.ts';
import { completeUnit } from './complete.ts';
import { unitReference } from './reference.ts';
import { readUnitName } from './unit-name-fault.ts';

interface SingleUnitForm {
  readonly parser: string;
  readonly kinds?: readonly UnitKind[];
  readonly noTemplate?: boolean;
  /** What an empty value lacks. */
  readonly expected: string;
}

/** The whole value is the name of one unit. */
function singleUnit({ parser, expected, ...rules }: SingleUnitForm): ValueType {
  return {
    parsers: [parser],
    check(text, context) {
      if (text === '') return [emptyProblem(context, expected)];
      const { problem } = readUnitName(locatedText(text), context, { ...rules, consequence: 'ignored' });
      return problem ? [problem] : [];
    },
    references: (text, context) => [unitReference(locatedText(text), context) ?? []].flat(),
    complete: (text, offset) => completeUnit(text, offset, rules.kinds),
  };
}

/** Unit= of timers and paths. */
export const triggeredUnit = singleUnit({ parser: 'config_parse_trigger_unit', expected: 'the name of a unit' });

/** Slice=. */
export const slice = singleUnit({
  parser: 'config_parse_unit_slice',
  kinds: ['slice'],
  noTemplate: true,
  expected: 'the name of a slice',
});

/** Service= of sockets. */
export const socketService = singleUnit({
  parser: 'config_parse_socket_service',
  kinds: ['service'],
  noTemplate: true,
  expected: 'the name of a service',
});
