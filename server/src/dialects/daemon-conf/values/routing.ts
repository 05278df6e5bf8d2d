import type { Word } from '../../../syntax/words.ts';
import { since } from '../../../values/changes.ts';
import { isIPv4, isIPv6 } from '../../../values/net/address.ts';
import { parseInteger, UINT } from '../../../values/numbers/integer.ts';
import { faultAt, nameOf, quoted, whole } from '../../../values/problem.ts';
import type { ValueContext, ValueProblem, ValueType } from '../../../values/value-type.ts';
import { checkWords } from '../../../values/word-list.ts';

/** Tables the kernel names itself; /usr/share/iproute2/rt_tables. */
const predefined: Readonly<Record<string, number>> = { default: 253, main: 254, local: 255 };

/** RouteTable=: names for numbers of routing tables; networkd.conf(5). */
const routeTables: ValueType = {
  parsers: ['config_parse_route_table_names'],
  repeats: 'extends',
  form: 'NAME:NUMBER pairs',
  check: (text, context) =>
    checkWords(text, {}, context, (word) => {
      const fault = tableFault(word, context);
      if (fault === undefined) return [];
      const what = `${nameOf(context)} takes names of routing tables with their numbers, and ${quoted(word.text)} ${fault}`;
      return [
        faultAt(word, {
          rule: 'value-invalid',
          consequence: 'entry',
          what,
          remedy: 'Write NAME:NUMBER, like guests:100.',
        }),
      ];
    }),
};

function tableFault({ text }: Word, { version }: ValueContext): string | undefined {
  const colon = text.indexOf(':');
  if (colon < 0) return 'has no number';
  const name = text.slice(0, colon);
  if (name === '') return 'has no name';
  if (/^\d+$/.test(name)) return 'begins with a number instead of a name';
  if (Object.hasOwn(predefined, name)) return `names table ${predefined[name]}, which has that name anyway`;
  const number = parseInteger(text.slice(colon + 1), UINT);
  if (typeof number !== 'bigint' || number === 0n) return 'has no number from 1 to 4294967295 after its colon';
  if (!since(version, 'numbers of predefined routing tables are taken')) return undefined;
  const other = Object.keys(predefined).find((key) => BigInt(predefined[key]!) === number);
  return other && `names table ${number}, which is called ${other} already`;
}

const LABEL_MAX = 2n ** 32n - 2n;

/** Label= and Prefix= of [IPv6AddressLabel], told apart by their argument. */
const addressLabel: ValueType = {
  parsers: ['config_parse_ipv6_address_label_section'],
  repeats: 'replaces',
  check(text, context) {
    if (text === '') return [];
    const fault = context.directive.argument.endsWith('PREFIX') ? prefixFault(text) : labelFault(text);
    if (fault === undefined) return [];
    const what = `${nameOf(context)} takes ${fault}, not ${quoted(text)}`;
    return [faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what })];
  },
};

const labelFault = (text: string): string | undefined =>
  typeof parseInteger(text, { from: 0n, to: LABEL_MAX, unsigned: true }) === 'bigint'
    ? undefined
    : 'a number from 0 to 4294967294';

function prefixFault(text: string): string | undefined {
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const length = slash < 0 ? 128n : parseInteger(text.slice(slash + 1), { from: 0n, to: 128n, unsigned: true });
  if (!isIPv6(address) || typeof length !== 'bigint') return 'an IPv6 address with a prefix length, like fd00::/8';
  return isMapped(address) && length > 96n ? 'at most 96 bits of an IPv4-mapped address' : undefined;
}

/** `::ffff:0:0/96`. */
const isMapped = (address: string): boolean => /^(?:0*:)*ffff:(?:[\d.]+|[0-9a-f]{1,4}:[0-9a-f]{1,4})$/i.test(address);

/** ServerAddress= of [DHCPRelay]. */
const serverAddress: ValueType = {
  parsers: ['config_parse_in_addr_non_null'],
  repeats: 'replaces',
  form: 'address',
  check(text, context) {
    if (text === '' || (isIPv4(text) && text !== '0.0.0.0')) return [];
    return [notAnAddress(text, context)];
  },
};

function notAnAddress(text: string, context: ValueContext): ValueProblem {
  const what = `${nameOf(context)} takes the IPv4 address of a server, not ${quoted(text)}`;
  return faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what });
}

export const routing: readonly ValueType[] = [routeTables, addressLabel, serverAddress];
