import { isIPv4, isIPv6 } from '../../../values/net/address.ts';

/** What is wrong with the value of an option, as the beginning of a sentence; undefined if podman takes it. */
export type Fault = string | undefined;

const fault = (isTaken: boolean, told: string): Fault => (isTaken ? undefined : told);

/** `units.RAMInBytes()` of docker/go-units: a number, and up to three letters of which the first counts. */
export function sizeFault(text: string): Fault {
  const [, number, unit = ''] = /^([\s\S]*?[\d.]) ?([^\d. ]*)$/.exec(text) ?? [];
  const isNumber = number !== undefined && /^\+?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:e[+-]?\d+)?$/i.test(number);
  return fault(
    isNumber && /^(?:b|[kmgtp](?:b|ib)?)?$/i.test(unit),
    `"${text}" is not a size; write a number with b, k, m, g or t behind it, such as 512m`,
  );
}

/** `time.ParseDuration()`: numbers each with a unit; 0 alone has none. */
export const durationFault = (text: string): Fault =>
  fault(
    /^[+-]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/.test(text),
    `"${text}" is not a time; write numbers with their unit (ns, us, ms, s, m, h), such as 1m30s`,
  );

/** `strconv.ParseInt(…, 0, 64)` as flags of podman are read: 0x, 0o and 0b are taken. */
export const wholeNumberFault = (text: string): Fault =>
  fault(isGoInteger(text.replace(/^[+-]/, '')), `"${text}" is not a whole number`);

/** The same without a sign. */
export const countFault = (text: string): Fault =>
  fault(isGoInteger(text), `"${text}" is not a whole number from 0 on`);

/** An underscore may stand between digits where the base is not told otherwise. */
function isGoInteger(text: string): boolean {
  const isWritten = /^(?:0[xX](?:_?[\da-fA-F])+|0[bB](?:_?[01])+|0[oO]?(?:_?[0-7])+|0|[1-9](?:_?\d)*)$/.test(text);
  if (!isWritten) return false;
  const plain = text.replaceAll('_', '').replace(/^0[oO]?(?=[0-7]+$)/, '0o');
  return BigInt(plain === '0o' ? '0' : plain) <= 0xffff_ffff_ffff_ffffn;
}

/** `net.ParseIP()`. */
export const isAddress = (text: string): boolean => isIPv4(text) || isIPv6(text);

export const addressFault = (text: string): Fault => fault(isAddress(text), `"${text}" is not an IP address`);

/** `net.ParseMAC()` of six bytes. */
export const macFault = (text: string): Fault =>
  fault(/^[\da-f]{2}(?:([:-])[\da-f]{2})(?:\1[\da-f]{2}){4}$/i.test(text), `"${text}" is not a MAC address`);

/** `define.NameRegex`. */
export const nameFault = (text: string): Fault =>
  fault(
    /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/.test(text),
    `"${text}" is not a name; letters, digits, _ . and - are possible, with a letter or digit in front`,
  );
