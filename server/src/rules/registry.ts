import type { Rule } from './rule.ts';
import { directiveUnknown } from './syntax/directive-unknown.ts';
import { sectionUnknown } from './syntax/section-unknown.ts';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [sectionUnknown, directiveUnknown];
