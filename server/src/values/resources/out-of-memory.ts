import { faultAt } from '../consequence.ts';
import { nameOf, whole } from '../problem.ts';
import type { ValueType } from '../value-type.ts';

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
