import { parseBoolean } from '../../values/boolean.ts';
import { type Change, since } from '../../values/changes.ts';
import { INT, parseInteger, UINT, ULONG } from '../../values/numbers/integer.ts';
import { parseTimespan } from '../../values/time/timespan.ts';

/** Of what kind the value of an option is; `text` is not looked at. A question mark: it may be left out. */
type ValueKind =
  | 'none'
  | 'text'
  | 'text?'
  | 'int'
  | 'uint'
  | 'size'
  | 'offset'
  | 'bits'
  | 'sector'
  | 'time'
  | 'boolean'
  | 'boolean?'
  | 'pcr'
  | 'echo'
  | 'key file'
  | 'signature'
  | 'header'
  | 'pkcs11';

const words = (kind: ValueKind, names: string): (readonly [string, ValueKind])[] =>
  names.split(' ').map((name) => [name, kind]);

/** Options of `parse_one_option()`, src/cryptsetup/cryptsetup.c, and of the generator beside it; those of newer releases as well. */
export const OPTIONS: ReadonlyMap<string, ValueKind> = new Map([
  ...words(
    'none',
    'noauto auto nofail fail _netdev readonly read-only verify allow-discards discard same-cpu-crypt submit-from-crypt-cpus',
  ),
  ...words(
    'none',
    'no-read-workqueue no-write-workqueue luks bitlk tcrypt tcrypt-hidden tcrypthidden tcrypt-system tcrypt-veracrypt veracrypt plain swap',
  ),
  ...words('text', 'cipher hash password-cache fido2-device fido2-cid fido2-rp fido2-pin fido2-up fido2-uv'),
  ...words('text', 'tpm2-device tpm2-pcrs tpm2-pcrlock tpm2-measure-bank tpm2-measure-keyslot-nvpcr'),
  ...words('text', 'link-volume-key fixate-volume-key'),
  ...words('text?', 'tmp keyfile-timeout'),
  ...words('int', 'key-slot keyslot'),
  ...words('uint', 'tries keyfile-size veracrypt-pim'),
  ['keyfile-offset', 'size'],
  ...words('offset', 'offset skip'),
  ...words('time', 'timeout token-timeout'),
  ...words('boolean?', 'keyfile-erase try-empty-password headless'),
  ['tpm2-pin', 'boolean'],
  ['tpm2-measure-pcr', 'pcr'],
  ['size', 'bits'],
  ['sector-size', 'sector'],
  ['password-echo', 'echo'],
  ['tcrypt-keyfile', 'key file'],
  ['tpm2-signature', 'signature'],
  ['pkcs11-uri', 'pkcs11'],
  ['header', 'header'],
]);

/** Options that not every release has. */
const NEWER: ReadonlyMap<string, Change> = new Map([
  ...['veracrypt-pim', 'tpm2-measure-pcr', 'tpm2-measure-bank'].map(
    (name) => [name, 'crypttab measures keys'] as const,
  ),
  ...['password-cache', 'fido2-pin', 'fido2-up', 'fido2-uv', 'tpm2-pcrlock', 'tpm2-measure-keyslot-nvpcr']
    .concat('link-volume-key', 'fixate-volume-key')
    .map((name) => [name, 'crypttab links keys'] as const),
]);

export function isKnownOption(name: string, version: number): boolean {
  const change = NEWER.get(name);
  return OPTIONS.has(name) && (change === undefined || since(version, change));
}

/** What is wrong with a value, and whether the volume is not opened then; else the option is ignored. */
export interface OptionFault {
  readonly message: string;
  readonly isFatal?: true;
}

const fault = (isGood: boolean, message: string): OptionFault | undefined => (isGood ? undefined : { message });
const fatal = (isGood: boolean, message: string): OptionFault | undefined =>
  isGood ? undefined : { message, isFatal: true };

const isNumber = (text: string, limits: Parameters<typeof parseInteger>[1]): boolean =>
  typeof parseInteger(text, limits) === 'bigint';

/** Whether a number is one of those that a test takes. */
function numberFits(text: string, test: (value: bigint) => boolean): boolean {
  const value = parseInteger(text, UINT);
  return typeof value === 'bigint' && test(value);
}

/** Registers of a TPM2 count from 0. */
const LAST_PCR = 23n;

const checks: Readonly<Partial<Record<ValueKind, (value: string) => OptionFault | undefined>>> = {
  int: (value) => fault(isNumber(value, INT), 'is not a number'),
  uint: (value) => fault(isNumber(value, UINT), 'is not a number from 0 to 4294967295'),
  size: (value) => fault(isNumber(value, ULONG), 'is not a number'),
  offset: (value) => fatal(isNumber(value, ULONG), 'is not a number'),
  bits: (value) =>
    fault(
      numberFits(value, (bits) => bits % 8n === 0n),
      'is not a multiple of 8',
    ),
  sector: (value) =>
    fault(
      numberFits(value, (size) => size % 2n === 0n && size >= 512n && size <= 4096n),
      'is not an even number from 512 to 4096',
    ),
  time: (value) => fault(!('fault' in parseTimespan(value)), 'is not a time span'),
  boolean: (value) => fault(parseBoolean(value) !== undefined, 'is neither yes nor no'),
  'boolean?': (value) => fault(parseBoolean(value) !== undefined, 'is neither yes nor no'),
  pcr: (value) =>
    fault(
      parseBoolean(value) !== undefined || numberFits(value, (number) => number <= LAST_PCR),
      'is neither yes, no nor a number from 0 to 23',
    ),
  echo: (value) => fault(value === 'masked' || parseBoolean(value) !== undefined, 'is neither yes, no nor masked'),
  'key file': (value) => fault(value.startsWith('/'), 'is not an absolute path'),
  signature: (value) => fatal(value.startsWith('/'), 'is not an absolute path'),
  pkcs11: (value) =>
    fatal(value === 'auto' || value.startsWith('pkcs11:'), 'is neither "auto" nor begins with "pkcs11:"'),
  // With a colon the generator takes it for a path on a device.
  header: (value) => fatal(value.startsWith('/') || value.includes(':'), 'is not an absolute path'),
};

/** What is wrong with the value of an option; undefined where nothing is. */
export const valueFault = (name: string, value: string): OptionFault | undefined =>
  checks[OPTIONS.get(name) ?? 'text']?.(value);
