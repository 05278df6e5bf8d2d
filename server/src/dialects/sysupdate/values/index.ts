import type { ValueType } from '../../../values/value-type.ts';
import { daemonValueTypeOf } from '../../daemon-conf/values/index.ts';
import { byParser } from '../../values/by-parser.ts';
import { resources } from './resources.ts';
import { texts } from './texts.ts';

export const sysupdateTypes: readonly ValueType[] = [...resources, ...texts];

/** What is read as elsewhere; test/oracle/programs asks about each. */
const SHARED = [
  ...['config_parse_bool', 'config_parse_tristate', 'config_parse_string', 'config_parse_strv', 'config_parse_mode'],
];

export const sysupdateValueTypeOf = byParser(sysupdateTypes, { parsers: SHARED, typeOf: daemonValueTypeOf });
