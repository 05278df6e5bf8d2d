import { parseBoolean } from '../../../values/boolean.ts';
import { since } from '../../../values/changes.ts';
import { INT, parseInteger } from '../../../values/numbers/integer.ts';
import type { ValueType } from '../../../values/value-type.ts';
import { keywords, taking, takingWords } from '../../values/taking.ts';
import { CURRENT } from './current.ts';

const U32 = 2 ** 32 - 1;
const I32 = 2 ** 31 - 1;
const U64 = 2n ** 64n - 1n;

/** A whole number without sign within bounds, as `safe_atou_bounded()` of src/basic/parse-util.c reads it. */
export function isNumber(text: string, from: number, to: number | bigint): boolean {
  const value = parseInteger(text, { from: BigInt(from), to: BigInt(to), unsigned: true });
  return typeof value === 'bigint';
}

interface Numbers {
  readonly empty?: boolean;
  /** Words taken instead. */
  readonly words?: Readonly<Record<string, string>>;
  /** Other values taken instead. */
  readonly also?: (text: string) => boolean;
  readonly not?: number;
}

/** Names without their prefix: `uint8` for `config_parse_uint8`. */
const named = (parsers: string): string[] => parsers.split(' ').map((parser) => `config_parse_${parser}`);

const number = (parsers: string, from: number, to: number | bigint, options: Numbers = {}): ValueType => {
  const { empty = false, words = {}, also, not } = options;
  const list = Object.keys(words);
  return taking({
    parsers: named(parsers),
    what: `a number from ${from} to ${to}${list.length > 0 ? ` or ${list.join(' or ')}` : ''}`,
    takes: (text) =>
      list.includes(text) || (isNumber(text, from, to) && Number(text) !== not) || (also?.(text) ?? false),
    empty,
    ...(list.length > 0 && { items: keywords(words) }),
  });
};

const rule = (what: string): string => `routing_policy_rule(ROUTING_POLICY_RULE_${what})`;
const route = (what: string): string => `route_section(ROUTE_${what})`;

/** Numbers of 32 bits and less; src/network, `config_parse_uint32_bounded()` and its kin. */
const plain: readonly ValueType[] = [
  number(
    `${rule('PRIORITY')} netem_packet_limit pie_packet_limit sfb_u32 pfifo_size codel_u32 fq_codel_u32 fq_u32 htb_u32 htb_class_u32 hhf_packet_limit mm_route_metric bridge_fdb_max_learned wireguard_route_priority wireguard_peer_route_priority coalesce_u32`,
    0,
    U32,
    { empty: true },
  ),
  number(
    `address_section(ADDRESS_ROUTE_METRIC) ${route('PRIORITY')} iaid dhcp_route_metric uint32 prefix_metric`,
    0,
    U32,
  ),
  taking({
    parsers: named('nexthop_section(NEXTHOP_ID)'),
    what: 'a number from 0 to 4294967295',
    takes: (text, { version }) => isNumber(text, since(version, CURRENT) ? 0 : 1, U32),
    empty: ({ version }) => !since(version, CURRENT),
  }),
  number(`${rule('GOTO')} l2tp_tunnel_id l2tp_session_id`, 1, U32),
  number(`${route('NEXTHOP')} fq_pie_packet_limit cake_fwmark`, 1, U32, { empty: true }),
  number('ring_buffer_or_channel', 1, U32, { empty: true, words: { max: 'as many as the hardware has' } }),
  number(`link_group ${rule('SUPPRESS_IFGROUP')} teql_id sr_iov_num_vfs`, 0, I32, { empty: true }),
  number('macvlan_broadcast_queue_threshold', 0, I32, { empty: true, words: { no: 'broadcasts are not queued' } }),
  number('ipv6_address_label_section(IPV6_ADDRESS_LABEL) macvlan_broadcast_queue_size txqueuelen', 0, U32 - 1, {
    empty: true,
  }),
  number('irq_affinity_numa', 0, I32 + 1, { empty: true, words: { local: 'the node of the card' } }),
  number('dhcp_max_attempts', 1, U64, { empty: true, words: { infinity: 'the client never gives up' } }),
];

