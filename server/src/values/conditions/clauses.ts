import { whole } from '../problem.ts';
import type { Description, Signature, ValueContext } from '../value-type.ts';
import type { Clause } from './clause.ts';
import { comparisonClauses } from './comparison-clauses.ts';
import { machineClauses, pathClauses } from './machine-clauses.ts';
import { matchClauses } from './match-clauses.ts';

const clauses: ReadonlyMap<string, Clause> = new Map(
  [pathClauses, machineClauses, comparisonClauses, matchClauses].flatMap((table) => Object.entries(table)),
);

/** An assertion tests what the condition of that name tests; systemd.unit(5). */
export const conditionKey = (key: string): string => key.replace(/^Assert/, 'Condition');

/** The clause of a condition, `key` being spelt `Condition…`. */
export const clauseOf = (key: string, argument: string): string | undefined =>
  argument === '' ? undefined : clauses.get(key)?.(argument);

/** Prefixes of conditions, in this order, each once; systemd.unit(5). */
export const MARKS = /^\|?!?/;

/** When a condition holds, and what becomes of the unit otherwise. */
export function describeCondition(text: string, offset: number, context: ValueContext): Description | undefined {
  const marks = MARKS.exec(text)![0];
  if (marks !== '' && offset <= marks.length) return describeMarks(marks);
  const { key } = context.directive;
  const argument = text.slice(marks.length).trim();
  const clause = clauseOf(conditionKey(key), argument);
  if (clause === undefined) return undefined;
  const holds = `Holds ${marks.includes('!') ? 'unless' : 'when'} ${clause}.`;
  const manualValue = conditionKey(key) === 'ConditionSecurity' ? argument : undefined;
  return { ...whole(text), markdown: `${holds}\n\n${otherwise(key, marks)}`, manualValue };
}

/** systemd.unit(5), "Conditions and Asserts". */
function otherwise(key: string, marks: string): string {
  const isAssert = key.startsWith('Assert');
  const group = isAssert ? 'assertions' : 'conditions';
  const outcome = isAssert
    ? 'the start of the unit fails'
    : 'systemd skips the unit, which does not count as a failure';
  return marks.includes('|')
    ? `If none of the ${group} marked \`|\` holds, ${outcome}.`
    : `If it does not hold, ${outcome}.`;
}

function describeMarks(marks: string): Description {
  const lines = [...marks].map((mark) =>
    mark === '!' ? '`!` holds when the rest does not' : '`|` at least one of the conditions with this mark has to hold',
  );
  return { start: 0, end: marks.length, markdown: lines.join('  \n') };
}

/** `[|][!]ARGUMENT` of conditions and assertions; systemd.unit(5). */
export const conditionSignature: Signature = {
  label: '[|][!]ARGUMENT',
  parameters: [
    { label: '[|]', documentation: 'Of the conditions with this mark one has to hold; of those without, all.' },
    { label: '[!]', documentation: 'The condition holds when the rest does not.' },
    {
      label: 'ARGUMENT',
      documentation: 'What is looked at: a path, a word or a comparison, depending on the directive.',
    },
  ],
  active(text, offset) {
    if (offset > 0 && text.startsWith('|') && offset === 1) return 1;
    return offset === 0 && /^([|!]|$)/.test(text) ? 0 : 2;
  },
};
