import { codeSpan } from '../../text/markdown.ts';
import { withoutEnd } from '../../text/trim-end.ts';
import { isIPv4, isIPv6 } from './address.ts';

/** An address as a number, and how many bits it has. */
interface Bits {
  readonly value: bigint;
  readonly size: 32 | 128;
}

/** What a range of addresses is kept for, the narrower before the wider; IANA's registries of special-purpose addresses. */
const IPV4_RANGES: readonly (readonly [prefix: string, what: string])[] = [
  ['0.0.0.0/32', 'no address yet, or every one (RFC 1122)'],
  ['0.0.0.0/8', 'this network; no host has such an address (RFC 1122)'],
  ['10.0.0.0/8', 'private: free to use inside, not routed in the internet (RFC 1918)'],
  ['100.64.0.0/10', 'shared: between a provider and its customers (RFC 6598)'],
  ['127.0.0.0/8', 'loopback: stays on this machine (RFC 1122)'],
  ['169.254.0.0/16', 'link-local: holds on one link, and no router passes it on (RFC 3927)'],
  ['172.16.0.0/12', 'private: free to use inside, not routed in the internet (RFC 1918)'],
  ['192.0.2.0/24', 'for documentation; nobody has such an address (RFC 5737)'],
  ['192.168.0.0/16', 'private: free to use inside, not routed in the internet (RFC 1918)'],
  ['198.18.0.0/15', 'for measurements between networks (RFC 2544)'],
  ['198.51.100.0/24', 'for documentation; nobody has such an address (RFC 5737)'],
  ['203.0.113.0/24', 'for documentation; nobody has such an address (RFC 5737)'],
  ['224.0.0.0/24', 'multicast on one link (RFC 5771)'],
  ['239.0.0.0/8', 'multicast inside an organisation (RFC 2365)'],
  ['224.0.0.0/4', 'multicast: a group of hosts (RFC 5771)'],
  ['255.255.255.255/32', 'broadcast: every host of the link (RFC 919)'],
  ['240.0.0.0/4', 'reserved (RFC 1112)'],
];

const IPV6_RANGES: readonly (readonly [prefix: string, what: string])[] = [
  ['::/128', 'no address yet, or every one (RFC 4291)'],
  ['::1/128', 'loopback: stays on this machine (RFC 4291)'],
  ['::ffff:0:0/96', 'an IPv4 address written as IPv6 (RFC 4291)'],
  ['64:ff9b::/96', 'an IPv4 address behind NAT64 (RFC 6052)'],
  ['2001:db8::/32', 'for documentation; nobody has such an address (RFC 3849)'],
  ['2002::/16', '6to4, which is no longer in use (RFC 7526)'],
  ['3fff::/20', 'for documentation; nobody has such an address (RFC 9637)'],
  ['fd00::/8', 'unique local: free to use inside, not routed in the internet (RFC 4193)'],
  ['fc00::/7', 'unique local, of a part that nobody gives away yet (RFC 4193)'],
  ['fe80::/10', 'link-local: holds on one link, and no router passes it on (RFC 4291)'],
  ['ff01::/16', 'multicast on one interface (RFC 4291)'],
  ['ff02::/16', 'multicast on one link (RFC 4291)'],
  ['ff05::/16', 'multicast on one site (RFC 4291)'],
  ['ff00::/8', 'multicast: a group of hosts (RFC 4291)'],
  ['2000::/3', 'global: reached from everywhere (RFC 4291)'],
];

/**
 * What an address is, and with a prefix length the network it is in: range, number of hosts. As Markdown; undefined for
 * what is no address. `isNetwork` where the whole network is meant, and bits behind its prefix count for nothing.
 */
export function explainAddress(text: string, { isNetwork = false } = {}): string | undefined {
  const slash = text.indexOf('/');
  const written = slash < 0 ? text : text.slice(0, slash);
  const address = bitsOf(written);
  const length = slash < 0 ? undefined : text.slice(slash + 1);
  if (!address || (length !== undefined && !(/^\d{1,3}$/.test(length) && Number(length) <= address.size)))
    return undefined;
  const family = address.size === 32 ? 'IPv4' : 'IPv6';
  const head = `${codeSpan(text)} · ${family} · ${kindOf(address)}`;
  if (length === undefined) return head;
  return [head, networkInWords(address, Number(length)), strayBits(address, Number(length), isNetwork)]
    .filter(Boolean)
    .join('\n\n');
}

