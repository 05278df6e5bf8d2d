import type { ValueType } from '../../../values/value-type.ts';
import { named } from '../../values/one-of.ts';
import { linkToFile } from '../../values/paths.ts';
import { taking } from '../../values/taking.ts';
import { isEthernet } from './hardware.ts';

/** Keys and passwords that stand in the file itself. */
export const secrets: readonly ValueType[] = [
  taking({
    parsers: named('macsec_key'),
    what: '32 digits of base 16',
    takes: (text) => /^[0-9a-fA-F]{32}$/.test(text.replaceAll(/\s/g, '')),
  }),
  {
    ...taking({
      parsers: named('wol_password'),
      what: 'six bytes like cb:a9:87:65:43:21, or the path of a file with them',
      takes: (text) => isEthernet(text) || (text.startsWith('/') && !/\/\.\.(?:\/|$)/.test(text)),
      empty: true,
    }),
    references: linkToFile,
  },
];
