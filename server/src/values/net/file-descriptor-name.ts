import { faultAt, quoted } from '../consequence.ts';
import { locatedText } from '../located.ts';
import { nameOf, whole } from '../problem.ts';
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
        what: `A file descriptor name has no ${quoted(bad[0])} in it; ${nameOf(context)} takes ASCII without colons`,
      }),
    ];
  },
  complete: (text) => ({ ...whole(text), items: [], sources: [{ type: 'specifier' }] }),
};
