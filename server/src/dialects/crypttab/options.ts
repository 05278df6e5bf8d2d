import { parseTimespan } from '../../values/time/timespan.ts';

/** Of what kind the value of an option is; `text` is not looked at. A question mark: it may be left out. */
type ValueKind =
  | 'none'
  | 'text'
  | 'text?'
  | 'number'
  | 'multiple'
  | 'time'
  | 'boolean'
  | 'boolean?'
  | 'absolute'
  | 'sector';

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
  ...words(
    'text',
    'cipher tcrypt-keyfile hash veracrypt-pim password-echo password-cache offset skip pkcs11-uri fido2-device fido2-cid fido2-rp',
  ),
  ...words(
    'text',
    'fido2-pin fido2-up fido2-uv tpm2-device tpm2-pcrs tpm2-signature tpm2-pin tpm2-pcrlock tpm2-measure-pcr tpm2-measure-bank',
  ),
  ...words('text', 'tpm2-measure-keyslot-nvpcr link-volume-key fixate-volume-key'),
  ...words('text?', 'tmp keyfile-timeout'),
  ...words('number', 'key-slot keyslot keyfile-size keyfile-offset tries'),
  ...words('time', 'timeout token-timeout'),
  ...words('boolean?', 'keyfile-erase try-empty-password headless'),
  ['size', 'multiple'],
  ['sector-size', 'sector'],
  ['header', 'text'],
]);

const BOOLEAN = /^(?:1|yes|y|true|t|on|0|no|n|false|f|off)$/i;

/** What is wrong with the value of an option; undefined where nothing is. */
export function valueFault(name: string, value: string): string | undefined {
  switch (OPTIONS.get(name)) {
    case 'number':
      return /^\d+$/.test(value) ? undefined : 'is not a number';
    case 'multiple':
      return /^\d+$/.test(value) && Number(value) % 8 === 0 ? undefined : 'is not a multiple of 8';
    case 'sector':
      return /^\d+$/.test(value) && Number(value) >= 512 && Number(value) <= 4096
        ? undefined
        : 'is not a number from 512 to 4096';
    case 'time':
      return 'fault' in parseTimespan(value) ? 'is not a time span' : undefined;
    case 'boolean?':
      return BOOLEAN.test(value) ? undefined : 'is neither yes nor no';
    default:
      return undefined;
  }
}
