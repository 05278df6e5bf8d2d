import type { ValueType } from '../../../values/value-type.ts';
import { daemonValueTypeOf } from '../../daemon-conf/values/index.ts';
import { byParser } from '../../value-types-by-parser.ts';

/** What only files of networks have. */
export const networkTypes: readonly ValueType[] = [];

/** What is read as units and the daemons' own configuration are read; test/oracle/programs asks about each. */
const SHARED = ['config_parse_bool', 'config_parse_tristate'];

export const networkValueTypeOf = byParser(networkTypes, {
  parsers: SHARED,
  typeOf: (parser) => daemonValueTypeOf({ parser, argument: '' }),
});
