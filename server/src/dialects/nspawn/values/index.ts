import type { ValueType } from '../../../values/value-type.ts';
import { daemonValueTypeOf } from '../../daemon-conf/values/index.ts';
import { networkTypes } from '../../networkd/values/index.ts';
import { byParser } from '../../values/by-parser.ts';
import { mounts } from './mounts.ts';
import { network } from './network.ts';
import { processes } from './processes.ts';
import { words } from './words.ts';

export const nspawnTypes: readonly ValueType[] = [...words, ...mounts, ...processes, ...network];

/** What systemd-networkd reads with the same functions. */
const OF_NETWORKS = ['config_parse_hostname', 'config_parse_ifname'];

/** What is read as elsewhere; test/oracle/programs asks about each. */
const SHARED = [
  ...['config_parse_bool', 'config_parse_tristate', 'config_parse_strv', 'config_parse_unsigned'],
  ...[
    'config_parse_signal',
    'config_parse_personality',
    'config_parse_rlimit',
    'config_parse_restrict_address_families',
  ],
];

/** The same function under another name. */
const SAME: Readonly<Record<string, string>> = {
  config_parse_restrict_address_families: 'config_parse_address_families',
};

export const nspawnValueTypeOf = byParser(
  [...nspawnTypes, ...networkTypes.filter(({ parsers }) => parsers.some((parser) => OF_NETWORKS.includes(parser)))],
  {
    parsers: SHARED,
    typeOf: ({ parser, argument }) => daemonValueTypeOf({ parser: SAME[parser] ?? parser, argument }),
  },
);
