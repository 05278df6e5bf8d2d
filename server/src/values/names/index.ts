import type { ValueType } from '../value-type.ts';

/** The value types about names. */
export const nameTypes: readonly ValueType[] = [];
