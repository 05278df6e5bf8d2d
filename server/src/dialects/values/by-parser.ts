import type { ValueType } from '../../values/value-type.ts';

/** What a directive's row of the table says of how its value is read. */
export interface Reading {
  readonly parser: string;
  readonly argument: string;
}

/**
 * Which value type mirrors a directive's parser: one of the program's own, else one that reads it as other programs do. A
 * parser that reads several things by what it is told is claimed as `config_parse_route_section(ROUTE_TABLE)`.
 */
export function byParser(
  own: readonly ValueType[],
  shared: { readonly parsers: readonly string[]; typeOf(reading: Reading): ValueType | undefined },
): (directive: Reading) => ValueType | undefined {
  const types: ReadonlyMap<string, ValueType> = new Map(
    own.flatMap((type) => type.parsers.map((parser) => [parser, type] as const)),
  );
  return ({ parser, argument }) =>
    types.get(`${parser}(${argument})`) ??
    types.get(parser) ??
    (shared.parsers.includes(parser) ? shared.typeOf({ parser, argument }) : undefined);
}
