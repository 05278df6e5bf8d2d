import { parseBoolean } from '../../../values/boolean.ts';
import { since } from '../../../values/changes.ts';
import { isIPv4, isIPv6, parsePort } from '../../../values/net/address.ts';
import { interfaceFault } from '../../../values/net/interface-name.ts';
import type { ValueType } from '../../../values/value-type.ts';
import { keywords, taking, takingWords } from '../../values/taking.ts';
import { CURRENT } from './current.ts';

const named = (parsers: string): string[] => parsers.split(' ').map((parser) => `config_parse_${parser}`);

type Family = 'IPv4' | 'IPv6' | 'both';

interface Form {
  readonly family: Family;
  /** Whether a prefix length may follow a slash, or has to. */
  readonly prefix?: 'optional' | 'required';
  /** Whether `0.0.0.0` and `::` are none. */
  readonly nonNull?: boolean;
  readonly noMulticast?: boolean;
}

/** Bytes of an IPv4 address. */
const first = (address: string): number => Number(address.split('.')[0]);
const isNull = (address: string): boolean =>
  address === '0.0.0.0' || (isIPv6(address) && /^[0:]*(?:0\.0\.0\.0)?$/.test(address));
const isMulticast = (address: string): boolean =>
  isIPv4(address) ? first(address) >= 224 && first(address) <= 239 : /^ff/i.test(address);

export function isAddress(text: string, { family, prefix, nonNull, noMulticast }: Form): boolean {
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const bits = isIPv4(address) ? 32 : isIPv6(address) ? 128 : 0;
  if (bits === 0 || (family !== 'both' && family !== (bits === 32 ? 'IPv4' : 'IPv6'))) return false;
  if (slash < 0 ? prefix === 'required' : prefix === undefined || !isLength(text.slice(slash + 1), bits)) return false;
  return !(nonNull && isNull(address)) && !(noMulticast && isMulticast(address));
}

const isLength = (text: string, bits: number): boolean => /^\d{1,3}$/.test(text) && Number(text) <= bits;

interface Options extends Form {
  readonly empty?: boolean;
  readonly words?: Readonly<Record<string, string>>;
  readonly also?: (text: string, version: number) => boolean;
  /** Whether older releases take IPv4 alone. */
  readonly onceIPv4?: true;
}

const EXAMPLES: Readonly<Record<Family, string>> = { IPv4: '192.168.1.1', IPv6: 'fd00::1', both: '192.168.1.1' };

function sentence({ family, prefix, words = {} }: Options): string {
  const of = family === 'both' ? 'an IP address' : `an ${family} address`;
  const length = prefix ? ' with a prefix length' : '';
  const example = EXAMPLES[family] + (prefix ? (family === 'IPv6' ? '/64' : '/24') : '');
  const others = Object.keys(words);
  return `${of}${length} like ${example}${others.length > 0 ? `, or ${others.join(' or ')}` : ''}`;
}

const address = (parsers: string, options: Options): ValueType => {
  const { empty = false, words = {}, also } = options;
  return taking({
    parsers: named(parsers),
    what: sentence(options),
    form: 'address',
    takes(text, { version }) {
      const family = options.onceIPv4 && !since(version, CURRENT) ? 'IPv4' : options.family;
      return Object.hasOwn(words, text) || isAddress(text, { ...options, family }) || (also?.(text, version) ?? false);
    },
    empty,
    ...(Object.keys(words).length > 0 && { items: keywords(words) }),
  });
};

/** An address for which the machine answers neighbours: of either family, whatever the key is called after. */
const proxied = (argument: string, what: string): ValueType =>
  taking({
    parsers: named(`neighbor_proxy_address(${argument})`),
    what,
    form: 'address',
    takes(text, { version }) {
      const noMulticast = since(version, 'proxies are no groups');
      return isAddress(text, { family: 'both', nonNull: true, noMulticast }) && text !== '255.255.255.255';
    },
    empty: true,
  });

