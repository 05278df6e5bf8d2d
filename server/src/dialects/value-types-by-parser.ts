import type { ValueType } from '../values/value-type.ts';

/** Which value type mirrors a directive's parser: one of the program's own, else one that reads it as other programs do. */
export function byParser(
  own: readonly ValueType[],
  shared: { readonly parsers: readonly string[]; typeOf(parser: string): ValueType | undefined },
): (directive: { readonly parser: string }) => ValueType | undefined {
  const types: ReadonlyMap<string, ValueType> = new Map(
    own.flatMap((type) => type.parsers.map((parser) => [parser, type] as const)),
  );
  return ({ parser }) => types.get(parser) ?? (shared.parsers.includes(parser) ? shared.typeOf(parser) : undefined);
}