const small: readonly ValueType[] = [
  taking({
    parsers: named('macsec_packet_number'),
    what: 'a number from 1 to 4294967295',
    takes: (text, { directive: { section } }) => isNumber(text, section === 'MACsecReceiveAssociation' ? 0 : 1, U32),
  }),
  number(rule('TOS'), 0, 255),
  taking({
    parsers: named('uint8'),
    what: 'a number from 0 to 255',
    takes: (text, { version, directive: { key } }) =>
      isNumber(text, 0, 255) ||
      (key === 'IPv6HopLimit' && !since(version, CURRENT) && typeof parseInteger(text, INT) === 'bigint'),
  }),
  number('vxlan_ttl geneve_ttl', 0, 255, { words: { inherit: 'as the packet inside' } }),
  number('encap_limit', 0, 255, { words: { none: 'packets have no limit' } }),
  number(route('METRIC_HOPLIMIT'), 1, 255, { empty: true }),
  number('uint16', 0, 65_535),
  number('ip_port', 1, 65_535, { empty: true }),
  number('macsec_port ad_actor_sys_prio', 1, 65_535),
  number('wireguard_listen_port', 1, 65_535, { empty: true, words: { auto: 'any port that is free' } }),
  number('wireguard_keepalive', 0, 65_535, { words: { off: 'nothing is sent to keep the connection alive' } }),
  number('ipoib_pkey', 1, 65_535, { empty: true, not: 32_768 }),
  number(`${route('METRIC_INITCWND')} ${route('METRIC_INITRWND')}`, 1, 1023, { empty: true }),
  number('tcp_window', 1, 1023),
  number('ad_user_port_key', 0, 1023),
  number('fdb_vlan_id mdb_vlan_id vlanid', 0, 4094),
  number('default_port_vlanid', 0, 4094, { words: { none: 'frames without a tag belong to no VLAN' } }),
  taking({
    parsers: named('bridge_vlan_id'),
    what: 'a number from 0 to 4094, or no',
    takes: (text, { version }) =>
      isNumber(text, 0, 4094) || (parseBoolean(text) === false && since(version, CURRENT) && text !== '0'),
    empty: true,
  }),
  number('flow_label geneve_flow_label', 0, 0xfffff),
  taking({
    parsers: named('ipv6_flowlabel'),
    what: 'a number from 0 to 1048575 or inherit',
    takes: (text, { version }) =>
      text === 'inherit' || isNumber(text, 0, 0xfffff) || (!since(version, CURRENT) && /^-\d+$/.test(text)),
    items: keywords({ inherit: 'as the packet inside' }),
  }),
  number('fdb_vxlan_vni geneve_vni', 0, 0xffffff),
  number(rule('SUPPRESS_PREFIXLEN'), 0, 128, { empty: true }),
  number('ets_u8 gred_u32', 0, 16, { empty: true }),
  number('can_termination', 0, 65_535, { empty: true, also: (text) => parseBoolean(text) !== undefined }),
  number('cake_mpu', 1, 256, { empty: true }),
  number('qfq_weight', 1, 1024, { empty: true }),
  number('erspan_version', 0, 2, { empty: true }),
  number('erspan_index', 0, 0xfffff, { empty: true }),
  number('erspan_hwid', 0, 63, { empty: true }),
  taking({
    parsers: named('dhcp_socket_priority'),
    what: 'a number from 0 to 15',
    takes: (text, { version }) =>
      since(version, 'bounds of network numbers') ? isNumber(text, 0, 15) : typeof parseInteger(text, INT) === 'bigint',
    empty: true,
  }),
  number('bridge_port_priority', 0, 63),
  taking({
    parsers: named('bridge_igmp_version'),
    what: '2 or 3',
    takes: (text, { version }) =>
      since(version, 'bounds of network numbers') ? isNumber(text, 2, 3) : isNumber(text, 0, 255),
    empty: true,
  }),
  taking({
    parsers: named('rx_tx_queues'),
    what: 'a number from 1 to 16384, and before systemd 258 to 4096',
    takes: (text, { version }) => isNumber(text, 1, since(version, 'bounds of network numbers') ? 16_384 : 4096),
    empty: true,
  }),
];

/** CAKE's OverheadBytes=, which may be less than nothing. */
const overhead = taking({
  parsers: named('cake_overhead'),
  what: 'a number from -64 to 256',
  takes: (text) => typeof parseInteger(text, { from: -64n, to: 256n }) === 'bigint',
  empty: true,
});

