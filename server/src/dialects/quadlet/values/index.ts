import type { ValueType } from '../../../values/value-type.ts';
import type { QuadletKey } from '../keys.ts';
import { quadletBoolean } from './boolean.ts';
import { keyTypes } from './keys.ts';
import { withNames } from './names.ts';
import { quadletNumber } from './number.ts';
import { anyText, listedText } from './text.ts';
import { argumentWords, commandWords, listWords } from './words.ts';

/** How the value of a key is read. */
export const quadletValueType = (key: QuadletKey): ValueType => withNames(typeOf(key), key);

function typeOf({ section, key, type }: QuadletKey): ValueType {
  const own = keyTypes[`${section}.${key}`] ?? keyTypes[key];
  if (own) return own;
  switch (type) {
    case 'boolean':
      return quadletBoolean;
    case 'uint32':
      return quadletNumber;
    case 'words-list':
      return listWords;
    case 'args':
      return commandWords;
    case 'args-list':
    case 'keyval':
      return argumentWords;
    case 'list':
      return listedText;
    default:
      return anyText;
  }
}
