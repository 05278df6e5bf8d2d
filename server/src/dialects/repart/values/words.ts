import { parseInteger } from '../../../values/numbers/integer.ts';
import { parseSize } from '../../../values/numbers/sizes.ts';
import type { ValueType } from '../../../values/value-type.ts';
import { isNumber } from '../../networkd/values/numbers.ts';
import { isId128 } from '../../values/id128.ts';
import { withMachineSpecifiers } from '../../values/machine-specifiers.ts';
import { named, oneOf } from '../../values/one-of.ts';
import { COMMON_PARTITIONS, isPartitionType } from '../../values/partition-type.ts';
import { keywords, taking } from '../../values/taking.ts';

const U64 = 2n ** 64n - 1n;

const isPowerOfTwo = (size: bigint): boolean => size > 0n && (size & (size - 1n)) === 0n;

const isSize = (text: string, fits: (size: bigint) => boolean): boolean => {
  const size = parseSize(text, 1024);
  return typeof size === 'bigint' && size <= U64 && fits(size);
};

/** The bytes of the longest name a partition table holds; GPT_LABEL_MAX of src/shared/gpt.h. */
const LABEL_MAX = 36;

/** Words of repart.d(5). */
const ofEncryption: readonly ValueType[] = [
  oneOf(
    'encrypt',
    {
      'key-file': 'by a key in a file',
      tpm2: 'by a key that only the TPM2 chip of this machine opens',
      'key-file+tpm2': 'by either',
    },
    { empty: true, boolean: { yes: 'the same as key-file', no: 'not encrypted' } },
  ),
  oneOf(
    'encrypt_kdf',
    { argon2id: 'slow on purpose, and needs memory', pbkdf2: 'slow on purpose', minimal: 'quick, for keys of chance' },
    { empty: true },
  ),
  oneOf(
    'verity',
    {
      off: 'not protected',
      data: 'the files that are protected',
      hash: 'the hashes of the files',
      signature: 'the signature of the hashes',
    },
    { empty: true },
  ),
  oneOf(
    'integrity',
    { inline: 'with hashes among the data' },
    { empty: true, boolean: { yes: 'the same as inline', no: 'no hashes' } },
  ),
  oneOf('integrity_alg', { 'hmac-sha256': '', 'hmac-sha512': '', 'hmac-sha1': '' }, { empty: true }),
  oneOf(
    'minimize',
    { best: 'as small as can be, which takes long', guess: 'about as small as can be' },
    { empty: true, boolean: { yes: 'the same as best', no: 'as large as is told' } },
  ),
];

const ofPartitions: readonly ValueType[] = [
  taking({
    parsers: named('type'),
    what: 'a type of partition like root, esp or home, or its UUID',
    takes: isPartitionType,
    consequence: 'file',
    items: keywords(COMMON_PARTITIONS),
  }),
  taking({
    parsers: named('uuid'),
    what: 'a UUID, or null',
    takes: (text) => text === 'null' || isId128(text),
    empty: true,
    items: keywords({ null: 'no UUID' }),
  }),
  withMachineSpecifiers({ parsers: named('label'), repeats: 'replaces', check: () => [] }, { limit: LABEL_MAX }),
  taking({
    parsers: named('int32'),
    what: 'a number from -2147483648 to 2147483647',
    takes: (text) => typeof parseInteger(text, { from: -(2n ** 31n), to: 2n ** 31n - 1n }) === 'bigint',
  }),
  taking({
    parsers: named('weight'),
    what: 'a number from 0 to 1000000',
    takes: (text) => isNumber(text, 0, 1_000_000),
  }),
  taking({
    parsers: named('gpt_flags'),
    what: 'a number from 0 to 18446744073709551615',
    takes: (text) => isNumber(text, 0, U64),
  }),
  taking({
    parsers: named('size4096'),
    what: 'bytes with an optional K, M, G or T',
    takes: (text) => isSize(text, () => true),
    consequence: 'file',
    form: 'size',
  }),
  taking({
    parsers: named('block_size'),
    what: 'a power of two from 512 to 4096',
    takes: (text) => isSize(text, (size) => isPowerOfTwo(size) && size >= 512n && size <= 4096n),
    consequence: 'file',
  }),
  taking({
    parsers: named('fs_sector_size'),
    what: 'a power of two',
    takes: (text) => isSize(text, isPowerOfTwo),
    empty: true,
    consequence: 'file',
  }),
];

export const words: readonly ValueType[] = [...ofEncryption, ...ofPartitions];
