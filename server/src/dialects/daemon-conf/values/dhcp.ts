import { since } from '../../../values/changes.ts';
import { isIPv4, isIPv6 } from '../../../values/net/address.ts';
import { parseInteger, UINT } from '../../../values/numbers/integer.ts';
import { emptyProblem, faultAt, nameOf, problem, quoted, whole } from '../../../values/problem.ts';
import type { Candidate, ValueContext, ValueProblem, ValueType } from '../../../values/value-type.ts';

const duidTypes: readonly Candidate[] = [
  { label: 'vendor', kind: 'keyword', detail: "made of systemd's own number and the machine's ID; the default" },
  { label: 'uuid', kind: 'keyword', detail: "made of the firmware's UUID" },
  { label: 'link-layer', kind: 'keyword', detail: "made of an interface's hardware address" },
  { label: 'link-layer-time', kind: 'keyword', detail: 'made of a hardware address and a time, after a colon' },
];
const TIMED = ['link-layer-time', '1'];

/** DUIDType=: what a DHCP client calls itself; networkd.conf(5). */
const duidType: ValueType = {
  parsers: ['config_parse_duid_type', 'config_parse_manager_duid_type'],
  repeats: 'replaces',
  check(text, context) {
    if (text === '') return [emptyProblem(context, 'a type of DUID like vendor')];
    const [, type = '', rest = ''] = /^:*([^:]*):?(.*)$/s.exec(text)!;
    const number = parseInteger(type, { from: 0n, to: 65_535n, unsigned: true });
    const isNumbered = typeof number === 'bigint' && since(context.version, 'types of DUID by number');
    if (!isNumbered && !duidTypes.some(({ label }) => label === type)) {
      const what = `Unknown value ${quoted(type)} for ${nameOf(context)}`;
      const remedy = 'Write vendor, uuid, link-layer or link-layer-time.';
      return [faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what, remedy })];
    }
    if (rest === '' || ((TIMED.includes(type) || number === 1n) && mayBeTime(rest))) return [];
    const what = TIMED.includes(type)
      ? `${quoted(rest)} is not a time`
      : `${nameOf(context)}${type} takes nothing after a colon`;
    return [faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what })];
  },
  complete: (text) => ({ ...whole(text), items: duidTypes }),
  describe(text) {
    const known = duidTypes.find(({ label }) => label === text.split(':')[0]);
    return known && { ...whole(text), markdown: `A DUID ${known.detail}.` };
  },
};

/** A time as systemd.time(7) has it begins with a digit, a sign, `@`, a weekday or one of some words. */
const mayBeTime = (text: string): boolean =>
  /^(?:now|today|yesterday|tomorrow)$/.test(text) || (/\d/.test(text) && !/^\d$/.test(text));

/** DUIDRawData=: bytes in hexadecimal, colons between them. */
const duidData: ValueType = {
  parsers: ['config_parse_duid_rawdata', 'config_parse_manager_duid_rawdata'],
  repeats: 'replaces',
  form: 'bytes',
  check(text, context) {
    const bad = text.split(':').find((byte) => byte !== '' && !/^[0-9a-fA-F]{1,2}$/.test(byte));
    if (bad === undefined) return [];
    const what = `${nameOf(context)} takes bytes in hexadecimal with colons between them, and ${quoted(bad)} is not a byte`;
    return [
      faultAt(whole(text), {
        rule: 'value-invalid',
        consequence: 'ignored',
        what,
        remedy: 'Write them like 00:00:ab:11.',
      }),
    ];
  },
};

const unsigned =
  (bits: number) =>
  (text: string): boolean =>
    typeof parseInteger(text, { from: 0n, to: 2n ** BigInt(bits) - 1n, unsigned: true }) === 'bigint';

