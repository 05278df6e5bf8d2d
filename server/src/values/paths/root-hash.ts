import { base64Length } from '../base64.ts';
import { faultAt } from '../consequence.ts';
import { locatedText } from '../located.ts';
import { nameOf, whole } from '../problem.ts';
import type { ValueProblem, ValueType } from '../value-type.ts';
import { completePath, pathReferences } from './path-help.ts';

const invalid = (text: string, what: string): ValueProblem[] => [
  faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what }),
];

/** A value that begins with a slash is a path to a file with the data; its specifiers and form are not looked at. */
const isPath = (text: string): boolean => text.startsWith('/');

/** RootHash=: hexadecimal digits of the root hash of a dm-verity image, or the path of a file with them. */
export const rootHash: ValueType = {
  parsers: ['config_parse_exec_root_hash'],
  repeats: 'replaces',
  check(text, context) {
    if (text === '' || isPath(text)) return [];
    const digits = text.replace(/[ \t\n\r]/g, '');
    if (!/^[0-9a-fA-F]*$/.test(digits) || digits.length % 2 !== 0) {
      return invalid(text, `${nameOf(context)} takes pairs of hexadecimal digits or an absolute path`);
    }
    return digits.length < 32
      ? invalid(text, `${nameOf(context)} needs at least 16 bytes, written as 32 hexadecimal digits`)
      : [];
  },
  references: (text, context) => pathReferences([locatedText(text)], context),
  complete: (text, offset) => completePath(text, offset),
};

/** RootHashSignature=: `base64:` and the signature, or the path of a file with it. */
export const rootHashSignature: ValueType = {
  parsers: ['config_parse_exec_root_hash_sig'],
  repeats: 'replaces',
  check(text, context) {
    if (text === '' || isPath(text)) return [];
    const data = /^base64:(.*)$/s.exec(text)?.[1];
    if (data === undefined) return invalid(text, `${nameOf(context)} takes base64: and data, or an absolute path`);
    return base64Length(data, context.version) === undefined
      ? invalid(text, 'The data after base64: is not complete Base64 text')
      : [];
  },
  references: (text, context) => pathReferences([locatedText(text)], context),
  complete: (text, offset) => completePath(text, offset),
};
