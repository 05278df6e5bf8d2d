import { readWords } from '../../../syntax/words.ts';
import { since } from '../../../values/changes.ts';
import { isIPv4, isIPv6 } from '../../../values/net/address.ts';
import { parseInteger } from '../../../values/numbers/integer.ts';
import { nameOf, problem, quoted } from '../../../values/problem.ts';
import { byteLength } from '../../../values/resolve.ts';
import type { ValueType } from '../../../values/value-type.ts';
import { dnsNameFault } from '../../daemon-conf/values/dns-name.ts';
import { keywords, taking, takingWords } from '../../values/taking.ts';
import { isAddress } from './addresses.ts';
import { CURRENT } from './current.ts';
import { isNumber } from './numbers.ts';

const named = (parsers: string): string[] => parsers.split(' ').map((parser) => `config_parse_${parser}`);

const U32 = 2 ** 32 - 1;

/** Any text: conditions are not looked at before they are asked for. */
const anything: ValueType = {
  parsers: named('net_condition route_section(ROUTE_METRIC_CC_ALGO) wiphy'),
  repeats: 'replaces',
  check: () => [],
};

const QUOTED = { unquote: true, retainEscape: true };

const strings: readonly ValueType[] = [
  takingWords({
    parsers: named('match_strv dhcp6_user_or_vendor_class'),
    what: 'words',
    takes: () => true,
    words: QUOTED,
  }),
  takingWords({
    parsers: named('dhcp4_user_class'),
    what: 'words of up to 255 bytes',
    takes: (text) => byteLength(text) <= 255,
    words: QUOTED,
  }),
  taking({
    parsers: named('string(CONFIG_PARSE_STRING_SAFE_AND_ASCII)'),
    what: 'plain characters without quotes and backslashes',
    takes: (text) => /^[^"'\\\x00-\x1f\x7f-\u{10ffff}]*$/u.test(text),
    empty: true,
  }),
  taking({
    parsers: named('address_section(ADDRESS_NET_LABEL)'),
    what: 'a text without quotes and backslashes',
    takes: (text) => /^[^"'\\\x00-\x1f\x7f]*$/.test(text),
    empty: true,
  }),
  taking({
    parsers: named('mud_url'),
    what: 'an address of the web like https://example.com/device.json',
    takes: (text) => /^https?:\/\/[\x01-\x7f]+$/.test(text) && text.length <= 255,
    empty: true,
  }),
];

const SETS = ['any', 'localhost', 'link-local', 'multicast'];
const prefixes = (family: 'IPv4' | 'IPv6', argument: string): ValueType =>
  takingWords({
    parsers: named(`in_addr_prefixes(${argument})`),
    what: `${family} addresses with optional prefix lengths`,
    takes: (text) => SETS.includes(text) || isAddress(text, { family, prefix: 'optional' }),
    items: keywords({ any: 'every address', 'link-local': 'those of the link' }),
  });

const ofAddresses: readonly ValueType[] = [
  prefixes('IPv4', 'AF_INET'),
  prefixes('IPv6', 'AF_INET6'),
  takingWords({
    parsers: named('dhcp_server_emit'),
    what: 'IPv4 addresses',
    takes: (text) => text === '_server_address' || isAddress(text, { family: 'IPv4', nonNull: true }),
    items: keywords({ _server_address: 'the address of the DHCP server' }),
  }),
  taking({
    parsers: named('address_section(ADDRESS_ADDRESS)'),
    what: 'an IP address with a prefix length like 192.168.1.10/24',
    takes: (text, { directive: { section }, version }) =>
      isAddress(text, { family: 'both', prefix: 'required' }) &&
      !((section === 'Network' || !since(version, CURRENT)) && isShortNull(text)),
    empty: true,
    form: 'address',
  }),
  taking({
    parsers: named('address_section(ADDRESS_PEER)'),
    what: 'an IP address with a prefix length like 192.168.1.10/24',
    takes: (text, { version }) =>
      isAddress(text, { family: 'both', prefix: 'required' }) && (since(version, CURRENT) || !isShortNull(text)),
    empty: true,
    form: 'address',
  }),
  taking({
    parsers: named('tunnel_key'),
    what: 'a number from 0 to 4294967295 or an IPv4 address',
    takes: (text) => isNumber(text, 0, U32) || isIPv4(text),
  }),
  taking({
    parsers: named('pref64_prefix'),
    what: 'an IPv6 prefix of 32, 40, 48, 56, 64 or 96 bits',
    takes(text) {
      const [address = '', length = ''] = text.split('/');
      return isIPv6(address) && ['32', '40', '48', '56', '64', '96'].includes(length);
    },
  }),
];

/** `0.0.0.0/4`: of the null address at least 8 bits have to be given, of `::` 64. */
function isShortNull(text: string): boolean {
  const [address = '', length] = text.split('/');
  return /^[0:.]+$/.test(address) && Number(length) < (isIPv4(address) ? 8 : 64);
}

const ofNames: readonly ValueType[] = [
  taking({
    parsers: named('dns_name'),
    what: 'the name of a domain',
    takes: (text) => dnsNameFault(text) === undefined,
    empty: true,
  }),
  takingWords({
    parsers: named('domains'),
    what: 'names of domains, with ~ in front if they only choose DNS servers',
    takes: (text) => text === '~' || dnsNameFault(text.replace(/^~/, '')) === undefined,
    items: keywords({ '~.': 'every name is asked here' }),
  }),
  searchDomains(),
];

/** Domains= of router advertisements; `config_parse_radv_search_domains()`, which gives up at a name that came before. */
function searchDomains(): ValueType {
  const ofForm = takingWords({
    parsers: named('radv_search_domains'),
    what: 'names of domains, whose parts have up to 63 characters and no hyphen at either end',
    takes: isSearchDomain,
  });
  return {
    ...ofForm,
    check(text, context) {
      const { words } = readWords(text, {});
      const seen = new Set<string>();
      const again = words.find((word) => seen.size === seen.add(word.text).size);
      if (!again) return ofForm.check(text, context);
      const message = `${quoted(again.text)} stands twice in ${nameOf(context)}, at which systemd-networkd gives up: it reads nothing that follows, in this file and in its drop-ins. Take one of them out.`;
      return [problem(again, 'value-invalid', message, { severity: 'error' })];
    },
  };
}

/** What libidn2 makes of a name in other letters is not judged. */
function isSearchDomain(text: string): boolean {
  if (!/^[\x21-\x7e]*$/.test(text)) return true;
  return text.length <= 254 && text.split('.').every((label) => label.length <= 63 && !/^-|-$/.test(label));
}

const isPair = (text: string): boolean => /^!?[^=\s]+=.*$/s.test(text);

const ofNumbers: readonly ValueType[] = [
  taking({
    parsers: named('ndisc_route_metric'),
    what: 'a number from 0 to 4294967295, or three for routers of high, medium and low preference like 512:1024:2048',
    takes(text) {
      const parts = text.split(':');
      return [1, 3].includes(parts.length) && parts.every((part) => isNumber(part, 0, U32));
    },
  }),
  takingWords({
    parsers: named('dhcp_request_options(AF_INET)'),
    what: 'numbers of options from 1 to 254',
    takes: (text) => isNumber(text, 1, 254),
  }),
  takingWords({
    parsers: named('nexthop_section(NEXTHOP_GROUP)'),
    what: 'numbers of next hops, each with a weight from 1 to 256 after a colon if wanted',
    takes(text) {
      const [id = '', weight, ...more] = text.split(':');
      return more.length === 0 && isNumber(id, 1, U32) && (weight === undefined || isNumber(weight, 1, 256));
    },
  }),
  takingWords({
    parsers: named('mm_allowed_auth'),
    what: 'none, pap, chap, mschap, mschapv2 or eap',
    takes: (text) => ['none', 'pap', 'chap', 'mschap', 'mschapv2', 'eap'].includes(text),
    items: keywords({ none: '', pap: '', chap: '', mschap: '', mschapv2: '', eap: '' }),
  }),
  takingWords({
    parsers: named('dhcp_request_options(AF_INET6)'),
    what: 'numbers of options from 1 to 254',
    takes: (text) => isNumber(text, 1, 254),
  }),
  takingWords({
    parsers: named('match_property'),
    what: 'properties like NAME=value',
    takes: (text) => /^!?$|^!?[^=]+=/.test(text),
    words: QUOTED,
  }),
  takingWords({
    parsers: named('udev_property_name'),
    what: 'names of properties, of letters, digits and _',
    takes: (text) => /^[A-Za-z_%][A-Za-z0-9_%]*$/.test(text),
    words: { unquote: true },
  }),
  takingWords({
    parsers: named('udev_property'),
    what: 'properties like NAME=value',
    takes: isPair,
    words: QUOTED,
  }),
  taking({
    parsers: named('macsec_key_id'),
    what: 'up to 32 digits of base 16, an even number of them',
    takes: (text) => /^(?:[0-9a-fA-F]{2}){1,16}$/.test(text.replaceAll(' ', '')),
    empty: true,
  }),
  taking({
    parsers: named('sr_iov_uint32'),
    what: 'a number',
    takes: (text, { directive: { key } }) => isNumber(text, key === 'VLANId' ? 1 : 0, LIMITS[key] ?? U32),
    empty: true,
  }),
];

const LIMITS: Readonly<Record<string, number>> = { VirtualFunction: 2 ** 31 - 2, VLANId: 4095 };

/** DHCPServer's ServerAddress=: one that others can reach. */
const serverAddress = taking({
  parsers: named('dhcp_server_address'),
  what: 'an IPv4 address of the interface like 192.168.1.1/24',
  takes(text, { version }) {
    const isOfLink = since(version, CURRENT) ? /^(?:127|169\.254)\./ : /^(?:127|0\.0\.0)\./;
    return isAddress(text, { family: 'IPv4', prefix: 'optional' }) && !isOfLink.test(text);
  },
  empty: true,
});

/** Remote=, Local= and Group= of VXLAN. */
const vxlan = taking({
  parsers: named('vxlan_address'),
  what: 'an IP address, of a group in Group= alone',
  takes(text, { directive: { key } }) {
    if (key === 'Local' && ['ipv4_link_local', 'ipv6_link_local', 'dhcp4', 'dhcp6', 'slaac'].includes(text))
      return true;
    const isOne = isAddress(text, { family: 'both', noMulticast: true });
    return key === 'Group' ? isAddress(text, { family: 'both' }) && !isOne : isOne;
  },
  empty: true,
});

/** Users by number or name; names are the machine's. */
const users = taking({
  parsers: named('routing_policy_rule(ROUTING_POLICY_RULE_UID_RANGE)'),
  what: 'a user, or a range of numbers like 1000-1999',
  takes(text) {
    if (/^[A-Za-z_][\w.-]*$/.test(text)) return true;
    const parts = text.split('-');
    return parts.length <= 2 && parts.every((part) => isUser(part));
  },
});

const isUser = (text: string): boolean =>
  typeof parseInteger(text, { from: 0n, to: BigInt(U32 - 1), base: 10, unsigned: true }) === 'bigint' &&
  text !== '65535';

export const lists: readonly ValueType[] = [
  anything,
  ...strings,
  ...ofAddresses,
  ...ofNames,
  ...ofNumbers,
  serverAddress,
  vxlan,
  users,
];
