import { nearest } from '../../text/edit-distance.ts';
import { parseInteger } from '../numbers/integer.ts';
import { type Consequence, faultAt, nameOf, quoted } from '../problem.ts';
import type { Candidate, ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { checkWords, completeWord, describeWord, type ListForm, readList } from '../word-list.ts';

/** Whether a text is an IPv4 address of four decimal numbers without leading zeros, as inet_pton(3) takes it. */
export function isIPv4(text: string): boolean {
  const parts = text.length <= 15 ? text.split('.') : [];
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** Whether a text is an IPv6 address without zone and brackets, as inet_pton(3) takes it. */
export function isIPv6(text: string): boolean {
  if (text.length < 2 || text.length > 45) return false;
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const head = groups(halves[0]!, halves.length === 1);
  const tail = groups(halves[1] ?? '', true);
  if (head === undefined || tail === undefined) return false;
  return halves.length === 2 ? head + tail <= 7 : head === 8;
}

/** How many 16-bit groups a half of an address holds; the very last may be an IPv4 address, which is two. */
function groups(half: string, isLast: boolean): number | undefined {
  if (half === '') return 0;
  const parts = half.split(':');
  const last = parts.at(-1)!;
  const embedded = isLast && last.includes('.');
  if (embedded && !isIPv4(last)) return undefined;
  const plain = embedded ? parts.slice(0, -1) : parts;
  if (!plain.every((part) => /^[0-9a-fA-F]{1,4}$/.test(part))) return undefined;
  return plain.length + (embedded ? 2 : 0);
}

/** The words that stand for prefixes, systemd.resource-control(5), "IPAddressAllow=". */
const wellKnown: Readonly<Record<string, string>> = {
  any: 'every address: 0.0.0.0/0 ::/0',
  localhost: 'the loopback device: 127.0.0.0/8 ::1/128',
  'link-local': 'the local link: 169.254.0.0/16 fe80::/64',
  multicast: 'multicast addresses: 224.0.0.0/4 ff00::/8',
};

/** Every name of the loopback device is `localhost` to systemd, is_localhost() of src/basic/hostname-util.c. */
const LOCALHOST = /(^|\.)localhost(\.localdomain)?\.?$/i;

const FORM: ListForm = {};

const candidates: readonly Candidate[] = [
  ...Object.entries(wellKnown).map(([label, detail]) => ({ label, detail, kind: 'keyword' }) as const),
  { label: '10.0.0.0/8', kind: 'value', detail: 'an IPv4 prefix' },
  { label: '192.168.0.0/16', kind: 'value', detail: 'an IPv4 prefix' },
  { label: 'fd00::/8', kind: 'value', detail: 'an IPv6 prefix' },
];

/** `ADDRESS[/LENGTH]` words: `config_parse_in_addr_prefixes()` of src/core/ip-address-access.c and its successors. */
const prefixType = (parsers: readonly string[]): ValueType => ({
  parsers,
  repeats: 'extends',
  form: 'addresses',
  check: (text, context) => checkWords(text, FORM, context, (word) => checkPrefix(word.text, word, context)),
  complete: (text, offset) => completeWord(text, offset, FORM, candidates),
  describe: (text, offset) => describeWord(text, offset, FORM, describePrefix),
  signature: () => ({
    label: 'ADDRESS[/LENGTH] …',
    parameters: [
      {
        label: 'ADDRESS[/LENGTH]',
        documentation: 'An IPv4 or IPv6 address, and how many of its bits count; all of them when not given.',
      },
    ],
    active: () => 0,
  }),
});

export const addressPrefixes = prefixType(['config_parse_in_addr_prefixes']);

/** The same until 248: the first bad word ends the reading of the line. */
export const addressAccess: ValueType = {
  ...prefixType(['config_parse_ip_address_access']),
  check(text, context) {
    const { words } = readList(text, FORM);
    const bad = words.findIndex((word) => prefixFault(word.text) !== undefined);
    if (bad < 0) return [];
    return checkPrefix(words[bad]!.text, words[bad]!, context, bad === 0 ? 'ignored' : 'rest');
  },
};

function checkPrefix(
  word: string,
  at: { start: number; end: number },
  context: ValueContext,
  consequence: Consequence = 'entry',
): ValueProblem[] {
  const fault = prefixFault(word);
  if (!fault) return [];
  const guess = nearest(word, Object.keys(wellKnown));
  return [
    faultAt(at, {
      rule: 'value-invalid',
      consequence,
      what: `${nameOf(context)} takes addresses with an optional prefix length, and ${quoted(word)} ${fault}`,
      remedy: guess && `Did you mean ${guess}?`,
      replacement: guess,
    }),
  ];
}

function prefixFault(word: string): string | undefined {
  if (Object.hasOwn(wellKnown, word) || LOCALHOST.test(word)) return undefined;
  const slash = word.indexOf('/');
  const address = slash < 0 ? word : word.slice(0, slash);
  const bits = isIPv4(address) ? 32 : isIPv6(address) ? 128 : 0;
  if (bits === 0) return addressFault(address);
  if (slash < 0) return undefined;
  const length = parseUnsigned(word.slice(slash + 1), 255);
  if (length === undefined || length === 'range' || length > bits)
    return `has no prefix length from 0 to ${bits} after the /`;
  return undefined;
}

function addressFault(address: string): string {
  if (address.includes(',')) return 'contains a comma: put spaces between addresses';
  if (/^["'[]/.test(address)) return 'has quotes or brackets around it, which systemd does not remove here';
  if (/^\d+(\.\d+){0,2}$/.test(address)) return 'has fewer than four numbers';
  return 'has no valid IPv4 or IPv6 address';
}

function describePrefix(word: string): string | undefined {
  const known = LOCALHOST.test(word) ? 'localhost' : word;
  if (Object.hasOwn(wellKnown, known)) return `Stands for ${wellKnown[known]}.`;
  if (prefixFault(word)) return undefined;
  const [address = '', length] = word.split('/');
  const bits = isIPv4(address) ? 32 : 128;
  const free = bits - (length === undefined ? bits : Number(length));
  if (free === 0) return `The address ${address} alone.`;
  return `Addresses that share their first ${length} bits with ${address}: ${free > 40 ? `2^${free}` : (2 ** free).toLocaleString('en')} of them.`;
}

/** A number without sign as a plain one; `range` when it is a number but above `max` or negative. */
export function parseUnsigned(text: string, max: number): number | 'range' | undefined {
  const value = parseInteger(text, { from: 0n, to: BigInt(max), unsigned: true });
  if (typeof value === 'bigint') return Number(value);
  return value === 'range' ? 'range' : undefined;
}

/** A port number, as `parse_ip_port()` of src/basic/parse-util.c reads it; zero is none. */
export function parsePort(text: string): number | 'range' | undefined {
  const port = parseUnsigned(text, 65_535);
  return port === 0 ? undefined : port;
}
