import { boolean } from './boolean.ts';
import type { Directive } from '../schema/directives.ts';
import type { ValueType } from './value-type.ts';

/** Every value type; diagnostics, completion, hover and links all walk this list. */
export const valueTypes: readonly ValueType[] = [boolean];

const byParser: ReadonlyMap<string, ValueType> = new Map(
  valueTypes.flatMap((type) => type.parsers.map((parser) => [parser, type] as const)),
);

/** The value type that mirrors a directive's parser. */
export const valueTypeOf = (directive: Directive): ValueType | undefined => byParser.get(directive.parser);