const single: readonly ValueType[] = [
  address('neighbor_section(NEIGHBOR_DESTINATION_ADDRESS) nexthop_section(NEXTHOP_GATEWAY)', {
    family: 'both',
    empty: true,
  }),
  address('route_section(ROUTE_GATEWAY_NETWORK)', { family: 'both', empty: true }),
  address('route_section(ROUTE_GATEWAY)', {
    family: 'both',
    empty: true,
    words: { _dhcp4: 'the router that DHCPv4 names', _ipv6ra: 'the router that announces itself' },
  }),
  address('route_section(ROUTE_DESTINATION)', { family: 'both', prefix: 'optional' }),
  address('route_section(ROUTE_PREFERRED_SOURCE)', {
    family: 'both',
    empty: true,
    also: (text, version) => parseBoolean(text) === false && since(version, CURRENT),
  }),
  address('routing_policy_rule(ROUTING_POLICY_RULE_FROM) routing_policy_rule(ROUTING_POLICY_RULE_TO)', {
    family: 'both',
    prefix: 'optional',
    empty: true,
  }),
  address('address_section(ADDRESS_BROADCAST)', {
    family: 'IPv4',
    nonNull: true,
    empty: true,
    also: (text) => parseBoolean(text) !== undefined,
  }),
  address('in_addr_non_null(AF_INET) dhcp_static_lease_address', { family: 'IPv4', nonNull: true, empty: true }),
  address('in_addr_non_null(AF_INET6)', { family: 'IPv6', nonNull: true, empty: true }),
  proxied('AF_INET6', 'an IPv6 address like fd00::1'),
  proxied('AF_UNSPEC', 'an address like 192.0.2.1 or fd00::1'),
  address('prefix route_prefix', { family: 'IPv6', prefix: 'optional' }),
  taking({
    parsers: named('dhcp6_pd_prefix_hint 6rd_prefix'),
    what: 'an IPv6 prefix like 2001:db8::/32',
    takes: (text) => isAddress(text, { family: 'IPv6', prefix: 'optional' }) && !text.endsWith('/0'),
  }),
  address('fdb_destination fou_tunnel_address', { family: 'both' }),
  address('tunnel_remote_address', { family: 'both', empty: true, words: { any: 'any address' } }),
  address('tunnel_local_address', {
    family: 'both',
    empty: true,
    words: {
      any: 'any address',
      ipv4_link_local: '',
      ipv6_link_local: '',
      dhcp4: '',
      dhcp6: '',
      slaac: '',
      dhcp_pd: '',
    },
  }),
  address('geneve_address', { family: 'both', noMulticast: true }),
  address('l2tp_tunnel_remote_address', { family: 'both', nonNull: true, empty: true, onceIPv4: true }),
  taking({
    parsers: named('ipv4ll_address'),
    what: 'an IPv4 address from 169.254.1.0 to 169.254.254.255',
    takes: (text) => isIPv4(text) && /^169\.254\.(?!0\.|255\.)/.test(text),
    empty: true,
  }),
  address('address_generation_type prefix_token', {
    family: 'IPv6',
    nonNull: true,
    empty: true,
    words: { eui64: 'made of the hardware address', prefixstable: 'stable, and another in each network' },
    also: (text) => /^(?:prefixstable|static|eui64)[:,]/.test(text),
  }),
];

const lists: readonly ValueType[] = [
  takingWords({
    parsers: named('radv_dns'),
    what: 'IPv6 addresses, or _link_local',
    takes: (text) => text === '_link_local' || isAddress(text, { family: 'IPv6', nonNull: true }),
    items: keywords({ _link_local: 'the address of this machine on the link' }),
  }),
  takingWords({
    parsers: named('arp_ip_target_address'),
    what: 'IPv4 addresses',
    takes: (text) => isAddress(text, { family: 'IPv4' }),
  }),
];

/** Endpoint= of a peer: a host and a port; names are looked up later. */
const endpoint = taking({
  parsers: named('wireguard_endpoint'),
  what: 'a host and a port like vpn.example.com:51820 or [fd00::1]:51820',
  takes(text) {
    const colon = text.lastIndexOf(':');
    if (isIPv6(text) || isIPv4(text)) return true;
    return colon >= 0 && parsePort(text.slice(colon + 1)) !== undefined;
  },
});

/** Local= of L2TP: an address or a word, and the interface it is on. */
const local = taking({
  parsers: named('l2tp_tunnel_local_address'),
  what: 'an address, auto, static or dynamic, and an interface after @ if wanted',
  takes(text) {
    const [what = '', on] = text.split('@');
    const isKnown = ['auto', 'static', 'dynamic'].includes(what) || isAddress(what, { family: 'both', nonNull: true });
    return isKnown && (on === undefined || interfaceFault(on, true) === undefined);
  },
  empty: true,
  items: keywords({ auto: 'whichever reaches the other end', static: '', dynamic: '' }),
});

export const addresses: readonly ValueType[] = [...single, ...lists, endpoint, local];
