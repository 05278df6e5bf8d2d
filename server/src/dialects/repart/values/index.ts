import type { ValueType } from '../../../values/value-type.ts';
import { daemonValueTypeOf } from '../../daemon-conf/values/index.ts';
import { byParser } from '../../values/by-parser.ts';

const own: readonly ValueType[] = [];

/** What is read as elsewhere; test/oracle/programs asks about each. */
const SHARED = ['config_parse_bool', 'config_parse_tristate'];

export const repartValueTypeOf = byParser(own, {
  parsers: SHARED,
  typeOf: daemonValueTypeOf,
});
