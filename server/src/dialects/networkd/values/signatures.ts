import type { Signature, ValueType } from '../../../values/value-type.ts';

/** The parts of a value, and what stands between them. */
interface Form {
  readonly label: string;
  readonly parameters: Signature['parameters'];
  /** What ends each part but the last; blanks unless told. */
  readonly separators: RegExp;
}

const part = (label: string, documentation: string) => ({ label, documentation });

const LENGTH = part(
  'LENGTH',
  'How many bits from the left belong to the network: 24 for 255.255.255.0, usually 64 with IPv6.',
);

const FORMS: Readonly<Record<string, Form>> = {
  'address_section(ADDRESS_ADDRESS)': {
    label: 'ADDRESS/LENGTH',
    parameters: [
      part(
        'ADDRESS',
        'An IPv4 or IPv6 address of this interface. 0.0.0.0 or :: takes a free one out of a pool of private ranges.',
      ),
      LENGTH,
    ],
    separators: /\//,
  },
  'address_section(ADDRESS_PEER)': {
    label: 'ADDRESS/LENGTH',
    parameters: [part('ADDRESS', 'The address of the other end.'), LENGTH],
    separators: /\//,
  },
  'route_section(ROUTE_DESTINATION)': {
    label: 'ADDRESS/LENGTH',
    parameters: [
      part(
        'ADDRESS',
        'Where the route leads: a network, or a host where no length follows. 0.0.0.0/0 or ::/0 is everything.',
      ),
      LENGTH,
    ],
    separators: /\//,
  },
  'routing_policy_rule(ROUTING_POLICY_RULE_FROM)': {
    label: 'ADDRESS/LENGTH',
    parameters: [part('ADDRESS', 'The network of the packets that the rule is for, or one host.'), LENGTH],
    separators: /\//,
  },
  'route_section(ROUTE_GATEWAY)': {
    label: 'ADDRESS',
    parameters: [
      part(
        'ADDRESS',
        'The router that packets are given to, in a network of this interface; _dhcp4 or _ipv6ra for the one that DHCP or a router advertisement names.',
      ),
    ],
    separators: /$/,
  },
  'route_section(ROUTE_GATEWAY_NETWORK)': {
    label: 'ADDRESS',
    parameters: [part('ADDRESS', 'The router of the default route, in a network of this interface.')],
    separators: /$/,
  },
  'nexthop_section(NEXTHOP_GROUP)': {
    label: 'ID[:WEIGHT] …',
    parameters: [
      part('ID', 'The number of a [NextHop] section.'),
      part('WEIGHT', 'Its share, from 1 to 256, beside the weights of the others.'),
    ],
    separators: /:/,
  },
  'routing_policy_rule(ROUTING_POLICY_RULE_FWMARK)': {
    label: 'MARK[/MASK]',
    parameters: [
      part('MARK', 'The mark that the firewall has put on a packet, from 1 to 4294967295.'),
      part('MASK', 'Which of its bits count; all of them when not given.'),
    ],
    separators: /\//,
  },
  wireguard_endpoint: {
    label: 'HOST:PORT',
    parameters: [
      part('HOST', 'The name or address of the peer; an IPv6 address in brackets.'),
      part('PORT', 'The UDP port on which the peer listens; 51820 is usual.'),
    ],
    separators: /:(?=\d*$)/,
  },
  dhcp_option_tlv: {
    label: 'OPTION:TYPE:VALUE',
    parameters: [
      part('OPTION', 'The number of the DHCP option, from 1 to 254.'),
      part('TYPE', 'uint8, uint16, uint32, ipv4address, ipv6address or string.'),
      part('VALUE', 'What is sent, in the form of the type.'),
    ],
    separators: /:/,
  },
  dhcp6_send_option: {
    label: '[ENTERPRISE:]OPTION:TYPE:VALUE',
    parameters: [
      part('ENTERPRISE', 'In SendVendorOption= alone: the number that the IANA has given the maker.'),
      part('OPTION', 'The number of the DHCPv6 option, from 1 to 65534.'),
      part('TYPE', 'uint8, uint16, uint32, ipv4address, ipv6address or string.'),
      part('VALUE', 'What is sent, in the form of the type.'),
    ],
    separators: /:/,
  },
  'route_section(ROUTE_MULTIPATH)': {
    label: 'ADDRESS[@INTERFACE] [WEIGHT]',
    parameters: [
      part('ADDRESS', 'A router.'),
      part('INTERFACE', 'The interface it is reached by, by name or number.'),
      part('WEIGHT', 'Its share of the packets, from 1 to 256, beside those of the other paths.'),
    ],
    separators: /[@\s]/,
  },
  bridge_vlan_id_range: {
    label: 'FIRST[-LAST]',
    parameters: [part('FIRST', 'A VLAN, from 1 to 4094.'), part('LAST', 'The last of a range of VLANs.')],
    separators: /-/,
  },
  vlan_qos_maps: {
    label: 'FROM-TO …',
    parameters: [part('FROM', 'The priority on one side.'), part('TO', 'The priority it becomes on the other.')],
    separators: /-/,
  },
};

/** The same parsers under the names that several of them have. */
const SAME: Readonly<Record<string, string>> = {
  'routing_policy_rule(ROUTING_POLICY_RULE_TO)': 'routing_policy_rule(ROUTING_POLICY_RULE_FROM)',
};

const formOf = (parser: string): Form | undefined => {
  const name = parser.replace('config_parse_', '');
  const known = SAME[name] ?? name;
  return Object.hasOwn(FORMS, known) ? FORMS[known] : undefined;
};

/** The same type, which tells what its value is made of. */
export function withSignature(type: ValueType): ValueType {
  const form = type.parsers.map(formOf).find((found) => found !== undefined);
  if (!form || type.signature) return type;
  return { ...type, signature: () => ({ ...form, active: (text, offset) => partAt(form, text, offset) }) };
}

/** Which part of the word at a place one is in. */
function partAt({ parameters, separators, label }: Form, text: string, offset: number): number {
  const isList = label.endsWith('…');
  const start = isList ? Math.max(text.lastIndexOf(' ', offset - 1), text.lastIndexOf(',', offset - 1)) + 1 : 0;
  const end = isList ? /[\s,]|$/.exec(text.slice(offset))!.index + offset : text.length;
  const found = [...text.slice(start, end).matchAll(new RegExp(separators, 'g'))];
  const before = found.filter(({ index }) => start + index < offset);
  return Math.min(before.length, parameters.length - 1);
}
