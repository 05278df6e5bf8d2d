import type { ValueType } from '../value-type.ts';
import { logExtraFields } from './extra-fields.ts';
import { logFilterPatterns } from './filter-patterns.ts';

/** What goes to the journal and how. */
export const logTypes: readonly ValueType[] = [logExtraFields, logFilterPatterns];
