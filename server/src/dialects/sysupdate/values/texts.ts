import { since } from '../../../values/changes.ts';
import type { ValueType } from '../../../values/value-type.ts';
import { withMachineSpecifiers } from '../../values/machine-specifiers.ts';
import { named } from '../../values/one-of.ts';
import { taking, takingWords } from '../../values/taking.ts';

/** `http_url_is_valid()` of src/shared/web-util.c. */
const isUrl = (text: string): boolean => /^https?:\/\/[\x01-\x7f]+$/.test(text);

const VERSION = /^[A-Za-z0-9._+~^-]*$/;
const OLD_VERSION = /^[A-Za-z0-9._+,-]+$/;

/** Versions, addresses and conditions; sysupdate.d(5), sysupdate.features(5). */
export const texts: readonly ValueType[] = [
  withMachineSpecifiers(
    taking({
      parsers: named('min_version protect_version'),
      what: 'a version of letters, digits and . _ - +',
      takes: (text, { version }) =>
        (since(version, 'definitions of transfers are read strictly') ? VERSION : OLD_VERSION).test(text),
      empty: ({ version }) => since(version, 'definitions of transfers are read strictly'),
    }),
    { limit: 255 },
  ),
  withMachineSpecifiers(
    takingWords({
      parsers: named('transfer_url_specifiers_many url_specifiers_many'),
      what: 'addresses like https://example.com/',
      takes: isUrl,
      words: { unquote: true },
    }),
  ),
  withMachineSpecifiers(
    taking({
      parsers: named('url_specifiers'),
      what: 'an address like https://example.com/',
      takes: isUrl,
      empty: true,
    }),
  ),
  withMachineSpecifiers({ parsers: named('condition'), repeats: 'extends', check: () => [] }),
];
