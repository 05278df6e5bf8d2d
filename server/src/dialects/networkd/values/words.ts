import { boolean, parseBoolean, tristate } from '../../../values/boolean.ts';
import { since } from '../../../values/changes.ts';
import type { ValueType } from '../../../values/value-type.ts';
import { named, oneOf, YES_NO } from '../../values/one-of.ts';
import { keywords, taking } from '../../values/taking.ts';
import { deviceWords } from './device-words.ts';
import { linkWords } from './link-words.ts';
import { isNumber } from './numbers.ts';

/** Yes, no, or nothing for the default. */
const optional: ValueType = {
  ...tristate,
  parsers: [
    ...named('sr_iov_boolean codel_bool gred_bool fq_codel_bool fq_bool cake_tristate can_control_mode'),
    ...named('macsec_sa_activate macsec_use_for_encoding'),
    ...named('address_section(ADDRESS_HOME_ADDRESS) address_section(ADDRESS_MANAGE_TEMPORARY_ADDRESS)'),
    ...named('address_section(ADDRESS_ADD_PREFIX_ROUTE) address_section(ADDRESS_AUTO_JOIN)'),
    ...named('address_section(ADDRESS_PREFIX_ROUTE) routing_policy_rule(ROUTING_POLICY_RULE_INVERT)'),
    ...named('nexthop_section(NEXTHOP_ONLINK) route_section(ROUTE_GATEWAY_ONLINK)'),
    ...named('route_section(ROUTE_METRIC_QUICKACK) route_section(ROUTE_METRIC_FASTOPEN_NO_COOKIE)'),
  ],
};

const yesOrNo: ValueType = {
  ...boolean,
  parsers: named(
    'routing_policy_rule(ROUTING_POLICY_RULE_L3MDEV) nexthop_section(NEXTHOP_BLACKHOLE) dhcp_send_hostname prefix_boolean',
  ),
  check: (text, context) => boolean.check(text, { ...context, directive: { ...context.directive, argument: '' } }),
};

/** RequiredForOnline=: yes, no, or the states that are enough. */
const STATES = [
  'missing',
  'off',
  'no-carrier',
  'dormant',
  'degraded-carrier',
  'carrier',
  'degraded',
  'enslaved',
  'routable',
];
const requiredForOnline = taking({
  parsers: named('required_for_online'),
  what: 'yes, no, or a state such as routable, or two of them like degraded:routable',
  takes: (text) => parseBoolean(text) !== undefined || isStates(text),
  empty: true,
  items: keywords({ yes: '', no: '', routable: 'an address that reaches other networks', degraded: '', carrier: '' }),
});

function isStates(text: string): boolean {
  const parts = text.split(':');
  const at = parts.map((part) => STATES.indexOf(part));
  return parts.length <= 2 && at.every((index) => index >= 0) && at[0]! <= at.at(-1)!;
}

/** Words of [Link], [Network] and [Address]; systemd.network(5). */
const ofNetworks: readonly ValueType[] = [
  oneOf('required_family_for_online', { any: 'an address of either family', both: 'one of each', ipv4: '', ipv6: '' }),
  oneOf('activation_policy', {
    up: 'brought up when the network is configured',
    'always-up': 'brought up, and again whenever it goes down',
    down: 'taken down when the network is configured',
    'always-down': 'taken down, and again whenever it goes up',
    manual: 'left as it is',
    bound: 'up as long as one of BindCarrier= is',
  }),
  oneOf(
    'dhcp',
    { ipv4: 'DHCPv4 alone', ipv6: 'DHCPv6 alone' },
    { boolean: { yes: 'DHCPv4 and DHCPv6', no: 'no DHCP client' } },
  ),
  oneOf(
    'dhcp_relay_interface_mode',
    { upstream: 'towards the server', downstream: 'towards the clients' },
    { empty: true },
  ),
  oneOf(
    'link_local_address_family',
    { ipv4: '', ipv6: '', fallback: 'IPv4 where DHCP gives none' },
    { boolean: { yes: 'both families', no: 'none' } },
  ),
  oneOf('ipv6_link_local_address_gen_mode', {
    eui64: 'made of the hardware address',
    'stable-privacy': 'stable, and tells nothing of the card',
    random: 'anew each time',
    none: 'no address',
  }),
  taking({
    parsers: named('router_prefix_delegation'),
    what: 'yes or no',
    takes: (text, { directive: { key } }) =>
      parseBoolean(text) !== undefined || (key === 'IPv6PrefixDelegation' && ['static', 'dhcpv6'].includes(text)),
    items: keywords({ yes: '', no: '' }),
  }),
  oneOf('lldp_mode', { 'routers-only': 'of routers alone' }, { boolean: YES_NO }),
  oneOf(
    'lldp_multicast_mode',
    { 'nearest-bridge': '', 'non-tpmr-bridge': '', 'customer-bridge': '' },
    { empty: true, boolean: { yes: 'to the nearest bridge', no: 'nothing is sent' } },
  ),
  oneOf('ip_reverse_path_filter', {
    no: '',
    strict: 'the way back has to be the same interface',
    loose: 'any interface',
  }),
  oneOf('ipv4_force_igmp_version', { no: 'as the kernel does', v1: '', v2: '', v3: '' }),
  oneOf(
    'keep_configuration',
    {
      static: 'addresses and routes that are not from DHCP',
      dynamic: 'what DHCP and router advertisements gave',
      'dynamic-on-stop': 'the same when the service stops',
      dhcp: 'an old name of dynamic',
      'dhcp-on-stop': 'an old name of dynamic-on-stop',
    },
    { empty: true, boolean: YES_NO, since: { dynamic: 257, 'dynamic-on-stop': 257 } },
  ),
  oneOf('address_section(ADDRESS_DAD)', { ipv4: '', ipv6: '', both: '', none: '' }, { empty: true }),
  oneOf('routing_policy_rule(ROUTING_POLICY_RULE_FAMILY)', { ipv4: '', ipv6: '', both: '' }, { empty: true }),
  oneOf('routing_policy_rule(ROUTING_POLICY_RULE_ACTION)', {
    table: 'the routing table is used',
    goto: 'another rule follows',
    nop: 'nothing is done',
    blackhole: 'packets vanish',
    unreachable: 'packets are refused',
    prohibit: 'packets are forbidden',
  }),
  oneOf('nexthop_section(NEXTHOP_FAMILY)', { ipv4: '', ipv6: '' }, { empty: true }),
  oneOf('route_section(ROUTE_PREFERENCE)', { low: '', medium: '', high: '' }),
  oneOf('route_section(ROUTE_TYPE)', {
    unicast: 'a usual route',
    local: 'to this machine',
    broadcast: '',
    anycast: '',
    multicast: '',
    blackhole: 'packets vanish',
    unreachable: 'packets are refused: host unreachable',
    prohibit: 'packets are refused: not allowed',
    throw: 'the next table is asked',
    nat: '',
    xresolve: '',
  }),
  taking({
    parsers: named('route_section(ROUTE_SCOPE)'),
    what: 'global, site, link, host, nowhere or a number from 0 to 255',
    takes: isScope,
    items: keywords({ global: '', site: '', link: 'this network', host: 'this machine', nowhere: '' }),
  }),
  taking({
    parsers: named('address_section(ADDRESS_SCOPE)'),
    what: 'global, site, link, host, nowhere or a number from 0 to 255',
    takes: isScope,
    empty: true,
    items: keywords({ global: '', link: 'this network', host: 'this machine' }),
  }),
  taking({
    parsers: named('route_section(ROUTE_PROTOCOL)'),
    what: 'kernel, boot, static or a number from 0 to 255',
    takes: (text) => ['kernel', 'boot', 'static'].includes(text) || isNumber(text, 0, 255),
    items: keywords({ kernel: '', boot: '', static: '' }),
  }),
];

