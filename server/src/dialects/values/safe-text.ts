import type { ValueType } from '../../values/value-type.ts';
import { named } from './one-of.ts';
import { taking } from './taking.ts';

/** `config_parse_string()` where it asks for what may be printed as it stands. */
export const safeText: ValueType = taking({
  parsers: named('string(CONFIG_PARSE_STRING_SAFE)'),
  what: 'characters without quotes and backslashes',
  takes: (text) => /^[^"'\\\x00-\x1f\x7f]*$/.test(text),
  empty: true,
});