/** How the data of an option may be written. */
const dataTypes: Readonly<Record<string, { readonly what: string; takes(text: string): boolean }>> = {
  uint8: { what: 'a number up to 255', takes: unsigned(8) },
  uint16: { what: 'a number up to 65535', takes: unsigned(16) },
  uint32: { what: 'a number up to 4294967295', takes: unsigned(32) },
  ipv4address: { what: 'an IPv4 address', takes: isIPv4 },
  ipv6address: { what: 'an IPv6 address', takes: isIPv6 },
  // An escape that is none costs the line.
  string: { what: 'a text', takes: (text) => !/\\(?![abfnrtv\\"'s]|x[0-9a-fA-F]{2}|[0-3][0-7]{2})/.test(text) },
};

/** `TYPE:VALUE`, `config_parse_dhcp_option()`; a type that there is not ends the reading of the file. */
function optionFault(text: string, context: ValueContext): ValueProblem[] {
  const colon = text.indexOf(':');
  // Colons in a row separate once.
  const [type, value] = colon < 0 ? ['', ''] : [text.slice(0, colon), text.slice(colon).replace(/^:+/, '')];
  const known = Object.hasOwn(dataTypes, type) ? dataTypes[type] : undefined;
  if (type === '' || value === '') {
    const what = `${nameOf(context)} takes a type and a value, as in string:example, not ${quoted(text)}`;
    return [faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what })];
  }
  if (!known) {
    const message = `Unknown type ${quoted(type)} in ${nameOf(context)}; systemd reads nothing that follows, in this file and in its drop-ins. Write ${Object.keys(dataTypes).join(', ')}.`;
    return [problem(whole(text), 'value-invalid', message, { severity: 'error' })];
  }
  if (known.takes(value)) return [];
  const what = `${type} is ${known.what} in ${nameOf(context)}, and ${quoted(value)} is not`;
  return [faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what })];
}

const optionTypes: readonly Candidate[] = Object.entries(dataTypes).map(([type, { what }]) => ({
  label: `${type}:`,
  kind: 'prefix',
  detail: what,
}));

/** RemoteId=: the data of an option whose number is given. */
const option: ValueType = {
  parsers: ['config_parse_dhcp_option'],
  repeats: 'replaces',
  check: (text, context) => (text === '' ? [] : optionFault(text, context)),
  complete: (text) => ({ ...whole(text), items: optionTypes }),
};

/** The numbers there are of options: of DHCPv6 its header has more bytes for them. */
const LAST = { 4: 254, 6: 65_534 } as const;

/** `NUMBER:TYPE:VALUE`. */
function numberedFault(text: string, context: ValueContext, last: number): ValueProblem[] {
  const colon = text.indexOf(':');
  const range = { from: 1n, to: BigInt(last), unsigned: true };
  const number = parseInteger(colon < 0 ? '' : text.slice(0, colon), range);
  if (typeof number === 'bigint')
    return optionFault(text.slice(colon + 1), context).map((fault) => ({ ...fault, ...whole(text) }));
  const what = `${nameOf(context)} takes a number from 1 to ${last}, a type and a value, as in 12:string:example, not ${quoted(text)}`;
  return [faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what })];
}

/** ExtraOption=, SendOption= of DHCPv4. */
const numberedOption: ValueType = {
  parsers: ['config_parse_dhcp_option_tlv'],
  repeats: 'adds',
  check: (text, context) => (text === '' ? [] : numberedFault(text, context, LAST[4])),
};

/** SendOption= of DHCPv6, and SendVendorOption= with the number of an enterprise in front; systemd.network(5). */
export const dhcp6Option: ValueType = {
  parsers: ['config_parse_dhcp6_send_option'],
  repeats: 'adds',
  check(text, context) {
    if (text === '') return [];
    if (context.directive.key !== 'SendVendorOption') return numberedFault(text, context, LAST[6]);
    const colon = text.indexOf(':');
    const enterprise = parseInteger(text.slice(0, Math.max(0, colon)), UINT);
    if (typeof enterprise === 'bigint')
      return numberedFault(text.slice(colon + 1), context, LAST[6]).map((fault) => ({ ...fault, ...whole(text) }));
    const what = `${nameOf(context)} takes the number of an enterprise, that of an option, a type and a value, as in 26496:1:string:example, not ${quoted(text)}`;
    return [faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what })];
  },
};

export const dhcp: readonly ValueType[] = [duidType, duidData, option, numberedOption];
