import { basicTypes } from './basic/index.ts';
import { conditionTypes } from './conditions/index.ts';
import { execTypes } from './exec/index.ts';
import { logTypes } from './log/index.ts';
import { nameTypes } from './names/index.ts';
import { netTypes } from './net/index.ts';
import { numberTypes } from './numbers/index.ts';
import { pathTypes } from './paths/index.ts';
import { resourceTypes } from './resources/index.ts';
import { securityTypes } from './security/index.ts';
import { timeTypes } from './time/index.ts';
import type { ValueType } from './value-type.ts';

/** Every value type; diagnostics, completion, hover and links all walk this list. */
export const valueTypes: readonly ValueType[] = [
  ...nameTypes,
  ...pathTypes,
  ...execTypes,
  ...conditionTypes,
  ...netTypes,
  ...securityTypes,
  ...resourceTypes,
  ...logTypes,
  ...numberTypes,
  ...timeTypes,
  ...basicTypes,
];

const byParser: ReadonlyMap<string, ValueType> = new Map(
  valueTypes.flatMap((type) => type.parsers.map((parser) => [parser, type] as const)),
);

/** The value type that mirrors a directive's parser. */
export const valueTypeOf = ({ parser }: { readonly parser: string }): ValueType | undefined => byParser.get(parser);
