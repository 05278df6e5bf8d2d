import { enumeration } from '../basic/enumeration.ts';
import { locatedText, partOf } from '../located.ts';
import { faultAt, nameOf, quoted, whole } from '../problem.ts';
import { resolve } from '../resolve.ts';
import type { ValueType } from '../value-type.ts';

/** FDNAME_MAX of systemd's src/basic/fd-util.h. */
const NAME_MAX = 255;

/** `FileDescriptorName=`, `fdname_is_valid()` of src/basic/fd-util.c. */
export const fileDescriptorName: ValueType = {
  parsers: ['config_parse_fdname'],
  repeats: 'replaces',
  form: 'name',
  specifiers: 'all',
  check(text, context) {
    if (text === '') return [];
    const resolved = resolve(locatedText(text), context, { consequence: 'ignored', limit: NAME_MAX });
    if (resolved.problem) return [resolved.problem];
    const { value } = resolved;
    const bad = /[^ -~]|:/u.exec(value.text);
    if (!bad) return [];
    return [
      faultAt(value.span(bad.index, bad.index + bad[0].length), {
        rule: 'value-invalid',
        consequence: 'ignored',
        what: `A file descriptor name cannot contain ${quoted(bad[0])}; ${nameOf(context)} takes ASCII without colons`,
      }),
    ];
  },
  complete: (text) => ({ ...whole(text), items: [], sources: [{ type: 'specifier' }] }),
};

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

/** `DeferTrigger=` of systemd.socket(5). */
export const deferTrigger = enumeration({
  parsers: ['config_parse_socket_defer_trigger'],
  words: [{ word: 'patient', what: 'a service in conflict with what runs waits for it, at most DeferTriggerMaxSec=' }],
  boolean: {
    yes: 'a service in conflict with what runs waits for it as long as jobs are queued; then the socket fails',
    no: 'a service in conflict with what runs stops it at once',
  },
});
