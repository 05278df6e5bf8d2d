import { whole } from '../../../values/problem.ts';
import type { ValueType } from '../../../values/value-type.ts';
import { unquoted } from './text.ts';

/** `LookupUint32()`: decimal, 0x hexadecimal or 0 octal; what is none of them becomes 0, without a word. */
export const quadletNumber: ValueType = {
  parsers: [],
  repeats: 'replaces',
  form: 'number',
  check(text) {
    const plain = unquoted(text).replace(/^\+/, '');
    const isNumber = /^(?:[1-9][0-9]*|0[0-7]*|0x[0-9a-f]+)$/i.test(plain) && Number(plain) <= 0xffffffff;
    // The number of root, which comes of it, is 0.
    if (text === '' || isNumber || plain === 'root') return [];
    return [
      {
        ...whole(text),
        rule: 'value-invalid',
        severity: 'warning',
        effect: 'kept',
        message: `"${text}" is not a number from 0 to 4294967295; Podman silently takes 0. Names of users and groups are not looked up here.`,
      },
    ];
  },
};
