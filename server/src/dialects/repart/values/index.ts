import type { ValueType } from '../../../values/value-type.ts';
import { daemonValueTypeOf } from '../../daemon-conf/values/index.ts';
import { networkTypes } from '../../networkd/values/index.ts';
import { byParser } from '../../values/by-parser.ts';
import { safeText } from '../../values/safe-text.ts';
import { files } from './files.ts';
import { tpm } from './tpm.ts';
import { words } from './words.ts';

export const repartTypes: readonly ValueType[] = [...words, ...files, ...tpm, safeText];

/** What systemd-networkd reads with the same functions. */
const OF_NETWORKS = ['config_parse_string(CONFIG_PARSE_STRING_SAFE_AND_ASCII)'];

/** What is read as elsewhere; test/oracle/programs asks about each. */
const SHARED = ['config_parse_bool', 'config_parse_tristate', 'config_parse_string'];

export const repartValueTypeOf = byParser(
  [...repartTypes, ...networkTypes.filter(({ parsers }) => parsers.some((parser) => OF_NETWORKS.includes(parser)))],
  { parsers: SHARED, typeOf: daemonValueTypeOf },
);