function isScope(text: string): boolean {
  return ['global', 'site', 'link', 'host', 'nowhere'].includes(text) || isNumber(text, 0, 255);
}

const ofClients: readonly ValueType[] = [
  taking({
    parsers: named('dhcp_server_persist_leases'),
    what: 'yes, no or runtime',
    takes: (text, { version }) =>
      parseBoolean(text) !== undefined || (text === 'runtime' && since(version, 'PersistLeases= may not be empty')),
    empty: ({ version }) => !since(version, 'PersistLeases= may not be empty'),
    items: keywords({ yes: 'leases outlive a reboot', no: '', runtime: 'until the machine reboots' }),
  }),
  oneOf('dhcp_ip_service_type', { none: '', CS4: '', CS6: '' }, { empty: true }),
  oneOf(
    'dhcp_pd_prefix_route_type',
    { none: '', blackhole: '', prohibit: '', throw: '', unreachable: '' },
    { empty: true },
  ),
  oneOf('dhcp6_client_start_mode', {
    no: '',
    'information-request': 'asks for all but an address',
    solicit: 'asks for an address',
  }),
  oneOf('ndisc_start_dhcp6_client', { always: 'whatever the router says' }, { boolean: YES_NO }),
  oneOf(
    'router_preference route_prefix_preference',
    { high: '', medium: '', low: '', normal: 'the same as medium', default: 'the same as medium' },
    { empty: true },
  ),
  taking({
    parsers: named('multicast_router'),
    what: 'no, query, permanent or temporary',
    takes: (text) => parseBoolean(text) === false || ['query', 'permanent', 'temporary'].includes(text),
    items: keywords({ no: 'never', query: 'as soon as somebody asks', permanent: 'always', temporary: 'for a while' }),
  }),
  taking({
    parsers: named('ip_masquerade'),
    what: 'no, ipv4, ipv6 or both',
    takes: (text) => parseBoolean(text) === false || ['ipv4', 'ipv6', 'both'].includes(text),
    empty: true,
    items: keywords({ ipv4: '', ipv6: '', both: '', no: '' }),
  }),
  oneOf('fdb_ntf_flags', { use: '', self: '', master: '', router: '' }),
  oneOf('mm_ip_family', { any: '', both: '', ipv4: '', ipv6: '' }, { empty: true }),
];

const ofTraffic: readonly ValueType[] = [
  oneOf('cake_compensation_mode', { none: '', atm: '', ptm: '' }, { empty: true }),
  oneOf(
    'cake_flow_isolation_mode',
    {
      none: '',
      'src-host': '',
      'dst-host': '',
      hosts: '',
      flows: '',
      'dual-src-host': '',
      'dual-dst-host': '',
      triple: '',
    },
    { empty: true },
  ),
  oneOf(
    'cake_priority_queueing_preset',
    { besteffort: '', precedence: '', diffserv8: '', diffserv4: '', diffserv3: '' },
    { empty: true },
  ),
  oneOf('cake_ack_filter', { aggressive: '' }, { empty: true, boolean: YES_NO }),
];

export const words: readonly ValueType[] = [
  optional,
  yesOrNo,
  requiredForOnline,
  ...ofNetworks,
  ...ofClients,
  ...ofTraffic,
  ...deviceWords,
  ...linkWords,
];
