import { faultAt, quoted } from '../consequence.ts';
import { locatedText, partOf } from '../located.ts';
import { nameOf, whole } from '../problem.ts';
import { resolve } from '../resolve.ts';
import type { ValueType } from '../value-type.ts';

const PREFIX = 'user.';

/** `user.NAME=VALUE`, `config_parse_xattr()` of src/core/load-fragment.c; systemd.socket(5), "XAttrEntryPoint=". */
export const extendedAttribute: ValueType = {
  parsers: ['config_parse_xattr'],
  repeats: 'extends',
  specifiers: 'all',
  check(text, context) {
    if (text === '') return [];
    const equals = text.indexOf('=');
    if (equals < 0) {
      const what = `${nameOf(context)} takes an extended attribute as user.NAME=VALUE, and ${quoted(text)} has no =`;
      return [faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what })];
    }
    const source = locatedText(text);
    const name = resolve(partOf(source, 0, equals), context, { consequence: 'ignored' });
    if (name.problem) return [name.problem];
    if (!name.value.text.startsWith(PREFIX)) {
      const what = `The extended attribute ${quoted(name.value.text)} of ${nameOf(context)} does not begin with "user."`;
      return [faultAt(name.value.span(), { rule: 'value-invalid', consequence: 'ignored', what })];
    }
    const content = resolve(partOf(source, equals + 1), context, { consequence: 'ignored' });
    return content.problem ? [content.problem] : [];
  },
  complete: (text) =>
    text === ''
      ? {
          ...whole(text),
          items: [{ label: PREFIX, kind: 'prefix', insert: 'user.${1:name}=${2:value}', isSnippet: true }],
        }
      : undefined,
  signature: () => ({
    label: 'user.NAME=VALUE',
    parameters: [
      { label: 'user.NAME', documentation: 'The attribute, in the name space of users.' },
      { label: 'VALUE', documentation: 'Its value; specifiers are replaced.' },
    ],
    active: (text, offset) => (text.slice(0, offset).includes('=') ? 1 : 0),
  }),
};
