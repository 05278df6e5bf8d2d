import { base64Length } from '../../../values/base64.ts';
import { isIPv4, isIPv6 } from '../../../values/net/address.ts';
import type { ValueType } from '../../../values/value-type.ts';
import { linkToFile } from '../../values/paths.ts';
import { keywords, taking, takingWords } from '../../values/taking.ts';

const named = (parsers: string): string[] => parsers.split(' ').map((parser) => `config_parse_${parser}`);

const ETHERNET =
  /^(?:[0-9a-f]{1,2}(?::[0-9a-f]{1,2}){5}|[0-9a-f]{1,2}(?:-[0-9a-f]{1,2}){5}|[0-9a-f]{1,4}(?:\.[0-9a-f]{1,4}){2})$/i;

/** Six bytes as `parse_ether_addr()` of src/basic/ether-addr-util.c takes them. */
export const isEthernet = (text: string): boolean => ETHERNET.test(text);

/** Four, six, sixteen or twenty bytes: `parse_hw_addr_full()`. */
export function isHardware(text: string): boolean {
  if (isIPv4(text) || isIPv6(text) || isEthernet(text)) return true;
  const bytes = text.split(/[:-]/);
  const isOfBytes = bytes.every((byte) => /^[0-9a-f]{1,2}$/i.test(byte)) && !(text.includes(':') && text.includes('-'));
  if (isOfBytes && [4, 6, 16, 20].includes(bytes.length)) return true;
  const pairs = text.split('.');
  return pairs.every((pair) => /^[0-9a-f]{1,4}$/i.test(pair)) && [2, 3, 8, 10].includes(pairs.length);
}

const WHAT = 'a hardware address like 00:11:22:33:44:55';
const bytesOf = (text: string): number[] =>
  text.includes('.')
    ? text.split('.').flatMap((pair) => [Number.parseInt(pair, 16) >> 8, Number.parseInt(pair, 16) & 255])
    : text.split(/[:-]/).map((byte) => Number.parseInt(byte, 16));

/** Neither nobody's address nor one of a group. */
const isOfOne = (text: string): boolean =>
  isEthernet(text) && (bytesOf(text)[0]! & 1) === 0 && bytesOf(text).some((byte) => byte !== 0);

const cards: readonly ValueType[] = [
  taking({
    parsers: named('hw_addr neighbor_section(NEIGHBOR_LINK_LAYER_ADDRESS)'),
    what: WHAT,
    takes: isHardware,
    empty: true,
  }),
  takingWords({ parsers: named('hw_addrs'), what: 'hardware addresses like 00:11:22:33:44:55', takes: isHardware }),
  takingWords({ parsers: named('ether_addrs'), what: 'hardware addresses like 00:11:22:33:44:55', takes: isEthernet }),
  taking({ parsers: named('sr_iov_mac'), what: WHAT, takes: isEthernet, empty: true }),
  taking({ parsers: named('fdb_hwaddr macsec_hw_address'), what: WHAT, takes: isEthernet }),
  taking({ parsers: named('dhcp_static_lease_hwaddr'), what: WHAT, takes: isOfOne, empty: true }),
  taking({ parsers: named('ad_actor_system'), what: `${WHAT} that is not of a group`, takes: isOfOne }),
  taking({
    parsers: named('netdev_hw_addr(ETH_ALEN)'),
    what: `${WHAT}, or none`,
    takes: (text) => text === 'none' || isEthernet(text),
    empty: true,
    items: keywords({ none: 'as the kernel makes it' }),
  }),
  taking({
    parsers: named('mdb_group_address'),
    what: 'an IP address or a hardware address',
    takes: (text) => isIPv4(text) || isIPv6(text) || isEthernet(text),
  }),
];

/** Keys of WireGuard, 32 bytes in Base64; wg(8). */
const keys = taking({
  parsers: named('wireguard_private_key wireguard_peer_key'),
  what: 'a key of 32 bytes in Base64, as wg genkey prints it, or a credential after @',
  takes: (text, { version }) => text.startsWith('@') || base64Length(text, version) === 32,
  empty: true,
});

const files: ValueType = {
  ...taking({
    parsers: named('macsec_key_file wireguard_private_key_file wireguard_peer_key_file'),
    what: 'an absolute path',
    takes: (text) => text.startsWith('/') && !text.split('/').includes('..'),
    empty: true,
  }),
  references: linkToFile,
};

export const hardware: readonly ValueType[] = [...cards, keys, files];
