import { readWords } from '../../../syntax/words.ts';
import { since } from '../../../values/changes.ts';
import { isIPv4 } from '../../../values/net/address.ts';
import { interfaceFault } from '../../../values/net/interface-name.ts';
import { parseInteger, UINT } from '../../../values/numbers/integer.ts';
import { faultAt, nameOf, quoted } from '../../../values/problem.ts';
import type { ValueType } from '../../../values/value-type.ts';
import { faultsOf } from '../../../values/word-list.ts';
import { named } from '../../values/one-of.ts';
import { taking } from '../../values/taking.ts';
import { isAddress } from './addresses.ts';
import { isNumber } from './numbers.ts';

/** `MultiPathRoute=`: an address, the interface it is on, and its share of the packets; `config_parse_multipath_route()`. */
const multiPath: ValueType = {
  ...taking({
    parsers: named('route_section(ROUTE_MULTIPATH)'),
    what: 'an address, an interface after @ and a weight from 1 to 256 if wanted, like 192.168.1.1@eth0 5',
    takes(text, { version }) {
      const [, path = '', weight] = /^(\S*)(?:\s+(.*))?$/s.exec(text)!;
      if (weight !== undefined && !isNumber(weight, 1, 256)) return false;
      const [, address = '', device] = /^([^@]*)(?:@(.*))?$/s.exec(path)!;
      const isOn =
        device === undefined || isNumber(device, 1, 2 ** 31 - 1) || interfaceFault(device, true) === undefined;
      const isBare = address === '' && device !== undefined && since(version, 'paths of routes need no address');
      return isOn && (isBare || isAddress(address, { family: 'both' }));
    },
    empty: true,
  }),
  repeats: 'adds',
};

/** The network an address is in, as networkd writes it; undefined where nothing is to be masked. */
function isMasked(address: string, length: number): boolean {
  const bits = isIPv4(address) ? bitsOfIPv4(address) : bitsOfIPv6(address);
  return !bits.slice(length).includes('1');
}

const binary = (text: string, base: number, width: number): string =>
  Number.parseInt(text || '0', base)
    .toString(2)
    .padStart(width, '0');

const bitsOfIPv4 = (address: string): string =>
  address
    .split('.')
    .map((byte) => binary(byte, 10, 8))
    .join('');

/** `::ffff:10.0.0.1` as `::ffff:a00:1`. */
function withoutIPv4(address: string): string {
  const at = address.lastIndexOf(':') + 1;
  const bits = bitsOfIPv4(address.slice(at));
  const [high, low] = [bits.slice(0, 16), bits.slice(16)].map((half) => Number.parseInt(half, 2).toString(16));
  return `${address.slice(0, at)}${high}:${low}`;
}

function bitsOfIPv6(address: string): string {
  const plain = address.includes('.') ? withoutIPv4(address) : address;
  const [head = '', tail] = plain.split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array.from({ length: missing }, () => '0'), ...groups(tail ?? '')];
  return all.map((group) => binary(group, 16, 16)).join('');
}

/** `AllowedIPs=`: networks, with commas or blanks between them; `config_parse_wireguard_allowed_ips()`. */
const allowedIps: ValueType = {
  parsers: named('wireguard_allowed_ips'),
  repeats: 'extends',
  form: 'networks',
  check(text, context) {
    const { words } = readWords(text, { separators: ' \t\n\r,' });
    return faultsOf(words, (word) => {
      const [address = '', length, ...more] = word.text.split('/');
      const bits = isIPv4(address) ? 32 : 128;
      const read = length === undefined ? BigInt(bits) : parseInteger(length, UINT);
      const isNetwork = more.length === 0 && typeof read === 'bigint' && read <= bits;
      if (!isNetwork || !isAddress(address, { family: 'both' })) {
        const what = `${nameOf(context)} takes networks like 10.0.0.0/8 or fd00::/8, not ${quoted(word.text)}`;
        return faultAt(word, { rule: 'value-invalid', consequence: 'entry', what });
      }
      if (isMasked(address, Number(read))) return [];
      const what = `${word.text} has bits behind the first ${read} and means the network around it`;
      return faultAt(word, { rule: 'value-invalid', consequence: 'kept', what });
    });
  },
};

export const routes: readonly ValueType[] = [multiPath, allowedIps];
