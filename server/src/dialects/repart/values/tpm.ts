import type { ValueType } from '../../../values/value-type.ts';
import { isNumber } from '../../networkd/values/numbers.ts';
import { named } from '../../values/one-of.ts';
import { keywords, taking } from '../../values/taking.ts';

/** Names of the registers that systemd has names for; `tpm2_pcr_index_from_string()` of src/shared/tpm2-util.c. */
const REGISTERS: Readonly<Record<string, string>> = {
  'platform-code': '0: the firmware',
  'platform-config': '1: how the firmware is set up',
  'external-code': '2: firmware of cards',
  'external-config': '3: how cards are set up',
  'boot-loader-code': '4: the boot loader',
  'boot-loader-config': '5: its configuration and the partition table',
  'host-platform': '6: what the maker of the machine measures',
  'secure-boot-policy': '7: Secure Boot and its keys',
  'kernel-initrd': '9: what the kernel loads before the root file system',
  ima: '10: files that the kernel measures',
  'kernel-boot': '11: the parts of a unified kernel image, and the phases of the boot',
  'kernel-config': '12: the command line of the kernel',
  sysexts: '13: extensions of the system',
  'shim-policy': '14: keys and certificates of the shim',
  'system-identity': '15: the machine, its root file system and volume keys',
  debug: '16: for tests',
  'application-support': '23: for programs',
};

/** The bytes of a value, by how it is made. */
const HASHES: Readonly<Record<string, number>> = { sha1: 20, sha256: 32, sha384: 48, sha512: 64 };

const HIGHEST = 23;

function isRegister(text: string): boolean {
  const [, index = '', colon, hash = '', value = ''] = /^([^:=]*)(?:(:+)([^:=]*)(?:=(.*))?)?$/s.exec(text) ?? [];
  const isKnown = isNumber(index.trimStart(), 0, HIGHEST) || Object.hasOwn(REGISTERS, index);
  const name = hash.toLowerCase();
  if (!isKnown || (colon !== undefined && name !== '' && !Object.hasOwn(HASHES, name))) return false;
  if (!text.includes('=')) return true;
  // More signs than one are not judged.
  const digits = value.replace(/^0x/i, '');
  return name !== '' && (digits === '' || value.includes('=') || isOfHash(digits, HASHES[name]!));
}

const isOfHash = (digits: string, bytes: number): boolean => /^[0-9a-f]+$/i.test(digits) && digits.length === 2 * bytes;

/** `TPM2PCRs=`: registers, with what they have to hold if wanted; `tpm2_parse_pcr_argument()`. Another value ends the reading of the file. */
export const tpm: readonly ValueType[] = [
  taking({
    parsers: named('tpm2_pcrs'),
    what: 'registers of the TPM2 chip like 7+11 or 7:sha256, by number or name',
    takes: (text) => text.split(/[+,]/).every((register) => register === '' || isRegister(register.replace(/^:+/, ''))),
    empty: true,
    consequence: 'file',
    items: keywords(REGISTERS),
  }),
];
