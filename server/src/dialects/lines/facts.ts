import { lineFacts } from '../../schema/generated/line-files.ts';
import { rowsOf } from '../../schema/rows.ts';

/** A type, modifier or specifier that files of a dialect may have. */
export interface LineFact {
  readonly name: string;
  /** The first release that has it; 0 where that is before those we know. */
  readonly from: number;
  /** Of a type or key whether it takes an argument; of a modifier the types that take it, all where there are none. */
  readonly argument: string;
  readonly traits: readonly string[];
}

export type LineFacts = ReadonlyMap<string, LineFact>;

/** What a dialect has of something, by name; the table is server/facts/line-files.tsv. */
export function factsOf(dialect: string, what: string): LineFacts {
  const rows = rowsOf(lineFacts).filter((row) => row[0] === dialect && row[1] === what);
  return new Map(
    rows.map(([, , name = '', from = '', argument = '', traits = '']) => [
      name,
      { name, from: Number(from), argument, traits: traits === '' ? [] : traits.split(' ') },
    ]),
  );
}

/** What a release has. */
export const inRelease = (facts: LineFacts, version: number): LineFact[] =>
  [...facts.values()].filter(({ from }) => from <= version);
