import { readWords } from '../../syntax/words.ts';
import { faultAt, nameOf, quoted, whole } from '../problem.ts';
import { byteLength } from '../resolve.ts';
import type { ValueType } from '../value-type.ts';
import { MOST_FAULTS, quotingProblem } from '../word-list.ts';

/** Units that systemd-oomd does not watch; `config_parse_managed_oom_mode()` and its like, src/core/load-fragment.c. */
const UNWATCHED: readonly string[] = ['socket', 'mount', 'swap'];

/** The same type, which says first that systemd-oomd does not watch units of such a kind. */
export const watchedUnitsOnly = (type: ValueType): ValueType => ({
  ...type,
  check(text, context) {
    if (!UNWATCHED.includes(context.kind)) return type.check(text, context);
    const what = `${nameOf(context)} works in services, slices and scopes only, not in a ${context.kind}`;
    return [
      faultAt(whole(text), { rule: 'value-ineffective', consequence: 'ignored', what, remedy: 'Remove the line.' }),
    ];
  },
  complete: (text, offset, context) =>
    UNWATCHED.includes(context.kind) ? undefined : type.complete?.(text, offset, context),
});

/** The kinds systemd-oomd acts on (UNIT_VTABLE()->can_set_managed_oom). */
const managed: readonly string[] = ['service', 'scope', 'slice'];

/** `OOMRules=`: names of rule files of systemd-oomd; oomd.conf(5). */
export const oomRules: ValueType = {
  parsers: ['config_parse_managed_oom_rules'],
  repeats: 'extends',
  check(text, context) {
    if (!managed.includes(context.kind)) {
      const what = `${nameOf(context)} works in services, scopes and slices only, not in a ${context.kind}`;
      return [faultAt(whole(text), { rule: 'value-ineffective', consequence: 'ignored', what })];
    }
    const { words, fault } = readWords(text, { unquote: true, retainEscape: true });
    if (fault) return [quotingProblem(fault, context)];
    const bad = words.filter(({ text: name }) => !isRuleName(name));
    const consequence = bad.length < words.length ? 'entry' : 'ignored';
    return bad.slice(0, MOST_FAULTS).map((word) =>
      faultAt(word, {
        rule: 'value-invalid',
        consequence,
        what: `${nameOf(context)} takes names of rules, which are file names, and ${quoted(word.text)} is not one`,
      }),
    );
  },
};

/** A file name without globs, quotes, backslashes and control characters (`string_is_safe()`, src/basic/string-util.c). */
function isRuleName(name: string): boolean {
  if (name === '' || name === '.' || name === '..' || byteLength(name) > 255) return false;
  return !/[\u0000-\u001f\u007f/\\"'*?[]/.test(name);
}
