import type { ValueType } from '../value-type.ts';

/** The value types about conditions. */
export const conditionTypes: readonly ValueType[] = [];