function kindOf(address: Bits): string {
  const ranges = address.size === 32 ? IPV4_RANGES : IPV6_RANGES;
  const found = ranges.find(([prefix]) => isIn(address, prefix));
  return found?.[1] ?? (address.size === 32 ? 'public: reached from everywhere' : 'reserved (RFC 4291)');
}

function isIn({ value, size }: Bits, prefix: string): boolean {
  const [start = '', length = ''] = prefix.split('/');
  const free = BigInt(size - Number(length));
  return value >> free === bitsOf(start)!.value >> free;
}

function networkInWords({ value, size }: Bits, length: number): string {
  const free = BigInt(size - length);
  const first = (value >> free) << free;
  const last = first + (1n << free) - 1n;
  if (free === 0n) return 'All bits are its own: this one address.';
  const network = codeSpan(`${textOf({ value: first, size })}/${length}`);
  const range = `${codeSpan(textOf({ value: first, size }))} to ${codeSpan(textOf({ value: last, size }))}`;
  return `Network ${network}: ${range}, ${hostsInWords(size, Number(free))}.${size === 32 ? mask(length) : ''}`;
}

/** Of an IPv4 network the first address is its own, and the last its broadcast; two hosts need none (RFC 3021). */
function hostsInWords(size: number, free: number): string {
  if (free > 40) return `2^${free} addresses`;
  const all = 2 ** free;
  const hosts = size === 32 && free > 1 ? all - 2 : all;
  return `${hosts.toLocaleString('en')} ${size === 32 ? 'hosts' : 'addresses'}`;
}

const mask = (length: number): string =>
  ` Netmask ${codeSpan(textOf({ value: (0xffffffffn << BigInt(32 - length)) & 0xffffffffn, size: 32 }))}.`;

function strayBits({ value, size }: Bits, length: number, isNetwork: boolean): string {
  const free = BigInt(size - length);
  const first = (value >> free) << free;
  if (!isNetwork || first === value) return '';
  return `Bits behind the prefix are set, and count for nothing: this is ${codeSpan(`${textOf({ value: first, size })}/${length}`)}.`;
}

function bitsOf(text: string): Bits | undefined {
  if (isIPv4(text)) return { value: ofBytes(text), size: 32 };
  return isIPv6(text) ? { value: ofGroups(text), size: 128 } : undefined;
}

const ofBytes = (text: string): bigint => text.split('.').reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

function ofGroups(text: string): bigint {
  const front = withoutEnd(text, '0123456789.');
  const last = text.slice(front.length);
  const plain = last.includes('.') ? front + inGroups(ofBytes(last)) : text;
  const [head = '', tail] = plain.split('::');
  const groups = (half: string): string[] => (half === '' ? [] : half.split(':'));
  const before = groups(head);
  const after = groups(tail ?? '');
  const zeros = Array.from({ length: tail === undefined ? 0 : 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

const inGroups = (value: bigint): string => `${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;

/** As inet_ntop(3) writes it: the longest run of at least two zeros is left out (RFC 5952). */
function textOf({ value, size }: Bits): string {
  if (size === 32) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 0xffn).join('.');
  const groups = Array.from({ length: 8 }, (_, i) => ((value >> BigInt(112 - 16 * i)) & 0xffffn).toString(16));
  const text = groups.join(':');
  const runs = [...text.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].sort((a, b) => zeros(b[0]) - zeros(a[0]));
  const [longest] = runs;
  if (!longest) return text;
  const before = text.slice(0, longest.index);
  const after = text.slice(longest.index + longest[0].length).replace(/^:/, '');
  return `${before}::${after}`;
}

const zeros = (run: string): number => run.split(':').filter((group) => group === '0').length;
