import { memoize } from '../../../text/memoize.ts';
import { since } from '../../../values/changes.ts';
import { nftSets } from '../../../values/net/nft-set.ts';
import { cpuSet } from '../../../values/numbers/cpu-sets.ts';
import { emptyProblem } from '../../../values/problem.ts';
import type { ValueContext, ValueType } from '../../../values/value-type.ts';
import { dhcp6Option } from '../../daemon-conf/values/dhcp.ts';
import { daemonValueTypeOf } from '../../daemon-conf/values/index.ts';
import { byParser } from '../../values/by-parser.ts';
import { addresses } from './addresses.ts';
import { amounts } from './amounts.ts';
import { CURRENT } from './current.ts';
import { explaining } from './explain.ts';
import { hardware } from './hardware.ts';
import { linkModes } from './link-modes.ts';
import { lists } from './lists.ts';
import { names } from './names.ts';
import { numbers } from './numbers.ts';
import { protocols } from './protocols.ts';
import { retired } from './retired.ts';
import { routes } from './routes.ts';
import { secrets } from './secrets.ts';
import { withSignature } from './signatures.ts';
import { timezone } from './timezone.ts';
import { words } from './words.ts';

/** Of releases whose programs were not asked about every value only booleans are judged. */
const fromAsked = memoize(
  (type: ValueType): ValueType => ({
    ...type,
    check(text, context) {
      if (!since(context.version, 'values of networks are known')) return [];
      if (text === '' && isNeverEmpty(context)) return [emptyProblem(context, 'a value')];
      return type.check(text, context);
    },
  }),
);

/** What a value is made of, and what its addresses and names mean. */
const teaching = memoize((type: ValueType): ValueType => withSignature(explaining(type)));
const OF_SECTIONS =
  /^config_parse_(?:address_section|route_section|routing_policy_rule|ipv6_address_label_section|bridge_vlan_id(?:_range)?|bridge_igmp_version|keep_configuration)$/;

/** Which of their keys took the empty value all along. */
const EMPTIED = [
  ...['ADDRESS_BROADCAST', 'ADDRESS_LABEL', 'ADDRESS_NET_LABEL', 'ADDRESS_PREFERRED_LIFETIME'],
  ...['ROUTE_GATEWAY', 'ROUTE_METRIC_ADVMSS', 'ROUTE_METRIC_CC_ALGO', 'ROUTE_MULTIPATH', 'ROUTE_NEXTHOP'],
  ...['ROUTING_POLICY_RULE_IP_PROTOCOL', 'ROUTING_POLICY_RULE_PRIORITY', 'ROUTING_POLICY_RULE_SUPPRESS_IFGROUP'],
];

/** Older releases take few empty values in sections of which each makes a thing of its own. */
const isNeverEmpty = ({ version, directive: { parser, section, argument } }: ValueContext): boolean =>
  !since(version, CURRENT) &&
  OF_SECTIONS.test(parser) &&
  !EMPTIED.includes(argument) &&
  !(section === 'Network' && argument === 'ADDRESS_ADDRESS');

/** What units and daemons have as well, under names of other parsers. */
const sharedForms: readonly ValueType[] = [
  dhcp6Option,
  nftSets({
    parsers: ['config_parse_nft_set', 'config_parse_address_section(ADDRESS_NFT_SET)'],
    sources: {
      address: 'The address',
      prefix: 'The network of the address',
      ifindex: 'The number of the interface',
    },
  }),
  cpuSet({
    parsers: ['config_parse_rps_cpu_mask'],
    noun: 'CPUs',
    specifiers: 'never',
    words: [
      { word: 'all', what: 'every CPU' },
      { word: 'disable', what: 'none: packets stay with the CPU that was interrupted' },
    ],
  }),
  cpuSet({ parsers: ['config_parse_cpu_set'], noun: 'CPUs', specifiers: 'never' }),
  timezone,
];

/** What files of networks have, and units and the daemons' own configuration have not. */
export const networkTypes: readonly ValueType[] = [
  ...numbers,
  ...words,
  ...amounts,
  ...addresses,
  ...names,
  ...hardware,
  ...lists,
  ...protocols,
  ...routes,
  ...linkModes,
  ...secrets,
  ...retired,
  ...sharedForms,
].map((type) => fromAsked(teaching(type)));

/** What is read as units and the daemons' own configuration are read; test/oracle/programs asks about each. */
const SHARED = [
  ...['config_parse_bool', 'config_parse_tristate', 'config_parse_sec', 'config_parse_unsigned', 'config_parse_int'],
  ...['config_parse_string', 'config_parse_strv', 'config_parse_iec_size', 'config_parse_resolve_support'],
  ...['config_parse_dnssec_mode', 'config_parse_dns_over_tls_mode', 'config_parse_use_domains'],
  ...['config_parse_ipv6_privacy_extensions', 'config_parse_dhcp_client_identifier'],
  'config_parse_warn_compat',
  ...['config_parse_ipv6_address_label_section', 'config_parse_dhcp_option_tlv', 'config_parse_dhcp_option'],
  ...['config_parse_duid_type', 'config_parse_duid_rawdata'],
];

const BOOLEAN = ['config_parse_bool', 'config_parse_tristate'];

/** The same function under another name. */
const SAME: Readonly<Record<string, string>> = {
  config_parse_network_duid_type: 'config_parse_duid_type',
  config_parse_network_duid_rawdata: 'config_parse_duid_rawdata',
  config_parse_dns: 'config_parse_dns_servers',
};

export const networkValueTypeOf = byParser(networkTypes, {
  parsers: [...SHARED, ...Object.keys(SAME)],
  typeOf({ parser, argument }) {
    const type = daemonValueTypeOf({ parser: SAME[parser] ?? parser, argument });
    return type && !BOOLEAN.includes(parser) ? fromAsked(teaching(type)) : type;
  },
});