/** Names come from networkd.conf as well, so that any word may be one that is no number. */
const isTable = (text: string, from: number): boolean =>
  isNumber(text, from, U32) || (/^[^\s:]+$/.test(text) && !/^[+-]?\d+$|^0[xob]/.test(text));

const tables: readonly ValueType[] = [
  taking({
    parsers: named('vrf_table'),
    what: 'the number of a routing table from 1 to 4294967295, or its name',
    takes: (text, { version }) => isTable(text, since(version, 'bounds of network numbers') ? 1 : 0),
  }),
  taking({
    parsers: named(`${rule('TABLE')} ${route('TABLE')} dhcp_or_ra_route_table`),
    what: 'the number of a routing table from 1 to 4294967295, or its name',
    takes: (text) => isTable(text, 1),
    items: keywords({ main: 'what is used without a rule', default: 'number 253', local: 'addresses of the machine' }),
  }),
  taking({
    parsers: named('wireguard_route_table wireguard_peer_route_table'),
    what: 'the number of a routing table, its name or off',
    takes: (text) => isTable(text, 0),
    empty: true,
    items: keywords({ off: 'no routes are made', main: 'what is used without a rule' }),
  }),
];

/** FirewallMark=: a number with a mask. */
const mark = taking({
  parsers: named(rule('FWMARK')),
  what: 'a number, with a mask after a slash if wanted, like 7/255',
  takes: (text) => text.split('/').length <= 2 && text.split('/').every((part) => isNumber(part, 0, U32)),
});

/** The two ends of a range, or one number. */
export function isRange(text: string, from: number, to: number): boolean {
  const dash = text.indexOf('-');
  if (dash < 0) return isNumber(text, from, to);
  const [low, high] = [text.slice(0, dash), text.slice(dash + 1)];
  return isNumber(low, from, to) && isNumber(high, from, to) && Number(low) <= Number(high);
}

const ranges: readonly ValueType[] = [
  taking({
    parsers: named(`${rule('SPORT')} ${rule('DPORT')} port_range`),
    what: 'a port from 1 to 65535, or a range like 1000-2000',
    takes: (text) => isRange(text, 1, 65_535),
  }),
  taking({
    parsers: named('bridge_vlan_id_range'),
    what: 'a VLAN from 0 to 4094, or a range like 10-20',
    takes: (text) => isRange(text, 0, 4094),
    empty: true,
  }),
  takingWords({
    parsers: named('ets_prio'),
    what: 'numbers of bands from 0 to 15',
    takes: (text) => isNumber(text, 0, 255),
  }),
];

/** Handles of traffic control are written in base 16. */
const isHex = (text: string, max: bigint): boolean =>
  typeof parseInteger(text, { from: 0n, to: max, base: 16, unsigned: true }) === 'bigint';

const isPair = (text: string): boolean => {
  const parts = text.split(':');
  return parts.length === 2 && parts.every((part) => isHex(part, 0xffffn));
};

const handles: readonly ValueType[] = [
  taking({
    parsers: named('qdisc_parent'),
    what: 'root, clsact, ingress or the identifier of a class like 1:2',
    takes: (text) => ['root', 'clsact', 'ingress'].includes(text) || isPair(text),
    items: keywords({ root: 'of the interface', clsact: 'for filters', ingress: 'what comes in' }),
  }),
  taking({
    parsers: named('qdisc_handle'),
    what: 'a number in base 16 up to ffff',
    takes: (text) => isHex(text, 0xffffn),
    empty: true,
  }),
  taking({
    parsers: named('tclass_parent'),
    what: 'root or the identifier of a class like 1:2',
    takes: (text) => text === 'root' || isPair(text),
    items: keywords({ root: 'of the queueing discipline' }),
  }),
  taking({
    parsers: named('tclass_classid'),
    what: 'the identifier of a class like 1:2',
    takes: isPair,
    empty: true,
  }),
  taking({
    parsers: named('htb_default_class'),
    what: 'a number in base 16 up to ffffffff',
    takes: (text) => isHex(text, BigInt(U32)),
    empty: true,
  }),
  taking({
    parsers: named('dhcp_pd_subnet_id'),
    what: 'a number in base 16, or auto',
    takes: (text) => text === 'auto' || isHex(text, 2n ** 63n - 1n),
    empty: true,
    items: keywords({ auto: 'any that is free' }),
  }),
];

export const numbers: readonly ValueType[] = [...plain, ...small, overhead, ...tables, mark, ...ranges, ...handles];
