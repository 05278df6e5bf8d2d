import type { Clause } from './clause.ts';
import { comparisonClauses } from './comparison-clauses.ts';
import { machineClauses } from './machine-clauses.ts';
import { matchClauses } from './match-clauses.ts';
import { pathClauses } from './path-clauses.ts';

const clauses: ReadonlyMap<string, Clause> = new Map(
  [pathClauses, machineClauses, comparisonClauses, matchClauses].flatMap((table) => Object.entries(table)),
);

/** An assertion tests what the condition of that name tests; systemd.unit(5). */
export const conditionKey = (key: string): string => key.replace(/^Assert/, 'Condition');

/** The clause of a condition, `key` being spelt `Condition…`. */
export const clauseOf = (key: string, argument: string): string | undefined =>
  argument === '' ? undefined : clauses.get(key)?.(argument);
