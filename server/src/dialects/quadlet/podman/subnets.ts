import { isIPv4 } from '../../../values/net/address.ts';
import { addressFault, type Fault, isAddress } from './go-values.ts';
import type { GivenOption, OptionFault } from './read-options.ts';

/** `net.ParseCIDR()`. */
export function subnetFault(text: string): Fault {
  const [, address = '', length = ''] = /^([^/]*)\/(\d{1,3})$/.exec(text) ?? [];
  const isSubnet = isAddress(address) && Number(length) <= (isIPv4(address) ? 32 : 128);
  return isSubnet ? undefined : `"${text}" is not a subnet; write ADDRESS/LENGTH, such as 10.89.7.0/24`;
}

/** `parseRange()`: a subnet, or first and last address. */
export function rangeFault(text: string): Fault {
  const [first = '', last, ...more] = text.split('-');
  if (last === undefined) return subnetFault(text);
  return more.length > 0 ? `"${text}" is not a range; write FIRST-LAST` : (addressFault(first) ?? addressFault(last));
}

/** Gateways and ranges outside of the subnet in front of them; of IPv6 nothing is said. */
export function outsideFaults(given: readonly GivenOption[]): OptionFault[] {
  let subnet = '';
  return given.flatMap(({ name, value }): OptionFault[] => {
    if (name === '--subnet') subnet = value.text;
    if ((name !== '--gateway' && name !== '--ip-range') || subnetFault(subnet)) return [];
    const [address = ''] = value.text.split(/[-/]/);
    const isOutside = isIPv4(address) && isIPv4(subnet.split('/')[0]!) && !isWithin(address, subnet);
    return isOutside ? [{ fault: `"${value.text}" is not in the subnet ${subnet}`, value }] : [];
  });
}

function isWithin(address: string, subnet: string): boolean {
  const [base = '', length] = subnet.split('/');
  const size = 2 ** (32 - Number(length));
  return Math.floor(numberOf(address) / size) === Math.floor(numberOf(base) / size);
}

const numberOf = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
